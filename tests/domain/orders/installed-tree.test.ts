import fc from 'fast-check';
import { expect, test } from 'vitest';
import { installedTree, isConnected } from '../../../subgraphs/orders/domain/installed-tree.ts';

const ONE = 1_000_000n;
const line = (id: string, parentLineId: string | null, pieces: number, more: object = {}) => ({
  id, parentLineId, sku: id, depth: 0, shippable: true, serialControlled: false, quantityMicro: BigInt(pieces) * ONE, canceledMicro: 0n, shippedMicro: BigInt(pieces) * ONE, ...more,
});

test('what is in pieces with serial numbers is shared out over them, in order, and nothing gets lost', () => {
  const lines = [line('pc', null, 2), line('slot', 'pc', 2, { shippable: false }), line('disk', 'slot', 4), line('screw', 'pc', 5)];
  const serials = new Map([['pc', ['P1', 'P2']], ['disk', ['K1', 'K2', 'K3', 'K4']]]);
  const pieces = installedTree(lines, lines[0]!, 2n * ONE, ({ id }) => serials.get(id) ?? []);
  expect(pieces.map(({ line: { id }, serialNumber, quantityMicro, parent, depth }) => `${depth} ${id} ${serialNumber ?? quantityMicro / 1000n} in ${parent?.serialNumber ?? '-'}`)).toEqual([
    '0 pc P1 in -', '0 pc P2 in -', '1 disk K1 in P1', '1 disk K2 in P1', '1 disk K3 in P2', '1 disk K4 in P2', '1 screw 2500 in P1', '1 screw 2500 in P2',
  ]);
});

test('however a kit leaves, in which parcels, its components add up to what was ordered', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 50 }), (parcels, parts) => {
      const all = parcels.reduce((sum, each) => sum + each, 0);
      let done = 0n;
      let installed = 0n;
      for (const parcel of parcels) {
        done += BigInt(parcel) * ONE;
        const lines = [line('kit', null, all, { shippedMicro: done }), line('part', 'kit', parts)];
        for (const piece of installedTree(lines, lines[0]!, BigInt(parcel) * ONE, () => [])) if (piece.line.id === 'part') installed += piece.quantityMicro;
      }
      expect(installed).toBe(BigInt(parts) * ONE);
    }),
  );
});

test('what belongs to somebody else, or to another account, is not told of with a thing it is connected with [ORD-41]', () => {
  const item = { accountId: 'a', ownerId: 'bea' };
  expect(isConnected(item, { accountId: 'a', ownerId: 'bea' })).toBe(true);
  expect(isConnected(item, { accountId: 'a', ownerId: 'ben' })).toBe(false);
  expect(isConnected(item, { accountId: 'b', ownerId: 'bea' })).toBe(false);
});
