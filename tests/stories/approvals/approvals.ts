import { expect } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';

export const PLACE = `mutation ($input: PlaceOrderInput!) {
  placeOrder(input: $input) {
    ... on Order { id number status total { amount } placedBy { id } approval { id } }
    ... on ApprovalRequired { approvalId reason total { amount } }
  }
}`;
export const LIMIT = 'mutation ($limit: SpendingLimitInput!) { setSpendingLimit(limit: $limit) { id user { id } perOrder { amount } perPeriod { amount } period tiers { allOf { needed anyOf { permission user { id } } } } } }';
export const APPROVE = 'mutation ($input: DecideApprovalInput!) { approveOrder(input: $input) { status version } }';
export const REJECT = 'mutation ($input: DecideApprovalInput!) { rejectOrder(input: $input) { status version } }';
export const APPROVAL = `query ($id: ID!) {
  approval(id: $id) {
    id number version status contentHash total { amount } requester { id } contact { id } cart { id } order { id total { amount } }
    lines { product { sku } description quantity total { amount } }
    demands { kind reason tiers { allOf { needed given anyOf { permission user { id } } } } }
    decisions { by { id } onBehalfOf { id } verdict comment }
    trouble { code message }
    availableActions { name allowed reason }
  }
}`;

export const idOf = async (person: Session): Promise<string> => (await person.ask('{ viewer { id } }')).viewer.id;

export const approvalOf = async (person: Session, id: string): Promise<Data> => (await person.ask(APPROVAL, { id })).approval;

/** A cart with so many red mugs, and what it takes to order it. */
export async function mugs(buyer: Session, quantity: number, more: Data = {}): Promise<{ input: Data; cartId: string; lineId: string }> {
  const { addCartLines: cart } = await buyer.ask('mutation ($quantity: Decimal!) { addCartLines(lines: [{ sku: "MUG-RED", quantity: $quantity }]) { id priceHash lines { id } } }', { quantity: String(quantity) });
  return { cartId: cart.id, lineId: cart.lines[0].id, input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: `${cart.id}:${quantity}`, ...more } };
}

/** Bea orders so many mugs and is told to ask. */
export async function asked(buyer: Session, quantity: number, more: Data = {}): Promise<{ approvalId: string; input: Data; cartId: string; lineId: string }> {
  const wanted = await mugs(buyer, quantity, more);
  const { placeOrder } = await buyer.ask(PLACE, { input: wanted.input });
  expect(placeOrder).toMatchObject({ approvalId: expect.any(String) });
  return { ...wanted, approvalId: placeOrder.approvalId };
}

export async function answer(person: Session, approvalId: string, comment?: string): Promise<{ input: Data }> {
  return { input: { approvalId, contentHash: (await approvalOf(person, approvalId)).contentHash, comment } };
}

/** Until something has come of an approval. */
export async function settled(world: World, person: Session, approvalId: string): Promise<Data> {
  const watch = await person.watch('subscription ($id: ID!) { approvalChanged(approvalId: $id) { cause approval { status order { id } } } }', { id: approvalId });
  await watch.until(({ approvalChanged: { approval } }) => approval.status !== 'PENDING' && approval.status !== 'APPROVED');
  await world.settle();
  return approvalOf(person, approvalId);
}
