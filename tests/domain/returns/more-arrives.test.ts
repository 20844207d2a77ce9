import { expect, test } from 'vitest';
import { openDesk } from './desk.ts';
import { agreed, buy, buyer, memosOf, olga, RECEIVE, RETURN, statusOf, takeIn } from './goods-and-money.ts';

test('more than was announced is taken in where the shop does so, as far as it may come back, and once though killed half-way [RET-25]', async () => {
  await using desk = await openDesk(buyer, { env: { CARTWRIGHT_RETURNS_OVER_RECEIPT: 'ACCEPT' } });
  const bought = await buy(desk, { kind: 'INVOICE' });
  const { id, returnLineId } = await agreed(desk, bought, '1');
  const receive = (quantity: string) => ({ input: { returnId: id, lines: [{ returnLineId, quantity }], idempotencyKey: 'parcel' } });
  expect(await desk.refused(olga, RECEIVE, receive('4'))).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { returnableQuantity: '2' } });
  desk.breaks.after = 'extendReturnClaim';
  await expect(desk.ask(olga, RECEIVE, receive('3'))).rejects.toThrow('killed');
  desk.breaks.after = undefined;
  expect(await desk.ask(olga, RECEIVE, receive('3'))).toMatchObject({ receiveReturn: { status: 'RECEIVED', lines: [{ quantity: '3' }], refundTotal: { amount: '10.00' } } });
  expect(await desk.ask(olga, RECEIVE, receive('3'))).toMatchObject({ receiveReturn: { lines: [{ quantity: '3' }] } });
  expect(await desk.returnable(bought.lineId)).toBe('0');
});

test('what was credited in part is never claimed anew, whatever version asks [I12, I13]', async () => {
  await using desk = await openDesk(buyer);
  const bought = await buy(desk, { kind: 'INVOICE' });
  const back = await agreed(desk, bought, '3');
  await takeIn(desk, back, '1');
  expect(await desk.claim(buyer, back.id, bought.lineId, '1', false, 99)).toBe('STALE_VERSION');
  await takeIn(desk, back, '2');
  expect((await memosOf(desk, bought)).map(({ amount }) => amount.amount)).toEqual(['3.33', '6.67']);
  expect(await desk.returnable(bought.lineId)).toBe('0');
});

const LOCATE = 'mutation ($id: ID!) { tellReturnLocation(returnId: $id, returnLocation: "Dock 4") { version } }';
const ACCEPT = { CARTWRIGHT_RETURNS_OVER_RECEIPT: 'ACCEPT' };

test('a receipt that is refused takes nothing more at orders, and what a lost one took is free once the return moved on [RET-25]', async () => {
  await using desk = await openDesk(buyer, { env: ACCEPT });
  const bought = await buy(desk, { kind: 'INVOICE' });
  const { id, returnLineId } = await agreed(desk, bought, '1');
  const receive = (quantity: string, expectedVersion?: number) => ({ input: { returnId: id, lines: [{ returnLineId, quantity }], expectedVersion } });
  expect(await desk.refused(olga, RECEIVE, receive('3', 1))).toMatchObject({ code: 'STALE_VERSION' });
  expect(await desk.returnable(bought.lineId)).toBe('2');
  desk.breaks.after = 'extendReturnClaim';
  await expect(desk.ask(olga, RECEIVE, receive('3'))).rejects.toThrow('killed');
  desk.breaks.after = undefined;
  expect(await desk.returnable(bought.lineId)).toBe('0');
  await desk.ask(olga, LOCATE, { id });
  expect(await desk.ask(olga, RECEIVE, receive('2'))).toMatchObject({ receiveReturn: { status: 'RECEIVED', lines: [{ quantity: '2' }], refundTotal: { amount: '6.67' } } });
  expect(await desk.returnable(bought.lineId)).toBe('1');
});

test('after a lost receipt of too much the right one takes in just what came; what it had claimed is free when the return is over [RET-25]', async () => {
  await using desk = await openDesk(buyer, { env: ACCEPT });
  const bought = await buy(desk, { kind: 'INVOICE' });
  const back = await agreed(desk, bought, '1');
  desk.breaks.after = 'extendReturnClaim';
  await expect(desk.ask(olga, RECEIVE, { input: { returnId: back.id, lines: [{ returnLineId: back.returnLineId, quantity: '3' }] } })).rejects.toThrow('killed');
  desk.breaks.after = undefined;
  await takeIn(desk, back, '2');
  expect((await desk.ask<{ return: unknown }>(buyer, RETURN, { id: back.id })).return).toMatchObject({ status: 'CLOSED', creditedTotal: { amount: '6.67' }, lines: [{ quantity: '2', refund: { amount: '6.67' } }] });
  expect(await desk.returnable(bought.lineId)).toBe('1');
});

test('what comes beyond what was announced costs no more than was announced [RET-31]', async () => {
  const type = { name: 'RMA', category: 'RETURN', lineType: 'CREDIT', workflow: 'W', fees: [{ currency: 'GBP', amount: '1.00', per: 'UNIT' }] };
  await using desk = await openDesk(buyer, { env: { ...ACCEPT, CARTWRIGHT_RETURNS_TRANSACTION_TYPES: JSON.stringify([type]) } });
  const bought = await buy(desk, { kind: 'INVOICE' });
  const back = await agreed(desk, bought, '2');
  for (const quantity of ['1', '2']) await takeIn(desk, back, quantity);
  expect(await memosOf(desk, bought)).toMatchObject([{ fee: { amount: '1.00' } }, { fee: { amount: '1.00' } }]);
  expect(await statusOf(desk, back.id)).toBe('CLOSED');
});
