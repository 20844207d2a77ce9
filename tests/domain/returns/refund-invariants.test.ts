import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { sum } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { billedFor } from '../../../subgraphs/orders/domain/refund.ts';
import type { OrderLine } from '../../../subgraphs/orders/entities/order-line.ts';
import { quantityOf } from '../../../subgraphs/returns/domain/pieces.ts';
import { paymentService } from '../orders/payment-service.ts';
import { bought, confirmed, type Bought } from './bought.ts';
import { openDesk, type Desk } from './desk.ts';
import { APPROVE, attempt, buyer, config, counts, DISPOSE, GIVE_UP, INSPECT, olga, open, ordersOf, PLACE, RECEIVE, RECORD, refusedIsFine, returnsOf, say, sendBack, settle, SHIP, step, type Ordered } from './model-commands.ts';

/** 1,000 by hand: RUNS=1000. */
const RUNS = Number(process.env.RUNS ?? 40);
const STEPS = 10;

/** The rules that hold at every moment, whatever happened: by line, by order, and at the payment service. */
async function check({ desk, orderId, shippedOnly }: Ordered, service: ReturnType<typeof paymentService>): Promise<void> {
  const { sql } = ordersOf(desk).db;
  const order = await sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  const lines = await sql.selectFrom('OrderLine').selectAll().where('orderId', '=', orderId).execute();
  const memos = await sql.selectFrom('CreditMemo').selectAll().where('orderId', '=', orderId).execute();
  const credits = await sql.selectFrom('CreditMemoLine').selectAll().where('orderId', '=', orderId).execute();
  const billed = await sql.selectFrom('InvoiceLine').selectAll().where('orderId', '=', orderId).execute();
  const claims = await sql.selectFrom('ReturnClaimLine').selectAll().where('orderId', '=', orderId).execute();
  for (const line of lines) {
    const whole = shippedOnly ? line.shippedMicro : line.quantityMicro;
    const mine = credits.filter(({ orderLineId }) => orderLineId === line.id);
    const credited = { micro: mine.reduce((all, each) => all + each.quantityMicro, 0n), minor: sum(mine.map((each) => each.amountMinor)) };
    const claimed = claims.filter(({ orderLineId }) => orderLineId === line.id);
    expect(line.returnedMicro, 'returned <= shipped, or ordered where nobody waits for parcels').toBeLessThanOrEqual(whole);
    expect(line.returnedMicro, 'returned is what is claimed').toBe(claimed.reduce((all, each) => all + each.quantityMicro, 0n));
    expect(line.refundedMinor, 'refunded is what is claimed').toBe(sum(claimed.map((each) => each.refundMinor)));
    expect(credited.micro, 'credited <= returned').toBeLessThanOrEqual(line.returnedMicro);
    expect(credited.minor, 'credited <= refunded').toBeLessThanOrEqual(line.refundedMinor);
    if (shippedOnly) expect(credited.minor, 'refunded <= charged for the line').toBeLessThanOrEqual(billedFor({ ...line, pickedMicro: 1n }, billed.filter(({ orderLineId }) => orderLineId === line.id), order));
    expect(line.refundedMinor, 'refunded <= paid for the line').toBeLessThanOrEqual(line.paidMinor);
  }
  const refunded = sum(memos.map((memo) => memo.amountMinor));
  expect(refunded, 'memos are their lines').toBe(sum(credits.map((credit) => credit.amountMinor)));
  expect(refunded, 'refunded <= the total').toBeLessThanOrEqual(order.totalMinor);
  const payment = await sql.selectFrom('Payment').selectAll().where('orderId', '=', orderId).executeTakeFirst();
  if (payment) {
    expect(payment.refundedMinor, 'refunded <= captured').toBeLessThanOrEqual(payment.capturedMinor);
    const ledger = service.inner.ledger.filter(({ authoriseKey }) => authoriseKey === `${order.checkoutId}:authorisePayment`);
    const total = (kind: string): bigint => sum(ledger.filter((entry) => entry.kind === kind).map(({ amount }) => BigInt(amount)));
    expect(total('REFUND'), 'what the service gave back').toBe(payment.refundedMinor);
    expect(total('CAPTURE'), 'what the service took').toBe(payment.capturedMinor);
    expect(payment.refundedMinor, 'the card gets what memos say').toBeLessThanOrEqual(refunded);
  }
}

