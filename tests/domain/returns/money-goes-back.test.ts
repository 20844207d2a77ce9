import { expect, test } from 'vitest';
import type { PaymentProvider } from '../../../subgraphs/orders/payments/ports.ts';
import { paymentService } from '../orders/payment-service.ts';
import { someone } from '../orders/shop.ts';
import { openDesk } from './desk.ts';
import { agreed, atOrders, buy, buyer, byCard, contextOf, memosOf, olga, RETURN, settle, ship, statusOf, takeIn } from './goods-and-money.ts';

test('what a card was not charged for yet is refunded once it is, and never before [I12]', async () => {
  const payments = paymentService();
  await using desk = await openDesk(buyer, { orders: { payments } });
  const bought = await buy(desk, byCard);
  const back = await agreed(desk, bought, '1');
  await takeIn(desk, back, '1');
  expect(await memosOf(desk, bought)).toMatchObject([{ status: 'WAITING', amount: { amount: '3.33' } }]);
  expect([payments.done('REFUND'), await statusOf(desk, back.id)]).toEqual([[], 'RECEIVED']);
  await ship(desk, bought, '3');
  await settle(desk);
  expect(payments.done().slice(1)).toEqual(['CAPTURE 1200', 'REFUND 333']);
  expect(await memosOf(desk, bought)).toMatchObject([{ status: 'REFUNDED' }]);
  expect(await statusOf(desk, back.id)).toBe('CLOSED');
});

