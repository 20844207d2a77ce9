import type { ExecutionResult } from 'graphql';
import { startFanOut } from './support/bare-fan-out.ts';
import { ADD_LINE } from './support/cart-documents.ts';
import type { Arm, Claim, Comparison, Metrics } from './support/claim.ts';
import { watchCommits } from './support/commits.ts';
import { startHelper } from './support/helper-process.ts';
import { monotonicMs } from './support/monotonic.ts';
import { newGuest, openSessions, startProduct, type Product } from './support/product.ts';
import { alternate, percentile } from './support/rounds.ts';
import type { WatchOrder } from './support/socket-watchers.ts';

const FRAME = 'version kind cause fromVersion cart { id total { amount currency } lines { id quantity total { amount } product { sku name } } }';
const LINES = 5;
/** Changes a round, by how many watch: enough that the 99th percentile is more than the one worst change, few enough for a short round. */
const CHANGES = new Map([[1, 100], [100, 200], [1_000, 10]]);

export const push: Claim = {
  name: 'push',
  about: 'from the commit of a change of a five-line cart to the frame at each watcher on a socket of its own; names of products read across subgraphs',
  async run() {
    const comparisons: Comparison[] = [];
    for (const [watchers, changes] of CHANGES) comparisons.push(...(await measurePush(watchers, changes)));
    return comparisons;
  },
};

async function measurePush(watchers: number, changes: number): Promise<Comparison[]> {
  await using product = await startProduct();
  const [ours, bare] = [`gateway, ${watchers} watching`, `bare graphql-ws, ${watchers} watching`];
  await using helper = startHelper<WatchOrder>('./socket-watchers.ts');
  await using bareHelper = startHelper<WatchOrder>('./socket-watchers.ts');
  const shop = await openShop(product, (order) => helper.ask(order));
  const query = `subscription { cartChanged(cartId: "${shop.cartId}") { ${FRAME} } }`;
  await helper.ask({ kind: 'open', url: product.url, watchers, token: shop.token, query });

  const sample = await shop.frame(query);
  const fanOut = await startFanOut(withVersion(sample, 0));
  await bareHelper.ask({ kind: 'open', url: fanOut.url, watchers, query });
  let sent = 0;

  const committed = await watchCommits(product, 'carts');
  const arms: Arm[] = [
    { name: ours, measure: () => latencies(changes, async () => ({ version: await shop.change(), at: committed() }), (order) => helper.ask(order)) },
    { name: bare, measure: () => latencies(changes, async () => publish(), (order) => bareHelper.ask(order)) },
  ];
  function publish(): { version: number; at: number } {
    const result = withVersion(sample, ++sent);
    const at = monotonicMs();
    fanOut.publish(result);
    return { version: sent, at };
  }

  const measured = await alternate(arms);
  for (const each of [helper, bareHelper]) await each.ask({ kind: 'close' });
  fanOut.close();
  const aim = watchers === 100 ? { valueAtMost: 20, ratioAtMost: 2 } : undefined;
  return [measured.compare(ours, bare, 'p50', 'ms'), measured.compare(ours, bare, 'p99', 'ms', aim)];
}

/** One change after the other; the next begins when the last has reached everyone. */
async function latencies(changes: number, change: () => Promise<{ version: number; at: number }>, ask: (order: WatchOrder) => Promise<unknown>): Promise<Metrics> {
  const all: number[] = [];
  for (let i = 0; i < changes; i++) {
    const { version, at } = await change();
    const arrivals = (await ask({ kind: 'arrivals', version })) as number[];
    for (const arrival of arrivals) all.push(arrival - at);
  }
  return { p50: percentile(all, 0.5), p99: percentile(all, 0.99) };
}

interface Shop {
  readonly cartId: string;
  readonly token: string;
  /** Changes the cart over HTTP, from the other process. @returns its new version */
  change(): Promise<number>;
  /** What a frame looks like. */
  frame(query: string): Promise<ExecutionResult>;
}

async function openShop(product: Product, ask: (order: WatchOrder) => Promise<unknown>): Promise<Shop> {
  const viewer = newGuest();
  const [token = ''] = await openSessions(product, [viewer]);
  const post = async (query: string): Promise<Record<string, { id: string; version: number; lines: { id: string }[] }>> => {
    const { data, errors } = (await ask({ kind: 'post', url: product.url, token, query })) as ExecutionResult;
    if (!data || errors) throw new Error(JSON.stringify(errors));
    return data as Awaited<ReturnType<typeof post>>;
  };
  for (let line = 1; line < LINES; line++) await post(ADD_LINE);
  const { addCartLines: cart } = await post(ADD_LINE);
  let quantity = 1;
  return {
    cartId: cart?.id ?? '',
    token,
    async change() {
      const update = `cartId: "${cart?.id}", lines: [{ lineId: "${cart?.lines[0]?.id}", quantity: ${(quantity = 3 - quantity)} }]`;
      const { updateCartLines } = await post(`mutation { updateCartLines(${update}) { version } }`);
      return updateCartLines?.version ?? NaN;
    },
    async frame(query) {
      const headers = { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${token}` };
      const response = await fetch(product.url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      for await (const chunk of response.body ?? []) {
        const text = /^data: (\{.*\})$/m.exec(Buffer.from(chunk).toString())?.[1];
        if (text) return JSON.parse(text) as ExecutionResult;
      }
      throw new Error('The stream ended without a frame.');
    },
  };
}

/** The same payload under another version, which the queries of this bench ask for first. */
const withVersion = ({ data }: ExecutionResult, version: number): ExecutionResult => ({ data: { frames: { ...(data?.cartChanged as object), version } } });
