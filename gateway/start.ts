import { pino } from 'pino';
import { DEMO_PEOPLE, DEMO_PASSWORD } from '../subgraphs/accounts/demo.ts';
import { viewerOf } from '../subgraphs/accounts/use-cases/open-session.ts';
import { DEMO_SETTINGS } from './demo-settings.ts';
import { startEmbedded, type Embedded } from './embedded.ts';
import { graphiqlPages } from './graphiql/serve.ts';
import { readStartConfig } from './start-config.ts';

/* `npm start`: the whole product in one process, with demo data, until Ctrl-C. */
const FORCED_EXIT_MS = 25_000;
const TOKEN_LIFETIME_S = 12 * 60 * 60;

const config = readStartConfig(process.env);
const began = performance.now();
const embedded = await startEmbedded({
  dataDir: config.dataDir,
  port: config.port,
  host: config.host,
  subgraphPort: config.subgraphPort,
  demo: true,
  env: { ...DEMO_SETTINGS, ...process.env },
  logger: pino({ level: config.logLevel }),
  onRequest: graphiqlPages(),
}).catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
console.log(await banner(embedded));

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) process.exit(1); // a second signal: at once
    stopping = true;
    setTimeout(() => process.exit(1), FORCED_EXIT_MS).unref();
    void embedded.close({ delayMs: 0, drainMs: 2_000 }).then(() => process.exit(0));
  });
}

async function banner({ gateway, issuer }: Embedded): Promise<string> {
  const url = `http://localhost:${gateway.port}/graphql`;
  const people: string[] = [];
  for (const person of DEMO_PEOPLE) {
    const user = { ...person, accountId: person.account, permissions: [...person.permissions], passwordHash: null, createdAt: new Date() };
    const { token } = await issuer.issue(viewerOf(user), TOKEN_LIFETIME_S, new Date());
    people.push(`  ${person.email.padEnd(22)} ${person.about}\n    ${token}`);
  }
  return `
Cartwright is up after ${((performance.now() - began) / 1000).toFixed(1)} s, data in ${config.dataDir}

  GraphiQL    ${url}   (open it in a browser)
  API         ${url}   HTTP, WebSocket (graphql-transport-ws) and SSE
  Health      http://localhost:${gateway.port}/healthz, /readyz

Demo people (password "${DEMO_PASSWORD}"), each with a token for 12 hours:
${people.join('\n')}

Three things to try:
  1. Open ${url}, be Bea in the top bar, and run the tabs in their order: they tell the story from cart to return.
  2. Watch a cart live: run tab 3 in one browser window, add lines in another, and see each version arrive.
  3. From a shell, as Bea:
     curl -s ${url} -H 'content-type: application/json' -H 'authorization: Bearer <token of bea>' \\
       -d '{"query":"mutation { addCartLines(lines: [{sku: \\"MUG-RED\\", quantity: 12}]) { id version total { amount currency } lines { quantity unitPrice { amount } priceExplanation { kind note } } } }"}'

Ctrl-C stops it.
`;
}

function explain(error: unknown): string {
  if (error instanceof Error && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    return `Port ${config.port} is taken. Start with another: PORT=4001 npm start`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
