import fc from 'fast-check';
import { execute, parse } from 'graphql';
import { isRefusal } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { SYSTEM, type RunningSubgraph } from '#kernel/subgraph.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { readOrdersConfig } from '../../../subgraphs/orders/config.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import { settlePayments } from '../../../subgraphs/orders/use-cases/settle-payments.ts';
import type { ReturnsContext } from '../../../subgraphs/returns/context.ts';
import { quantityOf } from '../../../subgraphs/returns/domain/pieces.ts';
import { someone } from '../orders/shop.ts';
import type { Desk } from './desk.ts';

export const buyer = someone('INDIVIDUAL');
export const olga = someone('ADMINISTRATOR');
export const config = readOrdersConfig({ CARTWRIGHT_ORDERS_CANCELLATION: 'true', CARTWRIGHT_ORDERS_ORDER_EDITS: 'true' });
export const counts = { commands: 0, refusals: 0, returns: 0, receipts: 0, memos: 0, edits: 0, cancellations: 0, ended: 0 };

export const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id } } } }';
export const SHIP = 'mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }';
const STAGE = 'mutation ($input: StageOrderEditInput!) { stageOrderEdit(input: $input) { id } }';
const APPLY = 'mutation ($id: ID!) { applyOrderEdit(editId: $id) { id } }';
const CANCEL = 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "Too many") { id } }';
const ADD = 'mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id } }';
const SUBMIT = 'mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id } }';
export const GIVE_UP = 'mutation ($id: ID!) { cancelReturn(returnId: $id) { id } }';
export const APPROVE = 'mutation ($id: ID!) { approveReturn(returnId: $id) { id } }';
const REJECT = 'mutation ($id: ID!) { rejectReturn(returnId: $id, reason: "Worn") { id } }';
export const RECEIVE = 'mutation ($input: ReceiveReturnInput!) { receiveReturn(input: $input) { id } }';
export const INSPECT = 'mutation ($input: InspectReturnInput!) { inspectReturn(input: $input) { id } }';
export const DISPOSE = 'mutation ($input: DisposeReturnInput!) { disposeReturn(input: $input) { id } }';
export const RECORD = 'mutation ($id: ID!) { recordRefund(creditMemoId: $id, reference: "T") { id } }';
const END = 'mutation ($input: HandleReturnInput!) { endReceiving(input: $input) { id } }';

const COMMANDS = ['ship', 'ship', 'ship', 'edit', 'cancel', 'return', 'agreed', 'agreed', 'agreed', 'approve', 'reject', 'receive', 'receive', 'receive', 'dispose', 'dispose', 'dispose', 'dispose', 'sendBack', 'end'] as const;
type Command = (typeof COMMANDS)[number];
/** What to do, to which line, how much of it, and whether the next comes at the same moment. */
export const step = fc.record({ command: fc.constantFrom(...COMMANDS), line: fc.nat(2), quantity: fc.integer({ min: 1, max: 3 }), together: fc.boolean() });
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

type Answer = Record<string, unknown>;

export interface Ordered {
  readonly desk: Desk;
  readonly orderId: string;
  readonly lineIds: readonly string[];
  /** Whether only what was shipped comes back; else also what nobody told of. */
  readonly shippedOnly: boolean;
}

export async function say(subgraph: RunningSubgraph, viewer: Viewer, query: string, variables: Record<string, unknown>): Promise<Answer> {
  const { data, errors } = await execute({ schema: subgraph.schema, document: parse(query), variableValues: variables, contextValue: subgraph.contextFor({ viewer, requestId: 'test' }) });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return data as Answer;
}

export const ordersOf = ({ orders }: Desk): OrdersContext => orders.contextFor(SYSTEM) as OrdersContext;
export const returnsOf = ({ returns }: Desk): ReturnsContext => returns.contextFor(SYSTEM) as ReturnsContext;

/** All that follows from what happened has happened. */
export async function settle(desk: Desk): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await desk.settle();
    await settlePayments(ordersOf(desk));
  }
  await desk.settle();
  await desk.settle();
}

/** One command; what the rules refuse is refused, and nothing else goes wrong. */
export async function attempt(ordered: Ordered, { command, line, quantity }: Step): Promise<void> {
  counts.commands++;
  try {
    await DO[await possible(ordered, command)](ordered, ordered.lineIds[line % ordered.lineIds.length] ?? '', String(quantity));
  } catch (error) {
    if (!isRefusal(error)) throw error;
    counts.refusals++;
  }
}

/** In which statuses a return must be for it, and what brings one there. */
const NEEDS: { readonly [C in Command]?: { readonly statuses: readonly string[]; readonly before: Command } } = {
  approve: { statuses: ['PENDING_APPROVAL'], before: 'return' },
  reject: { statuses: ['PENDING_APPROVAL'], before: 'return' },
  receive: { statuses: ['BOOKED', 'RECEIVING'], before: 'agreed' },
  end: { statuses: ['BOOKED', 'RECEIVING'], before: 'agreed' },
  dispose: { statuses: ['RECEIVING', 'RECEIVED'], before: 'receive' },
  sendBack: { statuses: ['RECEIVING', 'RECEIVED'], before: 'receive' },
};

/** Where there is no return for a command, what leads to one is done in its place. */
async function possible(ordered: Ordered, command: Command): Promise<Command> {
  const needs = NEEDS[command];
  if (!needs || (await open(ordered, needs.statuses)).some(({ orderId }) => orderId === ordered.orderId)) return command;
  return possible(ordered, needs.before);
}

