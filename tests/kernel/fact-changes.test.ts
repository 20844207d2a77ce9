import { expect, test } from 'vitest';
import { changesAmong, type Part } from '#kernel/fact-changes.ts';

interface Line {
  readonly id: string;
  readonly quantity: number;
}

const lines = (count: number): Line[] => Array.from({ length: count }, (_, i) => ({ id: `line-${i}`, quantity: 1 }));
const isAsBefore = (a: Line, b: Line): boolean => a.quantity === b.quantity;
const partOf = ({ id, quantity }: Line): Part => ({ of: id, facts: { quantity: String(quantity) } });

test('parts that went, came and changed are told, each with what it was and is', () => {
  const [gone, changed, same] = lines(3) as [Line, Line, Line];
  const came = { id: 'new', quantity: 4 };
  expect(changesAmong([gone, changed, same], [{ ...changed, quantity: 2 }, { ...same }, came], isAsBefore, partOf)).toEqual([
    { field: 'quantity', of: 'line-0', from: '1', to: null },
    { field: 'quantity', of: 'line-1', from: '1', to: '2' },
    { field: 'quantity', of: 'new', from: null, to: '4' },
  ]);
});

test('what a part no longer has is told too', () => {
  const priced = (line: Line): Part => ({ of: line.id, facts: line.quantity > 1 ? { price: '5.00' } : {} });
  expect(changesAmong([{ id: 'a', quantity: 2 }], [{ id: 'a', quantity: 1 }], isAsBefore, priced)).toEqual([{ field: 'price', of: 'a', from: '5.00', to: null }]);
});

test('of a thousand parts only those that are told are written out, and the rest are counted', () => {
  const before = lines(1_000);
  let written = 0;
  const counted = (line: Line): Part => {
    written++;
    return partOf(line);
  };
  const [first] = before as [Line];
  expect(changesAmong(before, [{ ...first, quantity: 2 }, ...before.slice(1)], isAsBefore, counted)).toHaveLength(1);
  expect(written).toBe(2);
  expect(changesAmong(before, before.map((line) => ({ ...line, quantity: 3 })), isAsBefore, counted).at(-1)).toEqual({ field: 'moreParts', from: null, to: '990' });
  expect(written).toBe(22);
});
