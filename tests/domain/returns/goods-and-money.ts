import { execute, parse } from 'graphql';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import { settlePayments } from '../../../subgraphs/orders/use-cases/settle-payments.ts';
import { someone } from '../orders/shop.ts';
import type { Desk } from './desk.ts';

export const buyer = someone('INDIVIDUAL');
export const olga = someone('ADMINISTRATOR');

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id } } } }';
const SHIP = 'mutation ($input: ShipLinesInput!) { shipLines(input: $input) { invoices { number } } }';
const MEMOS = 'query ($id: ID!) { order(id: $id) { refundedTotal { amount } creditMemos { id status amount { amount } fee { amount } byHand { amount } } payments { refunded { amount } } } }';
export const RETURN = 'query ($id: ID!) { return(id: $id) { status creditedTotal { amount } lines { id quantity refund { amount } } } }';
export const RECEIVE = 'mutation ($input: ReceiveReturnInput!) { receiveReturn(input: $input) { status lines { quantity } refundTotal { amount } } }';

interface Memo {
  readonly id: string;
  readonly status: string;
  readonly amount: { readonly amount: string };
}

interface Bought {
  readonly orderId: string;
  readonly lineId: string;
}

export const contextOf = ({ orders }: Desk): OrdersContext => orders.contextFor(SYSTEM) as OrdersContext;

export async function atOrders({ orders }: Desk, viewer: Viewer, query: string, variables: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { data, errors } = await execute({ schema: orders.schema, document: parse(query), variableValues: variables, contextValue: orders.contextFor({ viewer, requestId: 'test' }) });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return data as Record<string, unknown>;
}

export async function settle(desk: Desk): Promise<void> {
  for (let round = 0; round < 3; round++) {
    await desk.settle();
    await settlePayments(contextOf(desk));
  }
  await desk.settle();
  await desk.settle();
}

/** Three bolts, for 10.00 without taxes. */
export async function buy(desk: Desk, payment: object): Promise<Bought> {
  const { placeOrder } = await atOrders(desk, buyer, PLACE, { input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), payment } });
  const { id: orderId, lines } = placeOrder as { id: string; lines: { id: string }[] };
  await desk.settle();
  return { orderId, lineId: lines[0]?.id ?? '' };
}
export const byCard = { paymentMethodId: newId() };
export const ship = (desk: Desk, { lineId }: Bought, quantity: string) => atOrders(desk, olga, SHIP, { input: { lines: [{ orderLineId: lineId, quantity }] } });

export async function agreed(desk: Desk, { lineId }: Bought, quantity: string): Promise<{ id: string; returnLineId: string }> {
  const { addReturnLines } = await desk.ask<{ addReturnLines: { id: string; lines: { id: string }[] } }>(buyer, 'mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id lines { id } } }', { lines: [{ orderLineId: lineId, quantity, reason: 'DAMAGED' }] });
  const { id } = addReturnLines;
  await desk.ask(buyer, 'mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id } }', { id, key: newId() });
  await desk.ask(olga, 'mutation ($id: ID!) { approveReturn(returnId: $id) { id } }', { id });
  await settle(desk);
  return { id, returnLineId: addReturnLines.lines[0]?.id ?? '' };
}

export async function takeIn(desk: Desk, { id: returnId, returnLineId }: { id: string; returnLineId: string }, quantity: string): Promise<void> {
  const line = { returnLineId, quantity };
  await desk.ask(olga, RECEIVE, { input: { returnId, lines: [line] } });
  await desk.ask(olga, 'mutation ($input: InspectReturnInput!) { inspectReturn(input: $input) { id } }', { input: { returnId, findings: [{ ...line, condition: 'AS_NEW' }] } });
  await desk.ask(olga, 'mutation ($input: DisposeReturnInput!) { disposeReturn(input: $input) { id } }', { input: { returnId, dispositions: [{ ...line, disposition: 'SCRAP' }] } });
  await settle(desk);
}

export const memosOf = async (desk: Desk, { orderId }: Bought): Promise<Memo[]> => (((await atOrders(desk, buyer, MEMOS, { id: orderId })).order as { creditMemos: Memo[] }).creditMemos);
export const statusOf = async (desk: Desk, id: string): Promise<string> => (await desk.ask<{ return: { status: string } }>(buyer, RETURN, { id })).return.status;
