import { expect, test } from 'vitest';
import { BEGINNING, mergeLists, type OwnRow, type Position } from '../../../subgraphs/channels/domain/merge-lists.ts';
import { newestFirst, type OutsideDocument } from '../../../subgraphs/channels/domain/outside-document.ts';
import { createDice } from '../../support/dice.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 0, 1) + minute * 60_000).toISOString();
const document = (number: string, minute: number): OutsideDocument => ({ number, customer: 'acme', buyer: null, reference: null, channel: null, placedAt: at(minute), expiresAt: null, status: 'NEW', currency: 'GBP', total: '1.00' });
const own = (id: number, minute: number): OwnRow & { id: number } => ({ id, cursor: String(id), placedAt: at(minute) });
const nameOf = (row: ReturnType<typeof mergeLists<ReturnType<typeof own>>>[number]): string => (row.own ? `own ${row.own.id}` : row.outside.number);

/** As a subgraph pages: rows behind a cursor. */
const after = (rows: readonly ReturnType<typeof own>[], cursor: string | null): ReturnType<typeof own>[] => rows.slice(cursor === null ? 0 : rows.findIndex((row) => row.cursor === cursor) + 1);

test('page by page two lists come out as one, in order, nothing twice and nothing left out, whatever the pages are', () => {
  const dice = createDice(7);
  for (let round = 0; round < 200; round++) {
    const ours = Array.from({ length: dice.between(0, 11) }, (_each, i) => own(i, dice.between(0, 19))).sort((a, b) => Date.parse(b.placedAt) - Date.parse(a.placedAt));
    const theirs = Array.from({ length: dice.between(0, 11) }, (_each, i) => document(`X-${String(i).padStart(2, '0')}`, dice.between(0, 19))).sort(newestFirst);
    const seen: ReturnType<typeof mergeLists<ReturnType<typeof own>>> = [];
    let position: Position = BEGINNING;
    for (;;) {
      const limit = dice.between(1, 4);
      const page = mergeLists(after(ours, position.own).slice(0, limit), theirs, position, limit);
      seen.push(...page);
      position = page.at(-1)?.position ?? position;
      if (page.length < limit) break;
    }
    expect(seen.map(nameOf).toSorted()).toEqual([...ours.map(({ id }) => `own ${id}`), ...theirs.map(({ number }) => number)].toSorted());
    const times = seen.map((row) => Date.parse(row.own?.placedAt ?? row.outside?.placedAt ?? ''));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  }
});

test('a list that fails for one page loses nothing: what it has is met later', () => {
  const ours = [own(1, 9), own(2, 5), own(3, 1)];
  const theirs = [document('X-1', 8), document('X-2', 4)];
  const first = mergeLists(ours.slice(0, 2), [], BEGINNING, 2);
  const rest = mergeLists(after(ours, first[1]!.position.own), theirs, first[1]!.position, 9);
  expect([...first, ...rest].map(nameOf)).toEqual(['own 1', 'own 2', 'X-1', 'X-2', 'own 3']);
});
