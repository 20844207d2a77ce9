import { expect, test } from 'vitest';
import type { Failpoint } from '../../subgraphs/orders/failpoint.ts';
import { resumeCheckouts } from '../../subgraphs/orders/use-cases/resume-checkouts.ts';
import { approvalOf, APPROVE, LIMIT, limited, openFirm, PLACE, REJECT, saying, settle, wanted, type Firm, type Outcome } from '../domain/orders/approval-shop.ts';
import { createDice } from '../support/dice.ts';
import { report } from '../support/figures.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 30);
const AT_ONCE = 3;
const ROUNDS_A_MONTH = 6;
const DAY_MS = 86_400_000;
const ORDER_MINOR = 1_200n;
const PER_MONTH_MINOR = 3_000n;

interface Written {
  readonly id: string;
  readonly placedById: string;
  readonly placedAt: Date;
  readonly totalMinor: bigint;
  readonly approvalId: string | null;
}

interface Yes {
  readonly approvalId: string;
  readonly userId: string;
  readonly verdict: string;
}

const rowsOf = <Row>(firm: Firm, entity: string): Promise<Row[]> => firm.shop.running.db.kernel.selectFrom(entity as never).selectAll().orderBy('id' as never).execute() as never;

/** All orders that there are, looked at one by one: above what their buyer may order alone, somebody else agreed. [I15] */
async function unapproved(firm: Firm): Promise<string[]> {
  const [orders, decisions] = [await rowsOf<Written>(firm, 'Order'), await rowsOf<Yes>(firm, 'ApprovalDecision')];
  const ofOther = new Map<string, bigint>();
  return orders.flatMap(({ id, placedById, placedAt, totalMinor, approvalId }) => {
    const month = new Date(placedAt).toISOString().slice(0, 7);
    if (placedById === firm.other.id) ofOther.set(month, (ofOther.get(month) ?? 0n) + totalMinor);
    const isAbove = placedById === firm.buyer.id || (placedById === firm.other.id && (ofOther.get(month) ?? 0n) > PER_MONTH_MINOR);
    const hasYes = decisions.some((each) => each.approvalId === approvalId && each.verdict === 'AGREED' && each.userId !== placedById);
    return isAbove && !hasYes ? id : [];
  });
}

test(`${ROUNDS} rounds of orders at once, answers by whoever comes, and kills: no order above a limit without another's yes, one order an approval [I15]`, async () => {
  const dice = createDice(15);
  let armed = false;
  let kills = 0;
  const failpoint: Failpoint = () => {
    if (!armed || dice.roll() >= 0.15) return;
    kills++;
    throw new Error('killed');
  };
  await using firm = await openFirm(failpoint);
  await limited(firm);
  await firm.shop.ask(firm.boss, LIMIT, { limit: { userId: firm.other.id, currency: 'GBP', period: 'MONTH', perPeriod: '30.00' } });
  const figures = { placed: 0, asked: 0, refusedToThemselves: 0, answered: 0 };
  const people = [firm.buyer, firm.other, firm.boss] as const;

  for (let round = 0; round < ROUNDS; round++) {
    const isNewMonth = round % ROUNDS_A_MONTH === 0;
    if (isNewMonth) firm.shop.clock.advance(31 * DAY_MS);
    armed = !isNewMonth; // together they are above what one may spend, each for itself is not
    const tries = Array.from({ length: AT_ONCE }, () => ({ who: isNewMonth ? firm.other : dice.pick(people), order: wanted() }));
    await Promise.allSettled(tries.map(({ who, order }) => firm.shop.ask(who, PLACE, order)));
    armed = false;
    if (dice.roll() < 0.3) firm.shop = await firm.shop.restart(failpoint);
    firm.shop.clock.advance(60_000);
    await resumeCheckouts(firm.shop.running.contextFor({ viewer: null, requestId: 'worker' }) as never);

    for (const { who, order } of tries) {
      const { placeOrder: outcome } = await firm.shop.ask<{ placeOrder: Outcome }>(who, PLACE, order);
      if (outcome.id) figures.placed++;
      if (!outcome.approvalId) continue;
      figures.asked++;
      const said = await saying(firm, outcome.approvalId);
      if (who !== firm.buyer) {
        await expect(firm.shop.ask(who, APPROVE, said)).rejects.toMatchObject({ code: 'FORBIDDEN' });
        figures.refusedToThemselves++;
      }
      const verdicts = people.filter((each) => each !== firm.buyer && each !== who).map((each) => firm.shop.ask(each, dice.roll() < 0.7 ? APPROVE : REJECT, said));
      await Promise.allSettled(verdicts);
      const { status } = await approvalOf(firm, outcome.approvalId);
      figures.answered++;
      if (status === 'APPROVED') expect((await settle(firm, outcome.approvalId)).status).toBe('ORDERED');
    }
    expect(await unapproved(firm)).toEqual([]);
  }
  const orders = await rowsOf<Written>(firm, 'Order');
  const approvals = orders.flatMap(({ approvalId }) => approvalId ?? []);
  expect(new Set(approvals).size).toBe(approvals.length);
  expect(orders.every(({ totalMinor }) => totalMinor === ORDER_MINOR)).toBe(true);
  expect(figures.refusedToThemselves).toBeGreaterThan(0);
  report('orders-above-a-limit', { rounds: ROUNDS, orders: orders.length, approved: approvals.length, kills, ...figures, unapproved: (await unapproved(firm)).length });
});
