import { expect, test } from 'vitest';
import type { DomainEvent, EventPayload } from '#kernel/events.ts';
import { arrangeEntries, type Arrangement } from '../../../subgraphs/timeline/domain/arrange-entries.ts';
import { changesOf, shownChanges } from '../../../subgraphs/timeline/domain/entry-changes.ts';
import { findGaps } from '../../../subgraphs/timeline/domain/find-gaps.ts';
import { kindOf } from '../../../subgraphs/timeline/domain/timeline-kinds.ts';

const event = (aggregateType: string, aggregateId: string, aggregateVersion: number, payload: EventPayload = {}): DomainEvent => ({
  id: `${aggregateId}-${aggregateVersion}`, accountId: 'acme', aggregateType, aggregateId, aggregateVersion, type: 'X', schemaVersion: 1, payload, createdAt: new Date(0),
});

const NOTHING = { members: [], deals: [] };
const ids = (): (() => string) => {
  let next = 0;
  return () => `deal-${++next}`;
};
const places = ({ placed }: Arrangement): string[] => placed.map(({ dealId, position, event: { id } }) => `${dealId} ${position} ${id}`);

test('what names each other is one deal, in whatever order it is heard of', () => {
  const arranged = arrangeEntries(NOTHING, [event('quote', 'q', 1, { cartId: 'c' }), event('cart', 'c', 1), event('order', 'o', 1, { quoteId: 'q', cartId: null }), event('cart', 'd', 1)], ids());
  expect(places(arranged)).toEqual(['deal-1 1 q-1', 'deal-1 2 c-1', 'deal-1 3 o-1', 'deal-2 1 d-1']);
});

test('a version that is recorded is passed over, also within a slice', () => {
  const known = { members: [{ aggregateType: 'cart' as const, aggregateId: 'c', dealId: 'd', lastVersion: 3 }], deals: [{ id: 'd', accountId: 'acme', version: 7 }] };
  expect(places(arrangeEntries(known, [event('cart', 'c', 2), event('cart', 'c', 4), event('cart', 'c', 4), event('cart', 'c', 3), event('cart', 'c', 5)], ids()))).toEqual(['d 8 c-4', 'd 9 c-5']);
});

test('deals that turn out to be one are joined: the older goes on, without a gap', () => {
  const known = {
    members: [
      { aggregateType: 'order' as const, aggregateId: 'young', dealId: 'deal-b', lastVersion: 2 },
      { aggregateType: 'order' as const, aggregateId: 'old', dealId: 'deal-a', lastVersion: 4 },
      { aggregateType: 'return' as const, aggregateId: 'r', dealId: 'deal-b', lastVersion: 1 },
    ],
    deals: [{ id: 'deal-b', accountId: 'acme', version: 3 }, { id: 'deal-a', accountId: 'acme', version: 4 }],
  };
  const arranged = arrangeEntries(known, [event('order', 'young', 3), event('order', 'old', 5, { returnId: 'r' }), event('return', 'r', 2)], ids());
  expect(places(arranged)).toEqual(['deal-a 8 young-3', 'deal-a 9 old-5', 'deal-a 10 r-2']);
  expect(arranged.joins).toMatchObject([{ from: { id: 'deal-b', version: 4 }, intoId: 'deal-a', after: 4 }]);
  expect([...arranged.deals.values()]).toEqual([{ id: 'deal-a', accountId: 'acme', version: 10 }]);
  expect([...arranged.members.values()].map(({ dealId }) => dealId)).toEqual(['deal-a', 'deal-a', 'deal-a']);
});

test('a gap is told with what is known before it, and not for what comes again', () => {
  const gaps = findGaps(new Map([['c', 2]]), [event('cart', 'c', 2), event('cart', 'c', 5), event('cart', 'c', 6), event('cart', 'new', 1), event('cart', 'late', 3)]);
  expect(gaps.map(({ aggregateId, after, before }) => [aggregateId, after, before.aggregateVersion])).toEqual([['c', 2, 5], ['late', 0, 3]]);
});

test('parcels, invoices and payments are told apart from their order by what the event carries', () => {
  expect([{ shipmentId: 's' }, { invoiceId: 'i' }, { paymentId: 'p' }, {}].map((payload) => kindOf({ aggregateType: 'order', payload }))).toEqual(['SHIPMENT', 'INVOICE', 'PAYMENT', 'ORDER']);
  expect(kindOf({ aggregateType: 'return', payload: { shipmentId: 's' } })).toBe('RETURN');
});

test('facts are read out of payloads as they may come, and amounts are for who may see them', () => {
  const changes = changesOf({ payload: { changes: [{ field: 'status', from: 'A', to: 'B' }, { field: 'total', from: null, to: { amount: '1.00', currency: 'GBP' } }, { field: 7 }, null], reason: 'worn', amountMinor: '250', currency: 'GBP', lines: [1] } });
  expect(changes).toEqual([
    { field: 'status', from: 'A', to: 'B' },
    { field: 'total', from: null, to: { amount: '1.00', currency: 'GBP' } },
    { field: 'reason', from: null, to: 'worn' },
    { field: 'amount', from: null, to: { amount: '2.50', currency: 'GBP' } },
  ]);
  expect(shownChanges(changes, true)).toEqual(changes);
  expect(shownChanges(changes, false).map(({ field }) => field)).toEqual(['status', 'reason']);
  expect(shownChanges([{ field: 'moreParts', from: null, to: '40' }], false), 'it may count prices').toEqual([]);
});
