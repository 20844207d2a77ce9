import type { Fact, FactChange } from '#kernel/events.ts';

/** At most so many parts of a thing are told one by one. */
const MOST_PARTS = 10;

/** Something with a name of its own within an aggregate, such as a line. */
export interface Part {
  readonly id: string;
  readonly of: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** One fact before and after; nothing when it stayed as it was. */
export function factChange(field: string, from: Fact | null | undefined, to: Fact | null | undefined, of?: string): FactChange[] {
  if (isSame(from ?? null, to ?? null)) return [];
  return [{ field, ...(of !== undefined && { of }), from: from ?? null, to: to ?? null }];
}

/** What became of the parts of a thing: those that came, went or changed. */
export function changesAmong(before: readonly Part[], after: readonly Part[]): FactChange[] {
  const earlier = new Map(before.map((part) => [part.id, part]));
  const left = new Set(after.map(({ id }) => id));
  const told: FactChange[][] = [];
  for (const part of before) if (!left.has(part.id)) told.push(changesOf(part, undefined));
  for (const part of after) told.push(changesOf(earlier.get(part.id), part));
  const changed = told.filter(({ length }) => length > 0);
  const more = changed.length - MOST_PARTS;
  return [...changed.slice(0, MOST_PARTS).flat(), ...(more > 0 ? [{ field: 'moreParts', from: null, to: String(more) }] : [])];
}

function changesOf(before: Part | undefined, after: Part | undefined): FactChange[] {
  const { facts, of } = after ?? before ?? { facts: {}, of: '' };
  return Object.keys(facts).flatMap((field) => factChange(field, before?.facts[field], after?.facts[field], of));
}

function isSame(a: Fact | null, b: Fact | null): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.amount === b.amount && a.currency === b.currency;
}
