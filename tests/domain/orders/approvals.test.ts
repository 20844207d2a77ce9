import { expect, test } from 'vitest';
import { APPROVAL_KEY } from '../../../subgraphs/orders/domain/place-order-input.ts';
import type { CheckoutPoint } from '../../../subgraphs/orders/failpoint.ts';
import { approvalOf, APPROVE, BUDGET, COSTS, LIMIT, limited, openFirm, place, PLACE, REJECT, saying, settle, wanted, type Firm } from './approval-shop.ts';
import { CART_LINE, someone } from './shop.ts';

const ordersOf = ({ shop }: Firm): Promise<{ id: string; totalMinor: bigint; approvalId: string | null }[]> => shop.running.db.kernel.selectFrom('Order' as never).selectAll().execute() as never;

async function askedFor(firm: Firm, order = wanted()): Promise<string> {
  await limited(firm);
  const { approvalId } = await place(firm, order);
  if (!approvalId) throw new Error('Nobody is asked.');
  return approvalId;
}

test('who asks lets go of the cart, and hears the same of the same key until there is an order', async () => {
  await using firm = await openFirm();
  const order = wanted();
  const approvalId = await askedFor(firm, order);
  expect([firm.peers.held.size, firm.peers.reserved.size]).toEqual([0, 0]);
  expect(await place(firm, order)).toEqual({ approvalId, reason: 'The order is above the spending limit of 10.00 GBP.', total: { amount: '12.00' } });
  expect((await place(firm, { input: { ...order.input, idempotencyKey: 'another' } })).approvalId).toBe(approvalId);
  await firm.shop.ask(firm.boss, APPROVE, await saying(firm, approvalId));
  const done = await settle(firm, approvalId);
  expect(done).toMatchObject({ status: 'ORDERED', order: { id: expect.any(String) } });
  expect(await place(firm, order)).toMatchObject({ id: done.order?.id, approval: { id: approvalId } });
});

const POINTS: CheckoutPoint[] = ['confirmed:unsaved', 'confirmed', 'approved:unsaved', 'approved', 'stockReserved:unsaved', 'stockReserved', 'paymentAuthorised:unsaved', 'paymentAuthorised', 'placed:unsaved', 'placed'];

test.each(POINTS)('killed at %s on the way from the last yes to the order, there is one order, after the restart', async (point) => {
  let armed = false;
  await using firm = await openFirm((at) => {
    if (armed && at === point) throw new Error('killed');
  });
  const approvalId = await askedFor(firm);
  armed = true;
  await firm.shop.ask(firm.boss, APPROVE, await saying(firm, approvalId));
  firm.shop = await firm.shop.restart();
  firm.shop.clock.advance(60_000);
  expect(await settle(firm, approvalId)).toMatchObject({ status: 'ORDERED' });
  expect(await ordersOf(firm)).toHaveLength(1);
});

test('killed between the request and its note, it is asked once', async () => {
  let killed = false;
  await using firm = await openFirm((at) => {
    if (!killed && at === 'approved:unsaved') {
      killed = true;
      throw new Error('killed');
    }
  });
  await limited(firm);
  const order = wanted();
  await firm.shop.refused(firm.buyer, PLACE, order);
  firm.shop = await firm.shop.restart();
  firm.shop.clock.advance(60_000);
  expect((await place(firm, order)).approvalId).toBe((await place(firm, order)).approvalId);
});

test.each([
  ['a price', (firm: Firm): void => { firm.peers.fails = { confirmCart: { code: 'PRICE_CHANGED' } }; }, 'PRICE_CHANGED'],
  ['a line, by a cart that keeps its price', (firm: Firm): void => { firm.peers.lines = [{ ...CART_LINE, sku: 'NUT' }]; }, 'APPROVAL_STALE'],
  ['the stock', (firm: Firm): void => { firm.peers.fails = { reserveStock: { code: 'INSUFFICIENT_STOCK' } }; }, 'INSUFFICIENT_STOCK'],
] as const)('when %s is no longer as approved, nothing is ordered, and the approval is void', async (_what, change, code) => {
  await using firm = await openFirm();
  const approvalId = await askedFor(firm);
  change(firm);
  await firm.shop.ask(firm.boss, APPROVE, await saying(firm, approvalId));
  expect(await settle(firm, approvalId)).toMatchObject({ status: 'VOID', trouble: { code } });
  expect(await ordersOf(firm)).toEqual([]);
  expect([firm.peers.held.size, firm.peers.reserved.size]).toEqual([0, 0]);
});

