import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order, ship } from '../fulfilment/fulfilment.ts';
import { agreedReturn, DISPOSE, END, INSPECT, readReturn, RECEIVE, takeIn } from './back-office.ts';

let world: World;
let [bea, ann, gus, sam, olga] = [] as unknown as [Session, Session, Session, Session, Session];

beforeAll(async () => {
  world = await startWorld();
  [bea, ann, gus, sam, olga] = [await world.as('bea'), await world.as('ann'), await world.as('gus'), await world.as('sam'), await world.as('olga')];
});
afterAll(() => world[Symbol.asyncDispose]());

const onHand = async (sku: string): Promise<number> => Number((await olga.ask('query ($sku: String!) { product(sku: $sku) { availability { onHand } } }', { sku })).product.availability.onHand);

/** What somebody may do to goods of a return now. */
async function handlings(person: Session, id: string): Promise<string[]> {
  const { return: shown } = await person.ask('query ($id: ID!) { return(id: $id) { availableActions { name allowed } } }', { id });
  return shown.availableActions.filter(({ name, allowed }: { name: string; allowed: boolean }) => allowed && /Receiving|receive|inspect|dispose/.test(name)).map(({ name }: { name: string }) => name);
}

test('what comes back in two parcels is looked at, put on the shelf or thrown away, credited and refunded, and the buyer sees where it is [RET-39]', async () => {
  const { id: orderId, lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }]);
  const orderLineId = lines[0]?.id ?? '';
  await ship(olga, [{ orderLineId, quantity: '3' }]);
  const id = await agreedReturn(bea, sam, [{ orderLineId, quantity: '3' }]);
  await world.settle();
  const booked = await readReturn(bea, id);
  expect(booked).toMatchObject({ status: 'BOOKED', lines: [{ stage: 'AWAITED' }], creditMemos: [] });
  const returnLineId = booked.lines[0]?.id ?? '';
  const stock = await onHand('MUG-RED');
  const watch = await bea.watch('subscription ($id: ID!) { returnChanged(returnId: $id) { cause return { status } } }', { id });
  await watch.next();

  const { receiveReturn } = await olga.ask(RECEIVE, { input: { returnId: id, lines: [{ returnLineId, quantity: '2' }], reference: 'TRACK-1' } });
  expect(receiveReturn).toMatchObject({ status: 'RECEIVING', lines: [{ stage: 'PARTLY_RECEIVED', receivedQuantity: '2' }], receipts: [{ number: expect.stringMatching(/^RR-\d{4}-\d{6}$/) as string, reference: 'TRACK-1' }] });
  expect((await watch.next()).returnChanged).toMatchObject({ cause: 'RETURN_RECEIVED', return: { status: 'RECEIVING' } });
  expect([await handlings(olga, id), await handlings(bea, id)]).toEqual([['receiveReturn', 'endReceiving', 'inspectReturn', 'disposeReturn'], []]);
  await olga.ask(INSPECT, { input: { returnId: id, findings: [{ returnLineId, quantity: '1', condition: 'AS_NEW' }, { returnLineId, quantity: '1', condition: 'DAMAGED', remark: 'Handle is off' }] } });
  expect(await olga.refused(DISPOSE, { input: { returnId: id, dispositions: [{ returnLineId, quantity: '2', disposition: 'RESTOCK' }] } })).toMatchObject({ code: 'INVALID_STATE', details: { condition: 'DAMAGED', allowed: ['SCRAP', 'RETURN_TO_VENDOR'] } });
  await olga.ask(DISPOSE, { input: { returnId: id, dispositions: [{ returnLineId, quantity: '1', disposition: 'RESTOCK', condition: 'AS_NEW' }, { returnLineId, quantity: '1', disposition: 'SCRAP', condition: 'DAMAGED' }] } });
  await world.settle();
  expect(await onHand('MUG-RED')).toBe(stock + 1);
  expect(await readReturn(bea, id)).toMatchObject({
    status: 'RECEIVING',
    lines: [{ stage: 'PARTLY_RECEIVED', disposedQuantity: '2', pieces: [{ condition: 'AS_NEW', disposition: 'RESTOCK' }, { condition: 'DAMAGED', disposition: 'SCRAP', remark: null }], orderLine: { returnedQuantity: '3', creditedQuantity: '2' } }],
    creditMemos: [{ number: expect.stringMatching(/^CM-\d{4}-\d{6}$/) as string, status: 'REFUNDED', lines: [{ quantity: '2' }], order: { id: orderId } }],
  });

  await takeIn(olga, id, [{ returnLineId, quantity: '1' }]);
  await world.settle();
  const closed = await readReturn(bea, id);
  expect(await handlings(olga, id)).toEqual([]);
  expect(closed).toMatchObject({ status: 'CLOSED', lines: [{ stage: 'DISPOSED', orderLine: { creditedQuantity: '3', returnableQuantity: '0' } }] });
  const cents = closed.creditMemos.map(({ amount }) => Math.round(Number(amount.amount) * 100));
  const total = Math.round(Number(lines[0]?.total.amount) * 100);
  expect(cents).toHaveLength(2);
  expect(cents.reduce((a, b) => a + b)).toBe(total);
  expect(await bea.ask('query ($id: ID!) { order(id: $id) { refundedTotal { amount } creditMemos { number } lines { refunded { amount } } invoices { due { amount } payments { kind reference } } returns { id status } } }', { id: orderId })).toMatchObject({
    order: { refundedTotal: lines[0]?.total, lines: [{ refunded: lines[0]?.total }], returns: [{ id, status: 'CLOSED' }], invoices: [{ due: { amount: '0.00' }, payments: [{ kind: 'CREDIT_MEMO', reference: closed.creditMemos[0]?.number }, { kind: 'CREDIT_MEMO' }] }] },
  });
  expect(await onHand('MUG-RED')).toBe(stock + 2);
  expect((await world.mail()).filter(({ to, subject }) => to === 'bea@acme.example' && subject === `Your return ${closed.number} is done`)).toHaveLength(1);
});

