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

test('the same key gets the same answer, another key finds the return submitted, ten at once submit it once', async () => {
  await using desk = await openDesk(buyer);
  const { id } = await add(desk, await desk.orderThreeBolts());
  const answers = await Promise.all(Array.from({ length: 10 }, () => submit(desk, id, 'k')));
  expect(new Set(answers.map((each) => `${each.number} ${each.version}`))).toEqual(new Set(['R-2026-000001 2']));
  expect(await desk.refused(buyer, SUBMIT, { id, key: 'other' })).toMatchObject({ code: 'INVALID_STATE' });
});

test('without approval a submitted return is approved at once', async () => {
  await using desk = await openDesk(buyer, { approval: false });
  const { id } = await add(desk, await desk.orderThreeBolts());
  expect(await submit(desk, id)).toMatchObject({ status: 'APPROVED', version: 2 });
});

test('the seller approves a submitted return and says where to send it; the buyer may not approve it', async () => {
  await using desk = await openDesk(buyer);
  const { id } = await submit(desk, (await add(desk, await desk.orderThreeBolts())).id);
  expect(await desk.refused(buyer, APPROVE, { id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await desk.ask(rep, APPROVE, { id })).toEqual({ approveReturn: { status: 'APPROVED', returnLocation: 'Dock 4' } });
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
