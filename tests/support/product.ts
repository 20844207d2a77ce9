import { DEMO_SETTINGS } from '../../gateway/demo-settings.ts';
import { startEmbedded } from '../../gateway/embedded.ts';
import { graphiqlPages } from '../../gateway/graphiql/serve.ts';

/** The product as `npm start` serves it to a browser, pages included. */
export async function startProduct(): Promise<{ url: string; close(): Promise<void> }> {
  const embedded = await startEmbedded({ dataDir: ':memory:', demo: true, env: DEMO_SETTINGS, onRequest: graphiqlPages() });
  return { url: new URL(embedded.gateway.url).origin, close: () => embedded.close({ drainMs: 0 }) };
}
