import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goingAlong } from '../../../subgraphs/orders/domain/component-quantities.ts';
import { editLines, type EditableLine } from '../../../subgraphs/orders/domain/edit-order.ts';
import { goesWith, listedLines, shownDepth, shownParent, shownWithin, within, type TreeLine } from '../../../subgraphs/orders/domain/line-tree.ts';

const line = (id: string, parentLineId: string | null, more: Partial<TreeLine> = {}): TreeLine => ({ id, parentLineId, depth: parentLineId === null ? 0 : 1, shippable: true, ...more });
const ALL = { optionClasses: true };
const WITHOUT = { optionClasses: false };

/** A box of a pot and a class of mugs with a saucer, a service with a modem, and a bolt. */
const LINES = [
  line('box', null, { itemType: 'MODEL', modelKind: 'PICK_TO_ORDER' }),
  line('pot', 'box'),
  line('mugs', 'box', { itemType: 'OPTION_CLASS', shippable: false }),
  line('blue', 'mugs'),
  line('saucer', 'blue'),
  line('dsl', null, { itemType: 'MODEL', modelKind: 'TELECOM_SERVICE', shippable: false }),
  line('modem', 'dsl'),
  line('cable', 'modem'),
  line('support', 'dsl', { shippable: false }),
  line('bolt', null),
];
const of = (id: string): TreeLine => LINES.find((each) => each.id === id) ?? line('?', null);
const ids = (lines: readonly TreeLine[]): string[] => lines.map(({ id }) => id);

test('only what was ordered is listed, a telecom model with all that is in it [ORD-43, ORD-44]', () => {
  expect(ids(listedLines(LINES, ALL))).toEqual(['box', 'dsl', 'modem', 'cable', 'support', 'bolt']);
  expect(ids(within(LINES, 'box'))).toEqual(['pot', 'mugs', 'blue', 'saucer']);
  expect(within(LINES, 'bolt')).toEqual([]);
});

test('a class of options that is hidden leaves its options where they are, indented less [ORD-48]', () => {
  expect(ids(shownWithin(LINES, 'box', ALL))).toEqual(['pot', 'mugs', 'blue', 'saucer']);
  expect(['box', 'mugs', 'blue', 'saucer'].map((id) => shownDepth(LINES, of(id), ALL))).toEqual([0, 1, 2, 3]);
  expect(shownParent(LINES, of('blue'), ALL)?.id).toBe('mugs');
  expect(ids(shownWithin(LINES, 'box', WITHOUT))).toEqual(['pot', 'blue', 'saucer']);
  expect(['box', 'blue', 'saucer'].map((id) => shownDepth(LINES, of(id), WITHOUT))).toEqual([0, 1, 2]);
  expect(shownParent(LINES, of('blue'), WITHOUT)?.id).toBe('box');
});

test('what is sent takes along what is in it; within a service each thing goes by itself [ORD-44]', () => {
  expect(['box', 'pot', 'blue', 'saucer', 'modem', 'cable'].map((id) => goesWith(LINES, of(id))?.id)).toEqual([undefined, 'box', 'box', 'box', undefined, 'modem']);
});

test('less of a whole is never more of a component, and all of it is all of it', () => {
  const micro = fc.bigInt({ min: 0n, max: 10_000_000_000n });
  fc.assert(
    fc.property(fc.bigInt({ min: 1n, max: 10_000_000_000n }), micro, micro, micro, (whole, part, some, more) => {
      const [less, most] = [some, more].map((each) => each % (whole + 1n)).sort((a, b) => (a < b ? -1 : 1)) as [bigint, bigint];
      const [component, of] = [{ quantityMicro: part, canceledMicro: 0n }, { quantityMicro: whole, canceledMicro: 0n }];
      expect(goingAlong(component, of, 0n)).toBe(0n);
      expect(goingAlong(component, of, whole)).toBe(part);
      expect(goingAlong(component, of, less) <= goingAlong(component, of, most)).toBe(true);
      const canceled = { quantityMicro: most, canceledMicro: whole - most };
      expect(goingAlong(component, canceled, most)).toBe(goingAlong(component, of, most)); // what was taken off before does not count twice
    }),
  );
});

test('an edit takes off components with their whole, never alone, and never below what was picked of one', () => {
  const money = { canceledMicro: 0n, unitMicro: 0n, totalMinor: 0n, discountMinor: 0n, paidMinor: 0n, taxes: [] };
  const lines: EditableLine[] = [
    { ...of('dsl'), ...money, sku: 'DSL', quantityMicro: 4_000_000n, pickedMicro: 0n },
    { ...of('modem'), ...money, sku: 'MODEM', quantityMicro: 8_000_000n, pickedMicro: 3_000_000n },
    { ...of('bolt'), ...money, sku: 'BOLT', quantityMicro: 1_000_000n, pickedMicro: 0n },
  ];
  const order = { currency: 'GBP', pricesIncludeTax: false };
  expect(editLines(lines, [{ orderLineId: 'dsl', quantity: '2' }], order, [])).toMatchObject([{ id: 'dsl', quantityMicro: 2_000_000n }, { id: 'modem', quantityMicro: 4_000_000n, canceledMicro: 4_000_000n }]);
  expect(() => editLines(lines, [{ orderLineId: 'modem', quantity: '7' }], order, [])).toThrow('MODEM is part of something');
  expect(() => editLines(lines, [{ orderLineId: 'dsl', quantity: '1' }], order, [])).toThrow('Of MODEM, 3 has been picked.');
});
