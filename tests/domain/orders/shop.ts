import { execute, parse } from 'graphql';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcessBus } from '#kernel/bus.ts';
import { fakeClock, type FakeClock } from '#kernel/clock.ts';
import type { DomainEvent } from '#kernel/events.ts';
import { newId } from '#kernel/ids.ts';
import type { Env } from '#kernel/settings.ts';
import type { PeerTransport } from '#kernel/peers.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { readOrdersConfig } from '../../../subgraphs/orders/config.ts';
import type { Failpoint } from '../../../subgraphs/orders/failpoint.ts';
import type { PaymentProvider } from '../../../subgraphs/orders/payments/ports.ts';
import { ordersSubgraph } from '../../../subgraphs/orders/subgraph.ts';

/** What the peers of orders were asked for; each remembers by checkout, as the real ones do. */
export interface Peers {
  readonly transport: PeerTransport;
  readonly held: Map<string, string>;
  readonly reserved: Set<string>;
  readonly redeemed: Map<string, readonly string[]>;
  /** The promotions that what is confirmed makes use of. */
  promotionIds: readonly string[];
  readonly asked: string[];
  /** What the cart or quote is worth now, as a fingerprint, and its lines. */
  priceHash: string;
  lines: readonly unknown[];
  /** Its totals, where they are not the usual ones. */
  totals: object;
  /** What the catalog says they are put together of. */
  compositions: readonly unknown[];
  /** Products that it says are not sent. */
  unsent: readonly string[];
  /** The buyers of the account, as accounts knows them. */
  members: readonly { readonly id: string; readonly permissions: readonly string[] }[];
  /** What the payment service calls the card of whoever pays by one. */
  token: string;
  /** Express orders that carts say are due, until they are held. */
  due: readonly { readonly cartId: string; readonly version: number; readonly paymentKind: string; readonly buyer: Viewer }[];
  /** Refuses or breaks the named question while it is set. */
  fails: { [question: string]: Error | { code: string } };
}

const money = (amount: string): { amount: string; currency: string } => ({ amount, currency: 'GBP' });

export const CART_LINE = { sku: 'BOLT', quantity: '3', uom: 'EACH', unitPrice: '3.333334', total: money('10.00'), discount: '0.00', taxes: [], explanation: [] };

/** What every order asks for, whatever happens. */
const UNREMARKABLE: ReadonlySet<string> = new Set(['accountMayBuy', 'tellPeople', 'timeZoneOfAccount']);

