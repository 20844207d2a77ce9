import { execute, parse } from 'graphql';
import { inProcessBus } from '#kernel/bus.ts';
import { fakeClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { PeerTransport } from '#kernel/peers.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { ordersSubgraph } from '../../../subgraphs/orders/subgraph.ts';
import { returnsSubgraph } from '../../../subgraphs/returns/subgraph.ts';
import { stubPeers } from '../orders/shop.ts';

export interface Desk extends AsyncDisposable {
  readonly orders: RunningSubgraph;
  readonly returns: RunningSubgraph;
  /** The questions returns put to orders; a test may break them. */
  breaks: { after?: string };
  ask<Data>(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Data>;
  refused(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<{ code: string; details: Record<string, unknown> }>;
  /** Places an order of three bolts for 10.00 and answers with the id of its line. */
  orderThreeBolts(): Promise<string>;
  returnable(orderLineId: string): Promise<string>;
  settle(): Promise<void>;
}

const run = (subgraph: RunningSubgraph, viewer: Viewer | null, query: string, variables?: Record<string, unknown>) =>
  execute({ schema: subgraph.schema, document: parse(query), variableValues: variables, contextValue: subgraph.contextFor({ viewer, requestId: 'test' }) });

/** Orders and returns side by side, talking to each other as in the product; carts, quotes and catalog are stubs. */
export async function openDesk(buyer: Viewer, options: { approval?: boolean; lines?: readonly unknown[] } = {}): Promise<Desk> {
  const bus = inProcessBus();
  const clock = fakeClock();
  const peers = stubPeers(buyer, options.lines);
  const breaks: Desk['breaks'] = {};
  const host = { dataDir: ':memory:', bus, clock, log: () => undefined };
  const orders = await ordersSubgraph({}).run({ ...host, peers: peers.transport });

  const toOrders: PeerTransport = async ({ query, variables }, facts) => {
    const answer = await run(orders, facts.viewer, query, { ...variables });
    if (breaks.after && query.includes(breaks.after)) throw new Error('killed');
    return answer;
  };
  const returns = await returnsSubgraph({ approval: options.approval }).run({ ...host, peers: toOrders });

  const desk: Desk = {
    orders,
    returns,
    breaks,
    async ask<Data>(viewer: Viewer, query: string, variables?: Record<string, unknown>) {
      const result = await run(returns, viewer, query, variables);
      if (result.errors?.[0]) throw result.errors[0].originalError ?? result.errors[0];
      return result.data as Data;
    },
    async refused(viewer, query, variables) {
      const error = (await run(returns, viewer, query, variables)).errors?.[0];
      if (!error) throw new Error('It was not refused.');
      return error.extensions as { code: string; details: Record<string, unknown> };
    },
    async orderThreeBolts() {
      const place = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { lines { id } } } }';
      const { data } = await run(orders, buyer, place, { input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId() } });
      return (data as { placeOrder: { lines: { id: string }[] } }).placeOrder.lines[0]?.id ?? '';
    },
    async returnable(orderLineId) {
      const { data } = await run(orders, buyer, 'query ($ids: [ID!]!) { returnableLines(orderLineIds: $ids) { returnableQuantity } }', { ids: [orderLineId] });
      return (data as { returnableLines: { returnableQuantity: string }[] }).returnableLines[0]?.returnableQuantity ?? '';
    },
    async settle() {
      await returns.relay.drained();
      await orders.relay.drained();
    },
    async [Symbol.asyncDispose]() {
      await returns.stop();
      await orders.stop();
    },
  };
  return desk;
}
