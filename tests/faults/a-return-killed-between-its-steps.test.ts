import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openIssuer, type Issuer } from '../../subgraphs/accounts/issuer.ts';
import { freePort, startChild, type ChildProduct } from '../support/child-product.ts';
import { report, rounded } from '../support/figures.ts';
import { openSession, sessionWith, type Data, type Session } from '../support/session.ts';
import { startStripe, type StripeImitation } from '../support/stripe-imitation.ts';
import { gapsOf, undeliveredOf } from './support/audit.ts';
import { readRecords, type Records } from './support/records.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 1);
const RETURNS = 4;
const BOLTS = 18_000;

const ADD_TO_CART = 'mutation { addCartLines(lines: [{ sku: "BOLT-M8", quantity: 3 }]) { id priceHash } }';
const CARD = 'mutation ($method: PaymentMethodInput!) { savePaymentMethod(method: $method) { id } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id total { amount } } } } }';
const SHIP = 'mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }';
const ADD = 'mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id lines { id } } }';
const SUBMIT = 'mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { status } }';
const APPROVE = 'mutation ($id: ID!) { approveReturn(returnId: $id) { status } }';
const RECEIVE = 'mutation ($input: ReceiveReturnInput!) { receiveReturn(input: $input) { status } }';
const INSPECT = 'mutation ($input: InspectReturnInput!) { inspectReturn(input: $input) { status } }';
const DISPOSE = 'mutation ($input: DisposeReturnInput!) { disposeReturn(input: $input) { status } }';
const STATUS = 'query ($id: ID!) { return(id: $id) { status } }';

interface Wish {
  readonly orderId: string;
  readonly returnId: string;
  readonly returnLineId: string;
  /** What must come back, in pence. */
  readonly paid: number;
}

test('a return killed between approval, receipt and refund is refunded once, and the goods are on the shelf once [F02, I12, I13]', async () => {
  await using folder = temporaryFolder();
  await using stripe = await startStripe();
  const port = await freePort();
  const records = readRecords(folder.path);
  const recoveredInMs: number[] = [];
  let kills = 0;
  let product = await startChild(folder.path, port, { env: stripe.env });
  const issuer = await openIssuer(join(folder.path, 'issuer.jwk.json'));
  const accountId: string = (await (await openSession(product.url, 'cat')).ask('{ viewer { account { id } } }')).viewer.account.id;
  const wishes: Wish[] = [];

  /** Kills the product while it is asked for something, and starts it again. */
  async function killDuring(work: (olga: Session) => Promise<unknown>[], until: (asked: Promise<unknown>[]) => Promise<unknown>): Promise<void> {
    const asked = work(await openSession(product.url, 'olga')).map((each) => each.catch(() => undefined));
    await until(asked);
    await product.kill();
    kills++;
    await Promise.all(asked);
    stripe.behave('WELL');
    product = await startChild(folder.path, port, { env: stripe.env });
  }
  const first = (asked: Promise<unknown>[]): Promise<unknown> => Promise.race(asked);

  for (let round = 0; round < ROUNDS; round++) {
    const mine: Wish[] = [];
    for (let i = 0; i < RETURNS; i++) mine.push(await wish(product, issuer, accountId));
    await killDuring((olga) => mine.map(({ returnId: id }) => olga.ask(APPROVE, { id })), first);
    await everyone(product, mine, (olga, each) => approved(olga, each));
    await killDuring((olga) => mine.map((each) => olga.ask(RECEIVE, receiveOf(each))), first);
    await everyone(product, mine, (olga, each) => done(olga, RECEIVE, receiveOf(each)));
    await everyone(product, mine, (olga, each) => done(olga, INSPECT, inspectOf(each)));
    stripe.behave('HANG_AFTER', '/refunds'); // the money goes back, and nobody hears of it
    const before = stripe.refunds.size;
    await killDuring((olga) => mine.map((each) => olga.ask(DISPOSE, disposeOf(each))), async () => {
      await expect.poll(() => stripe.refunds.size, { timeout: 15_000, interval: 10 }).toBeGreaterThan(before);
    });
    const up = performance.now();
    await everyone(product, mine, (olga, each) => done(olga, DISPOSE, disposeOf(each)));
    await everyone(product, mine, closed);
    recoveredInMs.push(performance.now() - up);
    wishes.push(...mine);
  }
  await expect.poll(() => records.atRest(), { timeout: 10_000 }).toBe(true);

  const found = { wrong: wishes.flatMap((each) => wrongOf(each, records, stripe)), gaps: gapsOf(records).filter((gap) => !gap.startsWith('account ')), undelivered: undeliveredOf(records) };
  const [stock] = records.rows<{ onHand: number }>('catalog', "select on_hand_micro / 1000000 as onHand from stock where sku = 'BOLT-M8'");
  report(`kill -9 between approval, receipt and refund, ${ROUNDS} rounds of ${RETURNS} returns`, {
    returns: wishes.length,
    kills,
    refunds: stripe.refunds.size,
    refundedTwice: wishes.filter(({ orderId }) => refundsOf(orderId, records, stripe).length > 1).length,
    recoveredInMs: { longest: rounded(Math.max(...recoveredInMs), 0) },
    ...Object.fromEntries(Object.entries(found).map(([name, list]) => [name, list.length])),
  });
  expect(found).toEqual({ wrong: [], gaps: [], undelivered: [] });
  expect(stock).toEqual({ onHand: BOLTS - wishes.length }); // of three ordered each, two came back
  await product.kill();
}, 1_200_000);

