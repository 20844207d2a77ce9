import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { CART_LINE, someone } from '../orders/shop.ts';
import { openDesk, type Desk } from './desk.ts';

const ADD = 'mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id status version number lines { quantity reason refund { amount } } refundTotal { amount } } }';
const SUBMIT = 'mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id number status version refundTotal { amount } } }';
const REJECT = 'mutation ($id: ID!) { rejectReturn(returnId: $id, reason: "Too late") { status version } }';
const APPROVE = 'mutation ($id: ID!) { approveReturn(returnId: $id, returnLocation: "Dock 4") { status returnLocation } }';

interface Shown {
  id: string;
  number: string;
  status: string;
  version: number;
  refundTotal: { amount: string };
  lines: { quantity: string; reason: string }[];
}

const buyer = someone('INDIVIDUAL');
const rep = someone('SALES_REP');

const add = async (desk: Desk, orderLineId: string, quantity = '1', reason = 'DAMAGED'): Promise<Shown> =>
  (await desk.ask<{ addReturnLines: Shown }>(buyer, ADD, { lines: [{ orderLineId, quantity, reason }] })).addReturnLines;
const submit = async (desk: Desk, id: string, key = newId()): Promise<Shown> => (await desk.ask<{ submitReturn: Shown }>(buyer, SUBMIT, { id, key })).submitReturn;

test('adding a line again sums its quantity and keeps its first reason', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const first = await add(desk, line);
  const second = await add(desk, line, '1', 'WRONG');
  expect(second).toMatchObject({ id: first.id, status: 'PENDING', version: 2, lines: [{ quantity: '2', reason: 'DAMAGED' }], refundTotal: { amount: '6.67' } });
});

test('three returns of one unit each bring back the line total to the cent, whatever was rejected between', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const refunds: number[] = [];
  for (const isRejected of [true, false, false, false]) {
    const { id, refundTotal } = await submit(desk, (await add(desk, line)).id);
    if (!isRejected) refunds.push(Math.round(Number(refundTotal.amount) * 100));
    else await desk.ask(rep, REJECT, { id });
    await desk.settle();
  }
  expect(refunds.reduce((a, b) => a + b)).toBe(1000);
  expect(await desk.returnable(line)).toBe('0');
});

test('the same order of a rejection after others has been claimed still refunds no cent too much', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const first = await submit(desk, (await add(desk, line)).id);
  const second = await submit(desk, (await add(desk, line)).id);
  await desk.ask(rep, REJECT, { id: first.id });
  await desk.settle();
  const third = await submit(desk, (await add(desk, line)).id);
  const fourth = await submit(desk, (await add(desk, line)).id);
  const cents = [second, third, fourth].map((each) => Math.round(Number(each.refundTotal.amount) * 100));
  expect(cents.reduce((a, b) => a + b)).toBe(1000);
});

test('more than was ordered and not yet returned is refused, with what is left', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  await submit(desk, (await add(desk, line, '2')).id);
  const refusal = await desk.refused(buyer, ADD, { lines: [{ orderLineId: line, quantity: '2', reason: 'DAMAGED' }] });
  expect(refusal).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { orderLineId: line, returnableQuantity: '1' } });
});

test('two returns that both want the last ones: the second is refused when it is submitted', async () => {
  const colleague = { ...someone('BUYER', ['CREATE_RETURN', 'VIEW_ORDER'], buyer.accountId) };
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const mine = await add(desk, line, '3');
  const { addReturnLines: theirs } = await desk.ask<{ addReturnLines: Shown }>(colleague, ADD, { lines: [{ orderLineId: line, quantity: '1', reason: 'WRONG' }] });
  await submit(desk, mine.id);
  expect(await desk.refused(colleague, SUBMIT, { id: theirs.id, key: 'k' })).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { returnableQuantity: '0' } });
});

test('killed after the claim, a repeat of the submission completes it and takes the quantity once', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line);
  desk.breaks.after = 'claimReturn';
  await desk.refused(buyer, SUBMIT, { id, key: 'k' }).catch(() => undefined);
  desk.breaks.after = undefined;
  expect(await desk.returnable(line)).toBe('2');
  expect(await submit(desk, id, 'k')).toMatchObject({ number: 'R-2026-000001', status: 'PENDING_APPROVAL' });
  expect(await desk.returnable(line)).toBe('2');
});