export const open = ({ desk }: Ordered, statuses: readonly string[]) =>
  returnsOf(desk).db.sql.selectFrom('Return').innerJoin('ReturnLine', 'ReturnLine.returnId', 'Return.id').select(['Return.id as id', 'ReturnLine.id as returnLineId', 'ReturnLine.quantityMicro as quantityMicro', 'ReturnLine.orderId as orderId']).where('Return.status', 'in', statuses as never).execute();

/** Some return of the order in one of the statuses, and how much of it waits for each step; now and then more is asked for than does. */
async function some(ordered: Ordered, ...statuses: string[]): Promise<{ id: string; returnLineId: string; of: (waiting: 'missing' | 'unseen', quantity: string) => string }> {
  const found = (await open(ordered, statuses)).filter(({ orderId }) => orderId === ordered.orderId);
  const chosen = found[counts.commands % Math.max(found.length, 1)] ?? { id: newId(), returnLineId: newId(), quantityMicro: 0n };
  const pieces = await returnsOf(ordered.desk).db.sql.selectFrom('ReturnPiece').selectAll().where('returnLineId', '=', chosen.returnLineId).execute();
  const waits = { missing: chosen.quantityMicro - quantityOf(pieces), unseen: quantityOf(pieces.filter(({ condition }) => condition == null)) };
  return { ...chosen, of: (waiting, quantity) => (counts.commands % 5 === 0 ? quantity : fromMicro(smaller(waits[waiting], toMicro(quantity)))) };
}

const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const DO: { readonly [C in Command]: (ordered: Ordered, orderLineId: string, quantity: string) => Promise<unknown> } = {
  async ship({ desk }, orderLineId, quantity) {
    const { quantityMicro, shippedMicro } = await ordersOf(desk).db.sql.selectFrom('OrderLine').select(['quantityMicro', 'shippedMicro']).where('id', '=', orderLineId).executeTakeFirstOrThrow();
    await say(desk.orders, olga, SHIP, { input: { lines: [{ orderLineId, quantity: fromMicro(smaller(quantityMicro - shippedMicro, toMicro(quantity))) }] } });
  },
  async edit({ desk, orderId }, orderLineId, quantity) {
    const { stageOrderEdit } = await say(desk.orders, olga, STAGE, { input: { orderId, lines: [{ orderLineId, quantity: String(Number(quantity) - 1) }] } });
    await say(desk.orders, olga, APPLY, { id: (stageOrderEdit as { id: string }).id });
    counts.edits++;
  },
  async cancel({ desk, orderId }, _, quantity) {
    if (quantity !== '3') return; // or hardly any order would live to be returned
    await say(desk.orders, olga, CANCEL, { id: orderId });
    counts.cancellations++;
  },
  return: ({ desk }, orderLineId, quantity) => sendBack(desk, orderLineId, quantity),
  agreed: async ({ desk }, orderLineId, quantity) => say(desk.returns, olga, APPROVE, { id: await sendBack(desk, orderLineId, quantity) }),
  approve: async (ordered) => say(ordered.desk.returns, olga, APPROVE, { id: (await some(ordered, 'PENDING_APPROVAL')).id }),
  reject: async (ordered) => say(ordered.desk.returns, olga, REJECT, { id: (await some(ordered, 'PENDING_APPROVAL')).id }),
  async receive(ordered, _, quantity) {
    const { id, returnLineId, of } = await some(ordered, 'BOOKED', 'RECEIVING');
    await say(ordered.desk.returns, olga, RECEIVE, { input: { returnId: id, lines: [{ returnLineId, quantity: of('missing', quantity) }] } });
    counts.receipts++;
  },
  async dispose(ordered, _, quantity) {
    const { id, returnLineId, of } = await some(ordered, 'RECEIVING', 'RECEIVED');
    await say(ordered.desk.returns, olga, INSPECT, { input: { returnId: id, findings: [{ returnLineId, quantity: of('unseen', quantity), condition: 'DAMAGED' }] } }).catch(refusedIsFine);
    await say(ordered.desk.returns, olga, DISPOSE, { input: { returnId: id, dispositions: [{ returnLineId, quantity: of('unseen', quantity), disposition: 'SCRAP' }] } });
  },
  async sendBack(ordered, _, quantity) {
    const { id, returnLineId, of } = await some(ordered, 'RECEIVING', 'RECEIVED');
    await say(ordered.desk.returns, olga, INSPECT, { input: { returnId: id, findings: [{ returnLineId, quantity: of('unseen', quantity), condition: 'NOT_ACCEPTED' }] } });
    await say(ordered.desk.returns, olga, DISPOSE, { input: { returnId: id, dispositions: [{ returnLineId, quantity: of('unseen', quantity), disposition: 'SEND_BACK', condition: 'NOT_ACCEPTED' }] } });
  },
  end: async (ordered) => say(ordered.desk.returns, olga, END, { input: { returnId: (await some(ordered, 'BOOKED', 'RECEIVING')).id } }),
};

export const refusedIsFine = (error: unknown): void => {
  if (!isRefusal(error)) throw error;
};

export async function sendBack(desk: Desk, orderLineId: string, quantity: string): Promise<string> {
  const { addReturnLines } = await say(desk.returns, buyer, ADD, { lines: [{ orderLineId, quantity, reason: 'DAMAGED' }] });
  const { id } = addReturnLines as { id: string };
  await say(desk.returns, buyer, SUBMIT, { id, key: newId() }).catch(async (error: unknown) => {
    await say(desk.returns, buyer, GIVE_UP, { id }).catch(refusedIsFine); // or the next would come on top of it
    throw error;
  });
  counts.returns++;
  return id;
}
