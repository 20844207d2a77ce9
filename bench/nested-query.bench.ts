import { deepEqual } from 'node:assert/strict';
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '#kernel/viewer.ts';
import { startGateway, type RunningGateway } from '../gateway/server.ts';
import { inProcess } from '../gateway/transports/in-process.ts';
import { DEMO_PEOPLE } from '../subgraphs/accounts/demo.ts';
import type { Arm, Claim } from './support/claim.ts';
import { startHelper } from './support/helper-process.ts';
import type { HttpLoad } from './support/http-load.ts';
import { memoryGraph } from './support/memory-graph.ts';
import { openSessions, startProduct, type Product } from './support/product.ts';
import { rateOf, SECONDS } from './support/rate.ts';
import { alternate } from './support/rounds.ts';
import { serveWhole } from './support/serve-whole.ts';
import { askSubgraph } from './support/subgraph.ts';
import { wholeGraph } from './support/whole-graph.ts';

const QUERY = '{ carts(first: 5) { nodes { id lines { quantity product { name price { unitPrice { amount } } } } owner { name } } } }';
const MEMORY_QUERY = '{ carts { id lines { quantity product { name price } } owner { name } } }';
const SESSIONS = 32;

export const nestedQuery: Claim = {
  name: 'nested-query',
  about: 'queries a second over carts, catalog and accounts (5 carts of 3 lines, products, prices, owners); 32 sessions',
  async run() {
    await using product = await startProduct();
    await using load = startHelper<HttpLoad>('./http-load.ts');
    const bea = await fillCarts(product);
    const [token = ''] = await openSessions(product, [bea]);
    const whole = await serveWhole(wholeGraph(product.embedded.gateway.engine.schema, schemasOf(product)), () => contextsOf(product, bea));

    const graph = memoryGraph();
    const memory = await startMemoryGateway(graph);
    const wholeMemory = await serveWhole(wholeGraph(memory.engine.schema, graph.schemas), () => ({}));

    const arm = (name: string, url: string, query: string, guest: string): Arm => ({
      name,
      measure: () => rateOf(() => load.ask<number>({ url, body: JSON.stringify({ query }), sessions: SESSIONS, seconds: SECONDS, guests: [guest], perGuest: 1, again: true })),
    });
    await sameAnswer(QUERY, [product.url, token], [whole.url, '']);
    await sameAnswer(MEMORY_QUERY, [memory.url, ''], [wholeMemory.url, '']);
    const measured = await alternate([
      arm('gateway, SQLite', product.url, QUERY, token),
      arm('one Apollo Server, SQLite', whole.url, QUERY, ''),
      arm('gateway, in memory', memory.url, MEMORY_QUERY, ''),
      arm('one Apollo Server, in memory', wholeMemory.url, MEMORY_QUERY, ''),
    ]);
    await Promise.all([whole.close(), wholeMemory.close(), memory.close({ drainMs: 0 })]);
    return [
      measured.compare('gateway, SQLite', 'one Apollo Server, SQLite', 'rate', '/s', { ratioAtLeast: 1 }),
      measured.compare('gateway, in memory', 'one Apollo Server, in memory', 'rate', '/s', { ratioAtLeast: 1 }),
    ];
  },
};

/** A comparison of servers that say different things would say nothing. */
async function sameAnswer(query: string, ...servers: [url: string, token: string][]): Promise<void> {
  const answers = servers.map(async ([url, token]) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) })).json();
  });
  deepEqual(...((await Promise.all(answers)) as [unknown, unknown]));
}

async function fillCarts(product: Product): Promise<Viewer> {
  const person = DEMO_PEOPLE.find(({ name }) => name === 'Bea');
  if (!person) throw new Error('There is no Bea.');
  const bea: Viewer = { id: person.id, kind: person.kind, accountId: person.account, permissions: person.permissions };
  const skus = ['MUG-RED', 'TEAPOT-1L', 'PLATE-27', 'BOWL-16'];
  for (let cart = 0; cart < 5; cart++) {
    const lines = [0, 1, 2].map((line) => `{ sku: "${skus[(cart + line) % skus.length]}", quantity: 1 }`).join(' ');
    const { data } = await askSubgraph(product, 'carts', `mutation { addCartLines(lines: [${lines}]) { id } }`)(bea);
    const added = data?.addCartLines as { id: string } | undefined;
    await askSubgraph(product, 'carts', `mutation { saveCart(cartId: "${added?.id}", name: "Cart ${cart}") { id } }`)(bea);
  }
  await product.embedded.settle();
  return bea;
}

const schemasOf = ({ embedded }: Product): Record<string, GraphQLSchema> => Object.fromEntries([...embedded.subgraphs].map(([name, { schema }]) => [name, schema]));

const contextsOf = ({ embedded }: Product, viewer: Viewer): Record<string, unknown> =>
  Object.fromEntries(['carts', 'catalog', 'accounts'].map((name) => [name, embedded.subgraphs.get(name)?.contextFor({ viewer, requestId: 'bench' })]));

function startMemoryGateway({ supergraphSdl, schemas }: ReturnType<typeof memoryGraph>): Promise<RunningGateway> {
  const subgraphs = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, { schema, contextFor: () => ({}) }]));
  return startGateway({ supergraphSdl, transport: inProcess(subgraphs) });
}