test('nobody but the seller’s administrator takes goods in, nobody twice, and nobody by what was true before [RET-04, RET-39]', async () => {
  const { lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const id = await agreedReturn(bea, sam, [{ orderLineId: lines[0]?.id, quantity: '2' }]);
  await world.settle();
  const { version, lines: [line] } = await readReturn(bea, id);
  const one = [{ returnLineId: line?.id, quantity: '1' }];
  for (const person of [bea, sam]) expect((await person.refused(RECEIVE, { input: { returnId: id, lines: one } })).code).toBe('FORBIDDEN');
  for (const person of [gus, await world.as('guest')]) expect((await person.refused(RECEIVE, { input: { returnId: id, lines: one } })).code).toBe('NOT_FOUND');
  expect(await olga.refused(INSPECT, { input: { returnId: id, findings: [{ ...one[0], condition: 'AS_NEW' }] } })).toMatchObject({ code: 'INVALID_STATE' }); // nothing arrived
  expect(await olga.refused(RECEIVE, { input: { returnId: id, lines: one, expectedVersion: version - 1 } })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: version } });
  const twice = { input: { returnId: id, lines: one, idempotencyKey: 'parcel', expectedVersion: version } };
  const answers = await Promise.all([olga.ask(RECEIVE, twice), olga.ask(RECEIVE, twice)]);
  expect(answers.map(({ receiveReturn }) => receiveReturn.version)).toEqual([version + 1, version + 1]);
  expect(await olga.refused(RECEIVE, { input: { ...twice.input, reference: 'other' } })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await readReturn(ann, id)).toMatchObject({ status: 'RECEIVING', lines: [{ receivedQuantity: '1' }] }); // a colleague with VIEW_RETURN_ORDER
  expect(await olga.refused(RECEIVE, { input: { returnId: id, lines: [{ returnLineId: line?.id, quantity: '0' }] } })).toMatchObject({ code: 'QUANTITY_INVALID' });

  await olga.ask(INSPECT, { input: { returnId: id, findings: [{ ...one[0], condition: 'OPENED' }] } });
  const dispose = { input: { returnId: id, dispositions: [{ ...one[0], disposition: 'SCRAP' }] } };
  const both = await Promise.all([olga.answer(DISPOSE, dispose), olga.answer(DISPOSE, dispose)]);
  expect(both.filter(({ errors }) => errors).map(({ errors }) => errors?.[0]?.extensions?.code)).toEqual(['INVALID_STATE']);
  await world.settle();
  expect(await readReturn(bea, id)).toMatchObject({ creditMemos: [{ lines: [{ quantity: '1' }] }] });
});

