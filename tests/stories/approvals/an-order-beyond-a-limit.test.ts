import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { answer, APPROVAL, approvalOf, APPROVE, asked, idOf, LIMIT, mugs, PLACE, REJECT, settled } from './approvals.ts';

const WITHDRAW = 'mutation ($id: ID!) { withdrawApproval(approvalId: $id) { status } }';

/** Bea may order for 100 pounds, and Ann says so. */
async function startWithLimit() {
  const world = await startWorld();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  await ann.ask(LIMIT, { limit: { userId: await idOf(bea), currency: 'GBP', perOrder: '100.00' } });
  return { world, bea, ann, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() };
}

test('an order within the limit is placed at once, and one beyond it when an approver has agreed', async () => {
  await using shop = await startWithLimit();
  const { world, bea, ann } = shop;
  expect((await bea.ask(PLACE, { input: (await mugs(bea, 2)).input })).placeOrder).toMatchObject({ status: 'BOOKED', approval: null });

  const { approvalId, input } = await asked(bea, 50);
  expect((await bea.ask(PLACE, { input })).placeOrder).toMatchObject({ approvalId, reason: 'The order is above the spending limit of 100.00 GBP.' });
  const waiting = await ann.ask('{ approvals(search: { waitingForMe: true }) { nodes { id status requester { id } } } }');
  expect(waiting.approvals.nodes).toEqual([{ id: approvalId, status: 'PENDING', requester: { id: await idOf(bea) } }]);
  expect((await bea.ask('{ approvals(search: { waitingForMe: true }) { nodes { id } } }')).approvals.nodes).toEqual([]);

  await ann.ask(APPROVE, await answer(ann, approvalId, 'Go on.'));
  const done = await settled(world, bea, approvalId);
  expect(done).toMatchObject({ status: 'ORDERED', version: 4, trouble: null, decisions: [{ by: { id: await idOf(ann) }, verdict: 'AGREED', comment: 'Go on.' }] });
  expect(done.order.total).toEqual(done.total);
  expect((await bea.ask(PLACE, { input })).placeOrder).toMatchObject({ id: done.order.id, placedBy: { id: await idOf(bea) }, approval: { id: approvalId } });
});

test('nobody agrees to their own order, strangers know of none, and who is not asked is refused', async () => {
  await using shop = await startWithLimit();
  const { world, bea, ann } = shop;
  const [gus, ben, olga] = [await world.as('gus'), await world.as('ben'), await world.as('olga')];
  const { approvalId } = await asked(bea, 50);
  expect((await bea.refused(APPROVE, await answer(bea, approvalId))).code).toBe('FORBIDDEN');
  expect((await approvalOf(bea, approvalId)).availableActions).toEqual([
    { name: 'approveOrder', allowed: false, reason: 'Not yours to do.' },
    { name: 'rejectOrder', allowed: false, reason: 'Not yours to do.' },
    { name: 'withdrawApproval', allowed: true, reason: null },
  ]);
  const known = await answer(bea, approvalId);
  expect((await gus.refused(APPROVE, known)).code).toBe('NOT_FOUND');
  expect((await gus.refused(APPROVAL, { id: approvalId })).code).toBe('NOT_FOUND');
  expect((await ben.refused(APPROVE, known)).code).toBe('FORBIDDEN');
  expect((await olga.refused(APPROVE, known)).code).toBe('FORBIDDEN');
  expect((await ann.refused(WITHDRAW, { id: approvalId })).code).toBe('FORBIDDEN');

  await ann.ask(LIMIT, { limit: { userId: await idOf(ann), currency: 'GBP', perOrder: '10.00' } });
  const own = await asked(ann, 5);
  expect((await ann.refused(APPROVE, await answer(ann, own.approvalId))).code).toBe('FORBIDDEN');
});

test('a no ends it, with a reason; the cart is free, and asked for again it is a new request', async () => {
  await using shop = await startWithLimit();
  const { bea, ann } = shop;
  const { approvalId, input, cartId } = await asked(bea, 50);
  expect((await ann.refused(REJECT, await answer(ann, approvalId))).code).toBe('BAD_USER_INPUT');
  expect((await ann.ask(REJECT, await answer(ann, approvalId, 'Too many.'))).rejectOrder.status).toBe('REJECTED');
  expect((await ann.refused(APPROVE, await answer(ann, approvalId))).code).toBe('INVALID_STATE');
  const { cart } = await bea.ask('query ($id: ID!) { cart(id: $id) { status availableActions { name allowed } } }', { id: cartId });
  expect(cart.availableActions).toContainEqual({ name: 'placeOrder', allowed: true });
  const again = await bea.ask(PLACE, { input: { ...input, idempotencyKey: 'again' } });
  expect(again.placeOrder.approvalId).not.toBe(approvalId);
  expect((await bea.ask(WITHDRAW, { id: again.placeOrder.approvalId })).withdrawApproval.status).toBe('WITHDRAWN');
});

test('an approver agrees to what they have read, and to nothing else', async () => {
  await using shop = await startWithLimit();
  const { bea, ann } = shop;
  const { approvalId } = await asked(bea, 50);
  expect((await ann.refused(APPROVE, { input: { approvalId, contentHash: 'other' } })).code).toBe('APPROVAL_STALE');
  expect(await approvalOf(ann, approvalId)).toMatchObject({ status: 'PENDING', version: 1, decisions: [] });
});