test('a yes to what has changed meanwhile is no yes', async () => {
  await using firm = await openFirm();
  const approvalId = await askedFor(firm);
  const answer = await saying(firm, approvalId);
  firm.peers.priceHash = 'moved';
  expect((await firm.shop.refused(firm.boss, APPROVE, answer)).code).toBe('INVALID_STATE');
  expect(await approvalOf(firm, approvalId)).toMatchObject({ status: 'VOID', trouble: { code: 'APPROVAL_STALE' } });
});

test('a peer that does not answer is waited for; the approval stands', async () => {
  await using firm = await openFirm();
  const approvalId = await askedFor(firm);
  firm.peers.fails = { confirmCart: { code: 'INVALID_STATE' } };
  await firm.shop.ask(firm.boss, APPROVE, await saying(firm, approvalId));
  await expect.poll(() => firm.peers.asked.filter((question) => question === 'confirmCart').length).toBeGreaterThan(1);
  expect(await approvalOf(firm, approvalId)).toMatchObject({ status: 'APPROVED' });
  firm.peers.fails = {};
  firm.shop.clock.advance(31_000);
  expect(await settle(firm, approvalId)).toMatchObject({ status: 'ORDERED' });
});

test('of two who answer at once, one with yes and one with no, one wins and the other hears that it is answered [F49]', async () => {
  for (let round = 0; round < 5; round++) {
    await using firm = await openFirm();
    const approvalId = await askedFor(firm);
    const answer = await saying(firm, approvalId);
    const said = await Promise.allSettled([firm.shop.ask(firm.boss, APPROVE, answer), firm.shop.ask(firm.other, REJECT, answer)]);
    const lost = said.filter((each) => each.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: 'INVALID_STATE' });
    const { status } = await settle(firm, approvalId);
    expect(status).toBe(said[0]?.status === 'fulfilled' ? 'ORDERED' : 'REJECTED');
    expect(await ordersOf(firm)).toHaveLength(status === 'ORDERED' ? 1 : 0);
  }
});

test('it expires when nobody answers, and an answer comes too late', async () => {
  await using firm = await openFirm();
  const approvalId = await askedFor(firm);
  const answer = await saying(firm, approvalId);
  firm.shop.clock.advance(15 * 86_400_000);
  expect((await firm.shop.refused(firm.boss, APPROVE, answer)).code).toBe('INVALID_STATE');
  expect(await settle(firm, approvalId)).toMatchObject({ status: 'EXPIRED' });
});

test('nobody widens their own limit, takes it away, or bars the way of an approved order', async () => {
  await using firm = await openFirm();
  const { shop, boss, other, buyer } = firm;
  const set = (as: typeof boss, limit: Record<string, unknown>) => shop.refused(as, LIMIT, { limit: { currency: 'GBP', ...limit } }).then(({ code }) => code, () => 'set');
  expect(await set(other, { userId: boss.id, perOrder: '10.00' })).toBe('set');
  expect(await set(boss, { userId: boss.id, perOrder: '10.01' })).toBe('FORBIDDEN');
  expect(await set(boss, { userId: boss.id, perOrder: '9.00' })).toBe('set');
  expect(await set(boss, { userId: boss.id, currency: 'EUR', perOrder: '1.00' })).toBe('FORBIDDEN');
  expect(await set(boss, { perOrder: '1000.00' })).toBe('set'); // everybody's, which is not theirs
  expect(await set(other, { perOrder: '2000.00' })).toBe('FORBIDDEN');
  expect(await set(buyer, { userId: buyer.id, perOrder: '5000.00' })).toBe('FORBIDDEN');
  expect(await set(someone('BUYER', ['MANAGE_ACCOUNT']), { accountId: buyer.accountId, perOrder: '1.00' })).toBe('NOT_FOUND');
  expect((await shop.refused(buyer, PLACE, wanted({ idempotencyKey: `${APPROVAL_KEY}x` }))).code).toBe('BAD_USER_INPUT');
});