export function stubPeers(buyer: Viewer, lines: readonly unknown[] = [CART_LINE]): Peers {
  const peers: Peers = { transport, held: new Map(), reserved: new Set(), redeemed: new Map(), promotionIds: [], asked: [], token: 'tok_visa', due: [], fails: {}, priceHash: 'h', lines, totals: {}, compositions: [], unsent: [], members: [] };

  async function transport({ query, variables = {} }: Parameters<PeerTransport>[0]): ReturnType<PeerTransport> {
    const question = /\b(accountMayBuy|timeZoneOfAccount|paymentMethodToUse|offers|dueExpressOrders|confirmCart|confirmExpressCart|releaseCart|confirmQuote|releaseQuote|cart|quote|membersOf|tellPeople|reserveStock|releaseStock|redeemPromotions|releasePromotions)\(/.exec(query)?.[1] ?? '?';
    if (!UNREMARKABLE.has(question)) peers.asked.push(question);
    const failure = peers.fails[question];
    if (failure instanceof Error) throw failure;
    if (failure) return { errors: [{ message: failure.code, extensions: { code: failure.code, details: { from: question } } } as never] };
    return { data: { [question]: answer(question, variables as Record<string, string>), _entities: peers.unsent.map((sku) => ({ sku, shippable: false, serialControlled: false })), compositions: peers.compositions } };
  }

  function answer(question: string, { cartId, quoteId, checkoutId = '', reservationId = '', after = '' }: Record<string, string>): unknown {
    if (question === 'accountMayBuy') return true;
    if (question === 'timeZoneOfAccount') return null;
    if (question === 'tellPeople') return true;
    if (question === 'membersOf') return peers.members.map((member) => ({ name: null, email: null, ...member }));
    if (question === 'cart' || question === 'quote') return { priceHash: peers.priceHash };
    if (question === 'paymentMethodToUse') return { id: 'm', type: 'CARD', label: null, brand: 'Visa', last4: '1111', expires: '2099-05', token: peers.token };
    if (question === 'offers') return [{ sku: 'BOLT', name: 'Bolt M8', returnable: true }, { sku: 'HELP', name: 'Help', returnable: true }, { sku: 'GIFT', name: 'Gift card', returnable: false }];
    if (question === 'dueExpressOrders') return peers.due.filter((order) => order.cartId > (after ?? '') && !peers.held.has(order.cartId));
    if (question === 'reserveStock') return peers.reserved.add(reservationId).size > 0;
    if (question === 'redeemPromotions') return peers.redeemed.set(checkoutId, peers.promotionIds).size > 0;
    if (question === 'releasePromotions') return peers.redeemed.delete(checkoutId) || true;
    if (question === 'releaseStock') return peers.reserved.delete(reservationId) || true;
    const source = cartId ?? quoteId ?? '';
    if (question.startsWith('release')) return peers.held.delete(source) || true;
    peers.held.set(source, checkoutId);
    const { promotionIds, lines: confirmed } = peers;
    const terms = { taxes: [], adjustments: [], promotionIds, paymentTerm: null, shippingMethod: null, pricesIncludeTax: false, taxRelief: '0' };
    const totals = { ...terms, subtotal: money('10.00'), discountTotal: money('0.00'), taxTotal: money('2.00'), shippingTotal: money('0.00'), total: money('12.00') };
    return { accountId: buyer.accountId, ownerId: buyer.id, currency: 'GBP', ...totals, ...peers.totals, lines: confirmed };
  }
  return peers;
}

export interface Shop extends AsyncDisposable {
  readonly clock: FakeClock;
  readonly peers: Peers;
  readonly running: RunningSubgraph;
  readonly events: DomainEvent[];
  readonly bus: ReturnType<typeof inProcessBus>;
  ask<Data>(viewer: Viewer | null, query: string, variables?: Record<string, unknown>): Promise<Data>;
  refused(viewer: Viewer | null, query: string, variables?: Record<string, unknown>): Promise<{ code: string; details: Record<string, unknown> }>;
  /** The process is killed and starts again over the same files. */
  restart(failpoint?: Failpoint): Promise<Shop>;
}

export function someone(kind: Viewer['kind'], permissions: string[] = [], accountId: string = newId()): Viewer {
  return { id: newId(), kind, accountId, permissions };
}

export interface ShopOptions {
  readonly failpoint?: Failpoint;
  /** Survives restarts, as the real ones do. */
  readonly payments?: PaymentProvider;
  readonly env?: Env;
  readonly dataDir?: string;
  readonly clock?: FakeClock;
}

/** The orders subgraph alone, over a file, with stub peers and a clock that tests move. */
export async function openShop(peers: Peers, options: ShopOptions = {}): Promise<Shop> {
  const { failpoint, payments, env = {}, dataDir = mkdtempSync(join(tmpdir(), 'orders-')), clock = fakeClock() } = options;
  const bus = inProcessBus();
  const events: DomainEvent[] = [];
  bus.consume(['order'], async (event) => void events.push(event));
  const running = await ordersSubgraph({ failpoint, payments, orders: readOrdersConfig({ CARTWRIGHT_ORDERS_CANCELLATION: 'true', ...env }) }).run({ dataDir, bus, clock, peers: peers.transport, log: () => undefined });

  const send = (viewer: Viewer | null, query: string, variables?: Record<string, unknown>) =>
    execute({ schema: running.schema, document: parse(query), variableValues: variables, contextValue: running.contextFor({ viewer, requestId: 'test' }) });

  return {
    clock,
    peers,
    running,
    events,
    bus,
    async ask<Data>(viewer: Viewer | null, query: string, variables?: Record<string, unknown>) {
      const result = await send(viewer, query, variables);
      if (result.errors?.[0]) throw result.errors[0].originalError ?? result.errors[0];
      return result.data as Data;
    },
    async refused(viewer, query, variables) {
      const error = (await send(viewer, query, variables)).errors?.[0];
      if (!error) throw new Error('It was not refused.');
      return error.extensions as { code: string; details: Record<string, unknown> };
    },
    async restart(next) {
      await running.stop();
      return openShop(peers, { failpoint: next, payments, env, dataDir, clock });
    },
    async [Symbol.asyncDispose]() {
      await running.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