test('a refund that the bank refuses leaves the return open until the seller asks again, or gives the money back otherwise; nobody else may', async () => {
  const inner = paymentService();
  let refuses = true;
  const payments: PaymentProvider = { ...inner, send: async (operation) => (operation.kind === 'REFUND' && refuses ? { outcome: 'FAILED', reason: 'expired_card' } : inner.send(operation)) };
  await using desk = await openDesk(buyer, { orders: { payments } });
  const bought = await buy(desk, byCard);
  await ship(desk, bought, '3');
  await settle(desk);
  const [first, second] = [await agreed(desk, bought, '1'), await agreed(desk, bought, '1')];
  await takeIn(desk, first, '1');
  await takeIn(desk, second, '1');
  const memos = await memosOf(desk, bought);
  expect(memos.map(({ status }) => status)).toEqual(['FAILED', 'FAILED']);
  expect(await statusOf(desk, first.id)).toBe('RECEIVED');

  const RETRY = 'mutation ($id: ID!) { retryRefund(creditMemoId: $id) { status } }';
  for (const other of [buyer, someone('SALES_REP')]) await expect(atOrders(desk, other, RETRY, { id: memos[0]?.id })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  refuses = false;
  expect((await atOrders(desk, olga, RETRY, { id: memos[0]?.id })).retryRefund).toEqual({ status: 'REFUNDING' });
  await expect(atOrders(desk, olga, RETRY, { id: memos[0]?.id })).rejects.toMatchObject({ code: 'INVALID_STATE' });
  await atOrders(desk, olga, 'mutation ($id: ID!) { recordRefund(creditMemoId: $id, reference: "T-7") { status } }', { id: memos[1]?.id });
  await settle(desk);
  expect((await memosOf(desk, bought)).map(({ status }) => status)).toEqual(['REFUNDED', 'REFUNDED']);
  expect(inner.done('REFUND')).toEqual(['REFUND 333']);
  expect([await statusOf(desk, first.id), await statusOf(desk, second.id)]).toEqual(['CLOSED', 'CLOSED']);
});

test('a refund is not asked for when the capture it was to be taken from fails meanwhile, nor anew while nothing is captured [I12]', async () => {
  const inner = paymentService();
  const asked: string[] = [];
  let mood: 'DEAF' | 'REFUSES' | 'WELL' = 'DEAF';
  const payments: PaymentProvider = {
    ...inner,
    async send(operation) {
      if (operation.kind === 'REFUND') asked.push(operation.kind);
      if (operation.kind !== 'CAPTURE' || mood === 'WELL') return inner.send(operation);
      if (mood === 'DEAF') throw new Error('timeout');
      return { outcome: 'FAILED', reason: 'expired' };
    },
  };
  await using desk = await openDesk(buyer, { orders: { payments } });
  const bought = await buy(desk, byCard);
  await ship(desk, bought, '2');
  await settle(desk);
  const back = await agreed(desk, bought, '1');
  await takeIn(desk, back, '1'); // while the capture is under way
  expect(await memosOf(desk, bought)).toMatchObject([{ status: 'REFUNDING' }]);
  mood = 'REFUSES';
  await contextOf(desk).db.sql.updateTable('PaymentOperation').set({ nextAt: new Date(0) }).where('status', '=', 'SENT').execute();
  await settle(desk);
  const [memo] = await memosOf(desk, bought);
  expect([memo?.status, asked, await statusOf(desk, back.id)]).toEqual(['FAILED', [], 'RECEIVED']);
  const RETRY = 'mutation ($id: ID!) { retryRefund(creditMemoId: $id) { status } }';
  await expect(atOrders(desk, olga, RETRY, { id: memo?.id })).rejects.toMatchObject({ code: 'INVALID_STATE' });
  mood = 'WELL';
  await ship(desk, bought, '1');
  await settle(desk);
  expect((await atOrders(desk, olga, RETRY, { id: memo?.id })).retryRefund).toEqual({ status: 'REFUNDING' });
  await settle(desk);
  expect([inner.done('REFUND'), await statusOf(desk, back.id)]).toEqual([['REFUND 333'], 'CLOSED']);
});

test('a payment service that does not answer is asked until it does, and gives the money back once', async () => {
  const payments = paymentService();
  await using desk = await openDesk(buyer, { orders: { payments } });
  const bought = await buy(desk, byCard);
  await ship(desk, bought, '3');
  await settle(desk);
  payments.mood = 'SILENT';
  const back = await agreed(desk, bought, '2');
  await takeIn(desk, back, '2');
  expect(await memosOf(desk, bought)).toMatchObject([{ status: 'REFUNDING' }]);
  payments.mood = 'WELL';
  await contextOf(desk).db.sql.updateTable('PaymentOperation').set({ nextAt: new Date(0) }).where('status', '=', 'SENT').execute();
  await settle(desk);
  expect(payments.done('REFUND')).toEqual(['REFUND 667']);
  expect(await statusOf(desk, back.id)).toBe('CLOSED');
});

test('an order on account is owed less: before it is billed, off the account; after, off the invoice; what was paid comes back by hand', async () => {
  await using desk = await openDesk(buyer);
  const owed = async (): Promise<bigint | undefined> => (await contextOf(desk).db.sql.selectFrom('CreditAccount').select('owedMinor').executeTakeFirst())?.owedMinor;
  const bought = await buy(desk, { kind: 'INVOICE' });
  await takeIn(desk, await agreed(desk, bought, '1'), '1');
  expect([await owed(), await memosOf(desk, bought)]).toMatchObject([867n, [{ status: 'REFUNDED' }]]);

  const billed = await buy(desk, { kind: 'INVOICE' });
  const { shipLines } = await ship(desk, billed, '3');
  const [{ number }] = (shipLines as { invoices: { number: string }[] }).invoices as [{ number: string }];
  await takeIn(desk, await agreed(desk, billed, '1'), '1');
  expect(await owed()).toBe(867n + 867n);
  await atOrders(desk, olga, 'mutation ($input: ReceiptInput!) { recordReceipt(input: $input) { number } }', { input: { kind: 'CHECK', applications: [{ invoiceNumber: number, amount: '8.00' }] } });
  await takeIn(desk, await agreed(desk, billed, '2'), '2');
  expect(await memosOf(desk, billed)).toMatchObject([{ status: 'REFUNDED' }, { status: 'BY_HAND', amount: { amount: '6.67' }, byHand: { amount: '6.00' } }]); // 0.67 were still due
  expect(await owed()).toBe(867n);
});

const INVOICES = 'query ($id: ID!) { order(id: $id) { invoices { amount { amount } due { amount } payments { kind amount { amount } } } } }';

test('what was credited before it was billed is not asked for: the invoice is paid with it, and the account owes what is due', async () => {
  await using desk = await openDesk(buyer);
  const owed = async (): Promise<bigint | undefined> => (await contextOf(desk).db.sql.selectFrom('CreditAccount').select('owedMinor').executeTakeFirst())?.owedMinor;
  const bought = await buy(desk, { kind: 'INVOICE' });
  await takeIn(desk, await agreed(desk, bought, '1'), '1');
  await ship(desk, bought, '3');
  await settle(desk);
  expect(await atOrders(desk, olga, INVOICES, { id: bought.orderId })).toMatchObject({ order: { invoices: [{ amount: { amount: '12.00' }, due: { amount: '8.67' }, payments: [{ kind: 'CREDIT_MEMO', amount: { amount: '3.33' } }] }] } });
  expect(await owed()).toBe(867n);
  await takeIn(desk, await agreed(desk, bought, '2'), '2'); // billed by now: off the invoice
  expect(await atOrders(desk, olga, INVOICES, { id: bought.orderId })).toMatchObject({ order: { invoices: [{ due: { amount: '2.00' } }] } });
  expect(await owed()).toBe(200n);
});

test('billed parcel by parcel, each invoice is paid with what is left of the credit', async () => {
  await using desk = await openDesk(buyer);
  const bought = await buy(desk, { kind: 'INVOICE' });
  await takeIn(desk, await agreed(desk, bought, '2'), '2');
  for (const quantity of ['1', '2']) {
    await ship(desk, bought, quantity);
    await settle(desk);
  }
  const { invoices } = (await atOrders(desk, olga, INVOICES, { id: bought.orderId })).order as { invoices: { amount: { amount: string }; due: { amount: string } }[] };
  const total = (of: 'amount' | 'due'): number => invoices.reduce((all, invoice) => all + Math.round(Number(invoice[of].amount) * 100), 0);
  expect([total('amount'), total('due')]).toEqual([1200, 1200 - 667]);
  expect((await contextOf(desk).db.sql.selectFrom('CreditHold').selectAll().execute()).map(({ openMinor }) => openMinor)).toEqual([533n]);
});

test('by check: what nobody paid for is not given back by hand once it is billed, but taken off the invoice; what was given back already is not', async () => {
  await using desk = await openDesk(buyer);
  const bought = await buy(desk, { kind: 'CHECK' });
  const [open, given] = [await agreed(desk, bought, '1'), await agreed(desk, bought, '1')];
  await takeIn(desk, open, '1');
  await takeIn(desk, given, '1');
  const memos = await memosOf(desk, bought);
  expect(memos.map(({ status }) => status)).toEqual(['BY_HAND', 'BY_HAND']);
  await atOrders(desk, olga, 'mutation ($id: ID!) { recordRefund(creditMemoId: $id, reference: "T-8") { status } }', { id: memos[1]?.id });
  await ship(desk, bought, '3');
  await settle(desk);
  expect(await atOrders(desk, olga, INVOICES, { id: bought.orderId })).toMatchObject({ order: { invoices: [{ amount: { amount: '12.00' }, due: { amount: '8.67' }, payments: [{ kind: 'CREDIT_MEMO', amount: { amount: '3.33' } }] }] } });
  expect(await memosOf(desk, bought)).toMatchObject([{ status: 'REFUNDED', byHand: { amount: '0.00' } }, { status: 'REFUNDED' }]);
  expect(await statusOf(desk, open.id)).toBe('CLOSED');
});

test('what the return costs is kept of the first money, in parts as it comes, and never more than it brings [RET-31]', async () => {
  const type = { name: 'RMA', category: 'RETURN', lineType: 'CREDIT', workflow: 'W', fees: [{ currency: 'GBP', amount: '1.01', per: 'UNIT' }] };
  await using desk = await openDesk(buyer, { env: { CARTWRIGHT_RETURNS_TRANSACTION_TYPES: JSON.stringify([type]) } });
  const bought = await buy(desk, { kind: 'INVOICE' });
  const back = await agreed(desk, bought, '3');
  for (const quantity of ['1', '2']) await takeIn(desk, back, quantity);
  expect(await memosOf(desk, bought)).toMatchObject([{ amount: { amount: '2.32' }, fee: { amount: '1.01' } }, { amount: { amount: '4.65' }, fee: { amount: '2.02' } }]);
  expect((await desk.ask<{ return: unknown }>(buyer, RETURN, { id: back.id })).return).toMatchObject({ status: 'CLOSED', creditedTotal: { amount: '6.97' } });
});