test('a limit for a period counts what was ordered before, of orders at once too, and what was canceled no longer', async () => {
  await using firm = await openFirm();
  const { shop, buyer } = firm;
  await limited(firm, { perOrder: null, perPeriod: '30.00', period: 'MONTH' });
  const atOnce = await Promise.allSettled([place(firm), place(firm), place(firm), place(firm)]);
  const placed = (await ordersOf(firm)).map(({ id }) => id);
  expect(placed).toHaveLength(2);
  for (const each of atOnce) if (each.status === 'rejected') expect((each.reason as { code: string }).code).toBe('INVALID_STATE');
  expect(await place(firm)).toMatchObject({ approvalId: expect.any(String) });
  await shop.ask(buyer, 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "no") { status } }', { id: placed[0] });
  expect(await place(firm)).toMatchObject({ status: 'BOOKED' });
});

async function withBudget(firm: Firm, policy: string, more: Record<string, unknown> = {}): Promise<void> {
  const { saveCostCentre } = await firm.shop.ask<{ saveCostCentre: { id: string } }>(firm.boss, COSTS, { costCentre: { code: 'IT', name: 'IT' } });
  await firm.shop.ask(firm.boss, BUDGET, { budget: { costCentreId: saveCostCentre.id, name: 'IT 2026', currency: 'GBP', amount: '30.00', period: 'YEAR', policy, ...more } });
}

const left = async ({ shop, boss }: Firm): Promise<string> => (await shop.ask<{ costCentres: { budgets: { remaining: { amount: string } }[] }[] }>(boss, '{ costCentres { budgets { remaining { amount } } } }')).costCentres[0]?.budgets[0]?.remaining.amount ?? '';

test('a budget that blocks lets no more through than it holds, of orders at once too, and gets back what is canceled, once', async () => {
  await using firm = await openFirm();
  const { shop, buyer } = firm;
  await withBudget(firm, 'BLOCK');
  const atOnce = await Promise.allSettled([place(firm), place(firm), place(firm), place(firm)]);
  expect(atOnce.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'placed')).toSorted()).toEqual(['BUDGET_EXCEEDED', 'BUDGET_EXCEEDED', 'placed', 'placed']);
  expect(await left(firm)).toBe('6.00');
  expect([firm.peers.held.size, firm.peers.reserved.size]).toEqual([2, 2]);
  const [order] = await ordersOf(firm);
  await shop.ask(buyer, 'mutation ($id: ID!) { cancelOrder(orderId: $id, reason: "no") { status } }', { id: order?.id });
  await expect.poll(() => left(firm)).toBe('18.00');
});

test('a budget that warns lets it through and says so', async () => {
  await using firm = await openFirm();
  await withBudget(firm, 'WARN', { amount: '10.00' });
  expect(await place(firm)).toMatchObject({ status: 'BOOKED', costCentre: { code: 'IT' }, budgetNotices: [{ budget: 'IT 2026', over: { amount: '2.00' } }] });
});

test('a budget that asks is overdrawn by who has a yes, and by nobody else', async () => {
  await using firm = await openFirm();
  await withBudget(firm, 'REQUIRE_APPROVAL', { amount: '10.00' });
  const { approvalId, reason } = await place(firm);
  expect(reason).toBe('The budget "IT 2026" would be overdrawn by 2.00 GBP.');
  await firm.shop.ask(firm.boss, APPROVE, await saying(firm, approvalId ?? ''));
  expect(await settle(firm, approvalId ?? '')).toMatchObject({ status: 'ORDERED' });
  expect(await left(firm)).toBe('-2.00');
});

test('where there are cost centres an order is charged to one the buyer may charge to', async () => {
  await using firm = await openFirm();
  const { shop, boss, buyer } = firm;
  const centre = async (code: string, members: unknown[] = []) => (await shop.ask<{ saveCostCentre: { id: string } }>(boss, COSTS, { costCentre: { code, name: code, members } })).saveCostCentre.id;
  const bosses = await centre('BOSS', [{ userId: boss.id }]);
  const it = await centre('IT');
  expect(await place(firm)).toMatchObject({ costCentre: { code: 'IT' } });
  await centre('HR');
  expect(await shop.refused(buyer, PLACE, wanted())).toMatchObject({ code: 'COST_CENTRE_REQUIRED', details: { costCentres: [{ name: 'HR' }, { id: it, name: 'IT' }] } });
  expect((await shop.refused(buyer, PLACE, wanted({ costCentreId: bosses }))).code).toBe('NOT_FOUND');
  await centre('HR', [{ userId: buyer.id, preferred: true }]);
  expect(await place(firm)).toMatchObject({ costCentre: { code: 'HR' } });
  expect(await place(firm, wanted({ costCentreId: it }))).toMatchObject({ costCentre: { code: 'IT' } });
});
