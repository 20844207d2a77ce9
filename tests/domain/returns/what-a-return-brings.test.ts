import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readReturnsConfig } from '../../../subgraphs/returns/config.ts';
import { feeFor, previewRefund } from '../../../subgraphs/returns/domain/preview-refund.ts';
import { componentsOf } from '../../../subgraphs/returns/domain/returned-components.ts';
import { RETURN_LIFECYCLE, RETURN_STATUSES, type ReturnCommand } from '../../../subgraphs/returns/domain/return-lifecycle.ts';
import { requireSetUp, type SetUp } from '../../../subgraphs/returns/domain/return-setup.ts';
import { readSerialNumbers } from '../../../subgraphs/returns/domain/serial-numbers.ts';
import { refundFor } from '../../../subgraphs/orders/domain/refund.ts';
import type { OrderedLine } from '../../../subgraphs/returns/domain/ordered-line.ts';
import { fromMicro } from '#kernel/quantity.ts';

const LINE = {
  id: 'l', orderId: 'o', orderNumber: 'O-1', orderStatus: 'BOOKED', lineStatus: 'SHIPPED', isHeld: false, placedAt: new Date(0), shippedAt: null, sku: 'MUG', description: 'Mug', accountId: 'a', billToAccountId: 'a',
  currency: 'GBP', uom: 'EA', quantity: '3', shippedQuantity: '3', returnedQuantity: '0', returnableQuantity: '3', listPrice: null, paid: '10.00', discount: '1.00', tax: '1.67', billed: '10.00', refunded: '0.00',
  returnable: true, serialControlled: false, serialNumbers: [], parentLineId: null, components: [], shipTo: null, billTo: null,
} satisfies OrderedLine;
const pounds = (minor: bigint): string => `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;

test('a preview is what the claim will say, and parts of it add up to what was paid, with its discount and tax, to the cent [RET-23]', () => {
  const cents = fc.bigInt({ min: 0n, max: 1_000_000n });
  fc.assert(
    fc.property(cents, cents, cents, fc.array(fc.bigInt({ min: 1n, max: 5_000_000n }), { minLength: 1, maxLength: 6 }), (paidMinor, discountMinor, taxMinor, parts) => {
      const quantityMicro = parts.reduce((a, b) => a + b);
      let [returnedMicro, refundedMinor] = [0n, 0n];
      const sums = [0n, 0n, 0n];
      for (const part of parts) {
        const facts = { ...LINE, paid: pounds(paidMinor), billed: pounds(paidMinor), discount: pounds(discountMinor), tax: pounds(taxMinor), quantity: fromMicro(quantityMicro), returnedQuantity: fromMicro(returnedMicro), refunded: pounds(refundedMinor) };
        const preview = previewRefund(facts, part);
        expect(preview.refundMinor).toBe(refundFor({ paidMinor, quantityMicro, returnedMicro, refundedMinor }, part, 'GBP'));
        [preview.refundMinor, preview.discountMinor, preview.taxMinor].forEach((minor, i) => (sums[i] = (sums[i] ?? 0n) + minor));
        returnedMicro += part;
        refundedMinor += preview.refundMinor;
      }
      expect(sums).toEqual([paidMinor, discountMinor, taxMinor]);
    }),
  );
});

test('what was not billed yet is not refunded, and a preview of more than there is invents nothing', () => {
  expect(previewRefund({ ...LINE, billed: '2.00' }, 3_000_000n).refundMinor).toBe(200n);
  expect(previewRefund({ ...LINE, refunded: '10.00', returnedQuantity: '3' }, 1_000_000n)).toEqual({ refundMinor: 0n, discountMinor: 0n, taxMinor: 0n });
  expect(previewRefund(LINE, 9_000_000n).refundMinor).toBe(1000n);
});

test('a fee is that of the currency and the reason, for each unit or each line, and never more than comes back [RET-31]', () => {
  const fees = [{ currency: 'EUR', amount: '5.00', per: 'UNIT' as const }, { currency: 'GBP', amount: '0.25', per: 'UNIT' as const, reasons: ['DAMAGED'] }, { currency: 'GBP', amount: '3.00', per: 'LINE' as const }];
  const fee = (reason: string, quantityMicro: bigint, refundMinor: bigint, currency = 'GBP'): bigint => feeFor(fees, { reason, quantityMicro, refundMinor }, currency);
  expect(fee('DAMAGED', 3_000_000n, 1000n)).toBe(75n);
  expect(fee('WRONG_ITEM', 3_000_000n, 1000n)).toBe(300n);
  expect(fee('WRONG_ITEM', 1_000_000n, 120n)).toBe(120n);
  expect(fee('DAMAGED', 2_000_000n, 5000n, 'EUR')).toBe(1000n);
  expect(fee('DAMAGED', 2_000_000n, 5000n, 'USD')).toBe(0n);
});

test('components follow the whole in proportion, rounded up, and a whole takes the whole [RET-22]', () => {
  const kit = { quantity: '3', components: [{ orderLineId: 'n', parentLineId: 'k', sku: 'NUT', quantity: '6' }, { orderLineId: 'w', parentLineId: 'n', sku: 'WIRE', quantity: '1' }] };
  expect(componentsOf(kit, 1_000_000n).map(({ quantity }) => quantity)).toEqual(['2', '0.333334']);
  expect(componentsOf(kit, 3_000_000n).map(({ quantity }) => quantity)).toEqual(['6', '1']);
});

test('serial numbers are those that were shipped, each once, whatever the case, and no more than come back [RET-18, RET-19]', () => {
  const drill = { ...LINE, serialControlled: true, serialNumbers: ['SN-a', 'SN-b'] };
  expect(readSerialNumbers(drill, 2_000_000n, [' sn-A', 'SN-a', 'sn-b '])).toEqual(['SN-a', 'SN-b']);
  expect(readSerialNumbers(LINE, 1_000_000n, [])).toEqual([]);
  for (const [line, quantity, serials, reason] of [[drill, 1_000_000n, ['SN-a', 'SN-b'], 'TOO_MANY_SERIAL_NUMBERS'], [drill, 1_000_000n, ['SN-c'], 'SERIAL_NUMBER_UNKNOWN'], [LINE, 1_000_000n, ['SN-a'], 'NOT_SERIAL_CONTROLLED']] as const) {
    expect(() => readSerialNumbers(line, quantity, serials)).toThrow(expect.objectContaining({ details: expect.objectContaining({ reason }) }));
  }
});

const TYPE = { name: 'RMA', category: 'RETURN', lineType: 'L', workflow: 'W', sequence: 'R', approvers: ['SELLER'], fees: [] } as const;
const SET_UP: SetUp = { transactionTypes: [TYPE, { ...TYPE, name: 'SALE', category: 'ORDER' }], transactionType: 'RMA', defaultSalesRepId: 'sam' };

test.each<[string, Partial<SetUp>, string[]]>([
  ['no transaction type is named', { transactionType: undefined }, ['TRANSACTION_TYPE']],
  ['the named one is not there', { transactionType: 'GONE' }, ['TRANSACTION_TYPE']],
  ['there is none at all', { transactionTypes: [], defaultSalesRepId: undefined }, ['TRANSACTION_TYPE', 'DEFAULT_SALES_REP']],
  ['it is of the category Order', { transactionType: 'SALE' }, ['RETURN_CATEGORY']],
  ['it is Mixed', { transactionTypes: [{ ...TYPE, category: 'MIXED' }] }, ['RETURN_CATEGORY']],
  ['it has no line type', { transactionTypes: [{ ...TYPE, lineType: undefined }] }, ['LINE_TYPE']],
  ['it has no workflow', { transactionTypes: [{ ...TYPE, workflow: undefined }] }, ['WORKFLOW']],
  ['there is no default sales rep', { defaultSalesRepId: undefined }, ['DEFAULT_SALES_REP']],
])('what is missing is named when %s [RET-32, RET-33]', (_when, change, allMissing) => {
  expect(requireSetUp(SET_UP)).toEqual({ type: TYPE, salesRepId: 'sam' });
  expect(() => requireSetUp({ ...SET_UP, ...change })).toThrow(expect.objectContaining({ code: 'RETURN_SETUP_MISSING', details: expect.objectContaining({ missing: allMissing[0], allMissing }) }));
});

test('settings that make no sense stop the start, and returns are off until they are turned on [RET-01]', () => {
  expect(readReturnsConfig({})).toMatchObject({ enabled: false, approval: false, policy: false, transactionTypes: [], transactionType: undefined, defaultSalesRepId: undefined });
  for (const bad of ['nonsense', '[{"name":"A","category":"RMA"}]', '[{"name":"A","category":"RETURN"},{"name":"A","category":"RETURN"}]', '[{"name":"A","category":"RETURN","fees":[{"currency":"GBP","amount":"0.001"}]}]']) {
    expect(() => readReturnsConfig({ CARTWRIGHT_RETURNS_TRANSACTION_TYPES: bad }), bad).toThrow();
  }
});

test('every status but the pending one tells who edits or submits to refresh; a return ends in three ways [RET-12, V 27]', () => {
  const facts = { hasLines: true, stepsAfter: 0 };
  for (const status of RETURN_STATUSES.filter((each) => each !== 'PENDING')) {
    for (const command of ['edit', 'submit', 'submitAndBook'] satisfies ReturnCommand[]) expect(RETURN_LIFECYCLE[status][command]?.when?.[0]?.(facts)?.code, `${status} ${command}`).toBe('STALE_VERSION');
  }
  const goesOn = (status: (typeof RETURN_STATUSES)[number]) => Object.entries(RETURN_LIFECYCLE[status]).filter(([, move]) => move.audit !== 'REFUSED');
  const open = (status: (typeof RETURN_STATUSES)[number]): boolean => goesOn(status).some(([command]) => command !== 'reopen');
  expect(RETURN_STATUSES.filter((status) => !open(status))).toEqual(['REJECTED', 'CLOSED', 'CANCELED']);
  expect(goesOn('CLOSED').map(([command, { by }]) => [command, by]), 'by what became of an order, never by a person').toEqual([['reopen', ['system']]]);
});