const line = ({ returnLineId }: Wish): object => ({ returnLineId, quantity: '2' });
const keyed = ({ returnId }: Wish, step: string): object => ({ returnId, idempotencyKey: `${returnId} ${step}` });
const receiveOf = (each: Wish): Record<string, unknown> => ({ input: { ...keyed(each, 'receive'), lines: [line(each)] } });
const inspectOf = (each: Wish): Record<string, unknown> => ({ input: { ...keyed(each, 'inspect'), findings: [{ ...line(each), condition: 'AS_NEW' }] } });
const disposeOf = (each: Wish): Record<string, unknown> => ({ input: { ...keyed(each, 'dispose'), dispositions: [{ ...line(each), disposition: 'RESTOCK' }] } });

/** A buyer of their own who bought three bolts by card, got them, and sends two back. */
async function wish({ url }: ChildProduct, issuer: Issuer, accountId: string): Promise<Wish> {
  const issued = await issuer.issue({ id: newId(), kind: 'INDIVIDUAL', accountId, permissions: [] }, 3_600, new Date());
  const [buyer, olga] = [sessionWith(url, issued.token), await openSession(url, 'olga')];
  const { addCartLines: cart } = await buyer.ask(ADD_TO_CART);
  const { savePaymentMethod: method } = await buyer.ask(CARD, { method: { type: 'CARD', token: 'pm_card_visa', brand: 'Visa', last4: '4242', expires: '2099-05' } });
  const { placeOrder: order } = await buyer.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: randomUUID(), payment: { paymentMethodId: method.id } } });
  const [{ id: orderLineId, total }] = order.lines as [{ id: string; total: { amount: string } }];
  await olga.ask(SHIP, { input: { lines: [{ orderLineId, quantity: '3' }] } });
  const { addReturnLines: back } = await buyer.ask(ADD, { lines: [{ orderLineId, quantity: '2', reason: 'DAMAGED' }] });
  await buyer.ask(SUBMIT, { id: back.id, key: randomUUID() });
  return { orderId: order.id, returnId: back.id, returnLineId: back.lines[0].id, paid: Math.round((Number(total.amount) * 100 * 2) / 3) };
}

async function everyone({ url }: ChildProduct, wishes: readonly Wish[], work: (olga: Session, each: Wish) => Promise<void>): Promise<void> {
  const olga = await openSession(url, 'olga');
  await Promise.all(wishes.map((each) => work(olga, each)));
}

const AGAIN: ReadonlySet<string> = new Set(['CONFLICT', 'SUBGRAPH_UNAVAILABLE', 'OVERLOADED']);

/** As a client that lost its answer does: the same again, under the same key. */
async function done(olga: Session, query: string, variables: Record<string, unknown>): Promise<void> {
  for (;;) {
    const { errors } = await olga.answer(query, variables);
    const code = String(errors?.[0]?.extensions?.code);
    if (!errors) return;
    if (!AGAIN.has(code)) throw new Error(JSON.stringify(errors));
    await sleep(50);
  }
}

/** Approval carries no key: one that was heard is refused the second time. */
async function approved(olga: Session, { returnId: id }: Wish): Promise<void> {
  await olga.answer(APPROVE, { id });
  await expect.poll(async () => (await olga.ask(STATUS, { id })).return.status as Data, { timeout: 15_000 }).toBe('BOOKED');
}

async function closed(olga: Session, { returnId: id }: Wish): Promise<void> {
  await expect.poll(async () => (await olga.ask(STATUS, { id })).return.status as Data, { timeout: 30_000 }).toBe('CLOSED');
}

function refundsOf(orderId: string, { rows }: Records, stripe: StripeImitation): number[] {
  const [payment] = rows<{ reference: string }>('orders', 'select reference from payment where order_id = ?', orderId);
  return [...stripe.refunds.values()].filter((refund) => refund.payment_intent === payment?.reference).map(({ amount }) => amount);
}

/** What is not as it must be with one of them: taken in, credited and refunded, each once. */
function wrongOf({ orderId, returnId, paid }: Wish, records: Records, stripe: StripeImitation): string[] {
  const wrong: string[] = [];
  const say = (isRight: boolean, what: string): void => void (isRight || wrong.push(`${returnId}: ${what}`));
  const refunds = refundsOf(orderId, records, stripe);
  say(refunds.length === 1 && Math.abs((refunds[0] ?? 0) - paid) <= 1, `${refunds.join()} was refunded instead of ${paid} once`);
  const memos = records.rows<{ amount: number; status: string }>('orders', 'select amount_minor as amount, status from credit_memo where return_id = ?', returnId);
  say(memos.length === 1 && memos[0]?.status === 'REFUNDED' && memos[0].amount === refunds[0], `${memos.length} credit memos, ${memos[0]?.status}`);
  say(records.rows('returns', 'select id from return_receipt where return_id = ?', returnId).length === 1, 'it was not received once');
  say(records.rows('returns', "select id from sales_return where id = ? and status = 'CLOSED'", returnId).length === 1, 'it is not closed');
  say(records.rows('orders', 'select id from order_line where order_id = ? and returned_micro = 2000000 and refunded_minor = ?', orderId, refunds[0] ?? 0).length === 1, 'the order line says something else');
  say(records.rows('orders', "select id from installed_item where order_id = ? and status = 'RETURNED' and quantity_micro = 2000000", orderId).length === 1, 'the installed base does not know');
  return wrong;
}