test('less than announced: what did not come may come with another return; more is refused, and what is not accepted goes back for nothing [RET-25, RET-39]', async () => {
  const { lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '4' }]);
  const orderLineId = lines[0]?.id ?? '';
  const id = await agreedReturn(bea, sam, [{ orderLineId, quantity: '3' }]);
  await world.settle();
  const returnLineId = (await readReturn(bea, id)).lines[0]?.id;
  expect(await olga.refused(RECEIVE, { input: { returnId: id, lines: [{ returnLineId, quantity: '4' }] } })).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { expectedQuantity: '3', receivedQuantity: '4', lines: [{ returnLineId }] } });
  await olga.ask(RECEIVE, { input: { returnId: id, lines: [{ returnLineId, quantity: '2' }] } });
  await olga.ask(INSPECT, { input: { returnId: id, findings: [{ returnLineId, quantity: '1', condition: 'DEFECTIVE' }, { returnLineId, quantity: '1', condition: 'NOT_ACCEPTED' }] } });
  await olga.ask(DISPOSE, { input: { returnId: id, dispositions: [{ returnLineId, quantity: '1', disposition: 'RETURN_TO_VENDOR', condition: 'DEFECTIVE' }, { returnLineId, quantity: '1', disposition: 'SEND_BACK', condition: 'NOT_ACCEPTED' }] } });
  expect((await olga.ask(END, { input: { returnId: id } })).endReceiving).toMatchObject({ status: 'RECEIVED' });
  expect(await olga.refused(RECEIVE, { input: { returnId: id, lines: [{ returnLineId, quantity: '1' }] } })).toMatchObject({ code: 'INVALID_STATE' });
  await world.settle();

  const back = await readReturn(bea, id); // nobody billed it, so the money goes back by hand
  expect(back).toMatchObject({ status: 'RECEIVED', creditMemos: [{ status: 'BY_HAND', lines: [{ quantity: '1' }] }] });
  const RECORD = 'mutation ($id: ID!, $by: String!) { recordRefund(creditMemoId: $id, reference: $by) { status reference byHand { amount } } }';
  const memo = back.creditMemos[0];
  expect((await bea.refused(RECORD, { id: memo?.id, by: 'T-1' })).code).toBe('FORBIDDEN');
  expect((await olga.refused(RECORD, { id: memo?.id, by: ' ' })).code).toBe('BAD_USER_INPUT');
  expect((await olga.ask(RECORD, { id: memo?.id, by: 'T-1' })).recordRefund).toEqual({ status: 'REFUNDED', reference: 'T-1', byHand: memo?.amount });
  expect((await olga.refused(RECORD, { id: memo?.id, by: 'T-2' })).code).toBe('INVALID_STATE');
  await world.settle();
  expect(await readReturn(bea, id)).toMatchObject({ status: 'CLOSED', lines: [{ orderLine: { returnedQuantity: '1', creditedQuantity: '1', returnableQuantity: '3' } }] });
  expect((await gus.refused('query ($n: String!) { creditMemo(number: $n) { id } }', { n: memo?.number })).code).toBe('NOT_FOUND');
});

test('a return of which nothing ever arrives is closed, and everything may come back another time [RET-39]', async () => {
  const { lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '2' }]);
  const id = await agreedReturn(bea, sam, [{ orderLineId: lines[0]?.id, quantity: '2' }]);
  await world.settle();
  expect((await olga.ask(END, { input: { returnId: id } })).endReceiving).toMatchObject({ status: 'CLOSED' });
  await world.settle();
  expect(await readReturn(bea, id)).toMatchObject({ status: 'CLOSED', creditMemos: [], lines: [{ orderLine: { returnedQuantity: '0', returnableQuantity: '2' } }] });
});

test('a drill is known by its serial number: only one that was shipped comes back, once, and the buyer has it no longer [RET-18, ORD-38]', async () => {
  const { id: orderId, lines } = await order(bea, [{ sku: 'DRILL-18V', quantity: '3' }]);
  const orderLineId = lines[0]?.id ?? '';
  await ship(olga, [{ orderLineId, quantity: '3', serialNumbers: ['SN-1', 'SN-2', 'SN-3'] }]);
  const [id, other] = [await agreedReturn(bea, sam, [{ orderLineId, quantity: '2' }]), await agreedReturn(bea, sam, [{ orderLineId, quantity: '1' }])];
  await world.settle();
  const [returnLineId, otherLineId] = [(await readReturn(bea, id)).lines[0]?.id, (await readReturn(bea, other)).lines[0]?.id];
  const receive = (quantity: string, serialNumbers: string[]) => ({ input: { returnId: id, lines: [{ returnLineId, quantity, serialNumbers }] } });
  expect((await olga.refused(RECEIVE, receive('1', []))).code).toBe('BAD_USER_INPUT');
  expect(await olga.refused(RECEIVE, receive('1', ['SN-9']))).toMatchObject({ code: 'BAD_USER_INPUT', details: { serialNumber: 'SN-9' } });
  await olga.ask(RECEIVE, receive('1', ['sn-2']));
  const inAnother = (serialNumbers: string[]) => ({ input: { returnId: other, lines: [{ returnLineId: otherLineId, quantity: '1', serialNumbers }] } });
  expect(await olga.refused(RECEIVE, inAnother(['SN-2']))).toMatchObject({ code: 'BAD_USER_INPUT', details: { serialNumber: 'SN-2', otherReturnId: id } });
  expect((await olga.ask(RECEIVE, inAnother(['SN-1']))).receiveReturn).toMatchObject({ status: 'RECEIVED' });
  expect(await olga.refused(RECEIVE, receive('1', ['SN-2']))).toMatchObject({ code: 'BAD_USER_INPUT', details: { serialNumber: 'SN-2' } });
  await olga.ask(INSPECT, { input: { returnId: id, findings: [{ returnLineId, quantity: '1', serialNumbers: ['SN-2'], condition: 'AS_NEW' }] } });
  await olga.ask(DISPOSE, { input: { returnId: id, dispositions: [{ returnLineId, quantity: '1', serialNumbers: ['SN-2'], disposition: 'RESTOCK' }] } });
  await world.settle();
  const { order: shown } = await bea.ask('query ($id: ID!) { order(id: $id) { lines { installed { serialNumber status } } } }', { id: orderId });
  expect(shown.lines[0].installed).toEqual([{ serialNumber: 'SN-1', status: 'INSTALLED' }, { serialNumber: 'SN-2', status: 'RETURNED' }, { serialNumber: 'SN-3', status: 'INSTALLED' }]);
});
