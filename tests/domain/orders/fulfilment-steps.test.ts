import fc from 'fast-check';
import { expect, test } from 'vitest';
import { awaitingMicro, FULFILMENT_MOVES, movableMicro, moveParts, pickedMicro, shippedMicro, statusOnItsWay, type FulfilmentMove, type Part } from '../../../subgraphs/orders/domain/fulfilment-steps.ts';

const line = (parts: readonly Part[]) => ({ quantityMicro: 10n, parts });
const at = (step: Part['step'], quantityMicro: bigint, shipmentId = ''): Part => ({ step, shipmentId, quantityMicro });

test('a line is as far as the part of it that is furthest behind [ORD-31]', () => {
  expect(statusOnItsWay(line([]))).toBe('AWAITING_SHIPPING');
  expect(statusOnItsWay(line([at('SHIPPED', 9n, 's')]))).toBe('AWAITING_SHIPPING');
  expect(statusOnItsWay(line([at('SHIPPED', 4n, 's'), at('PICKED', 6n)]))).toBe('PICKED');
  expect(statusOnItsWay(line([at('BACKORDERED', 4n), at('PACKED', 6n, 's')]))).toBe('BACKORDERED');
  expect(statusOnItsWay(line([at('SHIPPED', 4n, 's'), at('SHIPPED', 6n, 't')]))).toBe('SHIPPED');
});

test('picking takes what is awaited before what is on back-order; a parcel is confirmed without touching another', () => {
  expect(moveParts(line([at('BACKORDERED', 4n)]), 'pick', 7n)).toEqual([at('BACKORDERED', 3n), at('PICKED', 7n)]);
  const packed = line([at('PACKED', 4n, 's'), at('PACKED', 6n, 't')]);
  expect(movableMicro(packed, 'confirm', 's')).toBe(4n);
  expect(moveParts(packed, 'confirm', 4n, 's')).toEqual([at('PACKED', 6n, 't'), at('SHIPPED', 4n, 's')]);
  expect(movableMicro(packed, 'ship', 'u')).toBe(0n);
});

test('whatever is moved, nothing is lost, doubled or in two places, and what has left stays away', () => {
  const moves = fc.array(fc.record({ move: fc.constantFrom(...(Object.keys(FULFILMENT_MOVES) as FulfilmentMove[])), share: fc.integer({ min: 1, max: 4 }), parcel: fc.constantFrom('s', 't') }), { maxLength: 30 });
  fc.assert(
    fc.property(moves, (wanted) => {
      let parts: readonly Part[] = [];
      for (const { move, share, parcel } of wanted) {
        const before = line(parts);
        const movable = movableMicro(before, move, parcel);
        const quantity = movable / BigInt(share);
        if (quantity === 0n) continue;
        parts = moveParts(before, move, quantity, parcel);
        expect(awaitingMicro(line(parts))).toBeGreaterThanOrEqual(0n);
        expect(parts.reduce((all, part) => all + part.quantityMicro, awaitingMicro(line(parts)))).toBe(10n);
        expect(new Set(parts.map((part) => `${part.step} ${part.shipmentId}`)).size).toBe(parts.length);
        expect(shippedMicro(parts)).toBeGreaterThanOrEqual(shippedMicro(before.parts));
        expect(shippedMicro(parts)).toBeLessThanOrEqual(pickedMicro(parts));
      }
    }),
  );
});
