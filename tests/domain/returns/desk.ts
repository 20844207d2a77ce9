import { execute, parse } from 'graphql';
import { inProcessBus } from '#kernel/bus.ts';
import { fakeClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { PeerTransport } from '#kernel/peers.ts';
import type { Env } from '#kernel/settings.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { DEMO_SETTINGS } from '../../../gateway/demo-settings.ts';
import { ordersSubgraph, type OrdersOptions } from '../../../subgraphs/orders/subgraph.ts';
import { readReturnsConfig } from '../../../subgraphs/returns/config.ts';
import { returnsSubgraph } from '../../../subgraphs/returns/subgraph.ts';
import { stubPeers, type Peers } from '../orders/shop.ts';

export interface Desk extends AsyncDisposable {
  readonly orders: RunningSubgraph;
  readonly returns: RunningSubgraph;
  /** The questions returns put to orders; a test may break them. */
  breaks: { after?: string; before?: () => Promise<void> };
  readonly peers: Peers;
  /** Time goes by. */
  advance(ms: number): void;
  ask<Data>(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Data>;
  refused(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<{ code: string; details: Record<string, unknown> }>;
  /** Places an order of three bolts for 10.00 and answers with the id of its line. */
  orderThreeBolts(): Promise<string>;
  returnable(orderLineId: string): Promise<string>;
  /** Claims at orders past all that returns looks at. @returns the code of the refusal, or "claimed" */
  claim(viewer: Viewer, returnId: string, orderLineId: string, quantity: string, shippedOnly: boolean, version?: number): Promise<string>;
  settle(): Promise<void>;
}

const run = (subgraph: RunningSubgraph, viewer: Viewer | null, query: string, variables?: Record<string, unknown>) =>
  execute({ schema: subgraph.schema, document: parse(query), variableValues: variables, contextValue: subgraph.contextFor({ viewer, requestId: 'test' }) });

const SET_UP: Env = Object.fromEntries(Object.entries(DEMO_SETTINGS).filter(([name]) => name.startsWith('CARTWRIGHT_RETURNS_')));

const HOME = { id: 'home', customerId: null, recipient: 'Someone', line1: '1 Road', line2: null, postalCode: 'A1', city: 'Town', country: 'GB' };

/** Everybody lives at one address, and is a contact of their own. */
function accountsSay(query: string, contactIds: readonly string[] = []): Record<string, unknown> {
  const contacts = contactIds.map((id) => ({ id, customerId: null, name: 'Someone', email: null, phone: null }));
  if (query.includes('defaultAddresses(')) return { defaultAddresses: { shipTo: HOME, billTo: HOME }, addresses: { nodes: [HOME] } };
  return { addressesOf: [HOME], contactsOf: contacts, sellersInRole: [] };
}

/** Orders and returns side by side, talking to each other as in the product; carts, quotes and catalog are stubs. */
export async function openDesk(buyer: Viewer, options: { approval?: boolean; lines?: readonly unknown[]; env?: Env; orders?: OrdersOptions; totals?: () => object } = {}): Promise<Desk> {
  const bus = inProcessBus();
  const clock = fakeClock();
  const peers = stubPeers(buyer, options.lines);
  const breaks: Desk['breaks'] = {};
  const host = { dataDir: ':memory:', bus, clock, log: () => undefined };
  const toPeers: PeerTransport = async (question, facts) => {
    const answer = await peers.transport(question, facts);
    const { confirmCart } = (answer.data ?? {}) as { confirmCart?: object };
    if (confirmCart && options.totals) Object.assign(confirmCart, options.totals());
    return answer;
  };
  const orders = await ordersSubgraph(options.orders ?? {}).run({ ...host, peers: toPeers });

  const toOrders: PeerTransport = async ({ subgraph, query, variables }, facts) => {
    if (subgraph === 'notifications') return { data: { tellPeople: true } };
    if (subgraph === 'accounts') return { data: accountsSay(query, variables?.contactIds as string[]) };
    if (query.includes('claimReturn')) await breaks.before?.();
    const answer = await run(orders, facts.viewer, query, { ...variables });
    if (breaks.after && query.includes(breaks.after)) throw new Error('killed');
    return answer;
  };
  const env = { ...SET_UP, CARTWRIGHT_RETURNS_APPROVAL: String(options.approval ?? true), ...options.env };
  const returns = await returnsSubgraph({ returns: readReturnsConfig(env) }).run({ ...host, peers: toOrders });

  const desk: Desk = {
    orders,
    returns,
    breaks,
    peers,
    advance: (ms) => clock.advance(ms),
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
      const { data } = await run(orders, buyer, 'query ($ids: [ID!]!) { linesToReturn(orderLineIds: $ids) { returnableQuantity } }', { ids: [orderLineId] });
      return (data as { linesToReturn: { returnableQuantity: string }[] }).linesToReturn[0]?.returnableQuantity ?? '';
    },
    async claim(viewer, returnId, orderLineId, quantity, shippedOnly, version = 1) {
      const claim = 'mutation ($returnId: ID!, $version: Int!, $lines: [ReturnClaimInput!]!, $shippedOnly: Boolean) { claimReturn(returnId: $returnId, version: $version, lines: $lines, shippedOnly: $shippedOnly) { orderLineId } }';
      const { errors } = await run(orders, viewer, claim, { returnId, version, lines: [{ orderLineId, quantity }], shippedOnly });
      return String(errors?.[0]?.extensions.code ?? 'claimed');
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