/** Everything that was sold is shipped, comes back and is credited: to the cent what was paid. */
async function runOut(ordered: Ordered): Promise<void> {
  const { desk, orderId } = ordered;
  const { sql } = ordersOf(desk).db;
  for (const { id } of await open(ordered, ['PENDING'])) await say(desk.returns, buyer, GIVE_UP, { id }).catch(refusedIsFine);
  for (const { id } of await open(ordered, ['PENDING_APPROVAL'])) await say(desk.returns, olga, APPROVE, { id }).catch(refusedIsFine);
  await settle(desk);
  await takeAll(ordered);
  const order = await sql.selectFrom('Order').selectAll().where('id', '=', orderId).executeTakeFirstOrThrow();
  if (order.status === 'CANCELED') return;
  for (const { id: orderLineId, quantityMicro, shippedMicro } of await linesOf(ordered)) {
    if (quantityMicro > shippedMicro) await say(desk.orders, olga, SHIP, { input: { lines: [{ orderLineId, quantity: fromMicro(quantityMicro - shippedMicro) }] } });
  }
  await settle(desk);
  await payByHand(ordered); // and so close what was taken in: what was sent back to the buyer may come back anew
  for (const { id, quantityMicro, returnedMicro } of await linesOf(ordered)) if (quantityMicro > returnedMicro) await say(desk.returns, olga, APPROVE, { id: await sendBack(desk, id, fromMicro(quantityMicro - returnedMicro)) });
  await settle(desk);
  await takeAll(ordered);

  await payByHand(ordered);
  const after = await linesOf(ordered);
  const memos = await sql.selectFrom('CreditMemo').selectAll().where('orderId', '=', orderId).execute();
  expect(after.map((line) => [line.returnedMicro, line.refundedMinor])).toEqual(after.map((line) => [line.quantityMicro, line.paidMinor]));
  expect(sum(memos.map((memo) => memo.amountMinor)), 'all parts are the whole').toBe(sum(after.map((line) => line.paidMinor)));
  expect(memos.filter(({ status }) => status !== 'REFUNDED')).toEqual([]);
  expect(await open(ordered, ['BOOKED', 'RECEIVING', 'RECEIVED'])).toEqual([]);
  counts.memos += memos.length;
  counts.ended++;
}

const linesOf = ({ desk, orderId }: Ordered): Promise<OrderLine[]> => ordersOf(desk).db.sql.selectFrom('OrderLine').selectAll().where('orderId', '=', orderId).execute();

async function payByHand({ desk, orderId }: Ordered): Promise<void> {
  const memos = await ordersOf(desk).db.sql.selectFrom('CreditMemo').select('id').where('orderId', '=', orderId).where('status', '=', 'BY_HAND').execute();
  for (const { id } of memos) await say(desk.orders, olga, RECORD, { id });
  await settle(desk);
}

async function takeAll(ordered: Ordered): Promise<void> {
  const { returns } = ordered.desk;
  const { sql } = returnsOf(ordered.desk).db;
  for (const { id: returnId, returnLineId, quantityMicro } of await open(ordered, ['BOOKED', 'RECEIVING', 'RECEIVED'])) {
    const pieces = await sql.selectFrom('ReturnPiece').selectAll().where('returnLineId', '=', returnLineId).execute();
    const { status } = await sql.selectFrom('Return').select('status').where('id', '=', returnId).executeTakeFirstOrThrow();
    const missing = status === 'BOOKED' || status === 'RECEIVING' ? quantityMicro - quantityOf(pieces) : 0n; // taking in a line may have closed the return of another
    if (missing > 0n) await say(returns, olga, RECEIVE, { input: { returnId, lines: [{ returnLineId, quantity: fromMicro(missing) }] } });
    const unseen = missing + quantityOf(pieces.filter(({ condition }) => condition == null));
    if (unseen > 0n) await say(returns, olga, INSPECT, { input: { returnId, findings: [{ returnLineId, quantity: fromMicro(unseen), condition: 'AS_NEW' }] } });
    const undecided = unseen + quantityOf(pieces.filter(({ condition, disposition }) => condition != null && disposition == null));
    if (undecided > 0n) await say(returns, olga, DISPOSE, { input: { returnId, dispositions: [{ returnLineId, quantity: fromMicro(undecided), disposition: 'SCRAP' }] } });
  }
  await settle(ordered.desk);
}

test(`whatever happens to an order in whatever order, no more comes back than left and no more is refunded than was charged, per line and in total, to the cent [I12, I13]`, { timeout: 1_200_000 }, async () => {
  const service = paymentService();
  let wanted: Bought | undefined;
  const openFor = (shippedOnly: boolean): Promise<Desk> =>
    openDesk(buyer, { orders: { orders: config, payments: service }, totals: () => (wanted ? confirmed(wanted).totals : {}), env: { CARTWRIGHT_RETURNS_SHIPPED_ONLY: String(shippedOnly) } });
  await using strict = await openFor(true);
  await using trusting = await openFor(false);
  const began = performance.now();

  await fc.assert(
    fc.asyncProperty(bought, fc.boolean(), fc.array(step, { minLength: STEPS, maxLength: STEPS * 2 }), async (sold, shippedOnly, steps) => {
      const desk = shippedOnly ? strict : trusting;
      wanted = sold;
      desk.peers.lines = confirmed(sold).lines;
      const payment = sold.pays === 'CARD' ? { paymentMethodId: newId() } : { kind: sold.pays };
      const { placeOrder } = await say(desk.orders, buyer, PLACE, { input: { cartId: newId(), priceHash: 'h', idempotencyKey: newId(), payment } });
      const { id: orderId, lines } = placeOrder as { id: string; lines: { id: string }[] };
      const ordered: Ordered = { desk, orderId, lineIds: lines.map((line) => line.id), shippedOnly };
      for (let i = 0; i < steps.length; i++) {
        const [now, next] = [steps[i], steps[i + 1]];
        const isTogether = now?.together && next !== undefined;
        await Promise.all([now, ...(isTogether ? [next] : [])].map((each) => each && attempt(ordered, each)));
        if (isTogether) i++;
        await settle(desk);
        await check(ordered, service);
      }
      await runOut(ordered);
      await check(ordered, service);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  console.log(JSON.stringify({ model: 'refunds under random interleavings', interleavings: RUNS, seconds: Math.round((performance.now() - began) / 1_000), ...counts }));
  expect(counts.memos).toBeGreaterThan(RUNS / 2);
});