test('killed after it claimed all there was, a repeat is not refused by its own claim, and still previews what it brings', async () => {
  await using desk = await openDesk(buyer);
  const { id } = await add(desk, await desk.orderThreeBolts(), '3');
  desk.breaks.after = 'claimReturn';
  await desk.refused(buyer, SUBMIT, { id, key: 'k' }).catch(() => undefined);
  desk.breaks.after = undefined;
  const { recalculateReturn } = await desk.ask<{ recalculateReturn: Shown }>(buyer, 'mutation ($id: ID!) { recalculateReturn(returnId: $id) { refundTotal { amount } } }', { id });
  expect(recalculateReturn.refundTotal.amount).toBe('10.00');
  expect(await submit(desk, id, 'k')).toMatchObject({ status: 'PENDING_APPROVAL', refundTotal: { amount: '10.00' } });
});

test.each(['cancelReturn(returnId: $id)', 'updateReturnLines(returnId: $id, lines: [{ lineId: $line, quantity: "0" }])'])('killed after the claim and then given up by %s, it gives back what it claimed [RET-10]', async (giveUp) => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line, '2');
  desk.breaks.after = 'claimReturn';
  await desk.refused(buyer, SUBMIT, { id, key: 'k' }).catch(() => undefined);
  desk.breaks.after = undefined;
  expect(await desk.returnable(line)).toBe('1');
  const { return: { lines } } = await desk.ask<{ return: { lines: { id: string }[] } }>(buyer, 'query ($id: ID!) { return(id: $id) { lines { id } } }', { id });
  await desk.ask(buyer, giveUp.includes('$line') ? `mutation ($id: ID!, $line: ID!) { ${giveUp} { id } }` : `mutation ($id: ID!) { ${giveUp} { id } }`, { id, line: lines[0]?.id });
  await desk.settle();
  expect(await desk.returnable(line)).toBe('3');
});

test('lines added after a lost submission are claimed with it', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line);
  desk.breaks.after = 'claimReturn';
  await desk.refused(buyer, SUBMIT, { id, key: 'k' }).catch(() => undefined);
  desk.breaks.after = undefined;
  await add(desk, line);
  await submit(desk, id, 'k');
  expect(await desk.returnable(line)).toBe('1');
});

test('the same key gets the same answer, another key is told to refresh, ten at once submit it once', async () => {
  await using desk = await openDesk(buyer);
  const { id } = await add(desk, await desk.orderThreeBolts());
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(desk, id, 'k')));
  expect(new Set(answers.map((each) => `${each.number} ${each.version}`))).toEqual(new Set(['R-2026-000001 2']));
  expect(await desk.refused(buyer, SUBMIT, { id, key: 'other' })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2 } });
});

test('without approval a submitted return is booked at once [RET-35]', async () => {
  await using desk = await openDesk(buyer, { approval: false });
  const { id } = await add(desk, await desk.orderThreeBolts());
  expect(await submit(desk, id)).toMatchObject({ status: 'BOOKED', version: 2 });
});

test('the seller approves a submitted return and says where to send it; the buyer may not approve it', async () => {
  await using desk = await openDesk(buyer);
  const { id } = await submit(desk, (await add(desk, await desk.orderThreeBolts())).id);
  expect(await desk.refused(buyer, APPROVE, { id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await desk.ask(rep, APPROVE, { id })).toEqual({ approveReturn: { status: 'APPROVED', returnLocation: 'Dock 4' } });
  await desk.settle();
  expect(await desk.ask(rep, 'query ($id: ID!) { return(id: $id) { status version } }', { id })).toEqual({ return: { status: 'BOOKED', version: 4 } });
  expect(await desk.refused(rep, REJECT, { id })).toMatchObject({ code: 'INVALID_STATE' });
});

test('a pending return is nobody else\'s to know of, the seller\'s neither', async () => {
  await using desk = await openDesk(buyer);
  const { id } = await add(desk, await desk.orderThreeBolts());
  const read = 'query ($id: ID!) { return(id: $id) { id } }';
  expect(await desk.refused(rep, read, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await desk.refused(someone('INDIVIDUAL'), read, { id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('an order line of another account cannot be returned, and a buyer needs CREATE_RETURN', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const lines = [{ orderLineId: line, quantity: '1', reason: 'DAMAGED' }];
  expect(await desk.refused(someone('INDIVIDUAL'), ADD, { lines })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await desk.refused(someone('BUYER', [], buyer.accountId), ADD, { lines })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a product that is not returnable is refused with the reason', async () => {
  await using desk = await openDesk(buyer, { lines: [{ ...CART_LINE, sku: 'GIFT' }] });
  const refusal = await desk.refused(buyer, ADD, { lines: [{ orderLineId: await desk.orderThreeBolts(), quantity: '1', reason: 'DAMAGED' }] });
  expect(refusal).toMatchObject({ code: 'NOT_RETURNABLE', details: { reason: 'PRODUCT_NOT_RETURNABLE', sku: 'GIFT' } });
});

test('there is one pending return a person and currency, each of its own; lines of two currencies are not added at once [RET-07, V 26]', async () => {
  let currency = 'GBP';
  await using desk = await openDesk(buyer, { totals: () => ({ currency }) });
  const pounds = await desk.orderThreeBolts();
  currency = 'EUR';
  const euros = await desk.orderThreeBolts();
  const [inPounds, inEuros] = [await add(desk, pounds), await add(desk, euros)];
  expect(inPounds.id).not.toBe(inEuros.id);
  const both = [pounds, euros].map((orderLineId) => ({ orderLineId, quantity: '1', reason: 'DAMAGED' }));
  expect(await desk.refused(buyer, ADD, { lines: both })).toMatchObject({ code: 'AMOUNT_CURRENCY_MISMATCH' });
  const pending = async (variables: object): Promise<string | undefined> => (await desk.ask<{ pendingReturn: { id: string } | null }>(buyer, 'query ($currency: CurrencyCode) { pendingReturn(currency: $currency) { id } }', { ...variables })).pendingReturn?.id;
  expect([await pending({ currency: 'GBP' }), await pending({ currency: 'EUR' }), await pending({ currency: 'USD' }), await pending({})]).toEqual([inPounds.id, inEuros.id, undefined, inEuros.id]);
  expect((await add(desk, pounds)).id).toBe(inPounds.id);
  await submit(desk, inEuros.id);
  expect([await pending({ currency: 'GBP' }), await pending({ currency: 'EUR' })]).toEqual([inPounds.id, undefined]);
});

test('where only what was shipped comes back, the claim has the last word on that too [V 29]', async () => {
  await using desk = await openDesk(buyer, { env: { CARTWRIGHT_RETURNS_SHIPPED_ONLY: 'true' }, approval: false });
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line);
  expect(await desk.refused(buyer, SUBMIT, { id, key: 'k' })).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { returnableQuantity: '0' } });
  expect(await desk.claim(buyer, id, line, '1', true)).toBe('RETURN_QUANTITY_EXCEEDED');
  expect(await desk.claim(buyer, id, line, '1', false)).toBe('claimed');
});

test('of two who submit it at once, the one whose claim comes after the other handed in changes nothing at orders [I12]', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line);
  let calls = 0;
  desk.breaks.before = async () => {
    if (++calls > 1) return; // the first stalls here, and another tab goes on
    await add(desk, line, '2');
    expect(await submit(desk, id)).toMatchObject({ status: 'PENDING_APPROVAL', refundTotal: { amount: '10.00' } });
  };
  expect(await desk.refused(buyer, SUBMIT, { id, key: 'late' })).toMatchObject({ code: 'STALE_VERSION' });
  expect(await desk.returnable(line)).toBe('0');
  for (const version of [1, 2]) expect(await desk.claim(buyer, id, line, '1', false, version)).toBe('STALE_VERSION'); // even past all that returns looks at
  expect(await desk.claim(buyer, id, line, '3', false, 2)).toBe('claimed');
  expect(await desk.returnable(line)).toBe('0');
});

test('a claim that comes after lines were added and claimed by a lost submission is made anew, with them', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line);
  let calls = 0;
  desk.breaks.before = async () => {
    if (++calls > 1) return;
    await add(desk, line);
    expect(await desk.claim(buyer, id, line, '2', false, 2)).toBe('claimed');
  };
  expect(await submit(desk, id, 'k')).toMatchObject({ status: 'PENDING_APPROVAL', refundTotal: { amount: '6.67' } });
  expect(await desk.returnable(line)).toBe('1');
});
