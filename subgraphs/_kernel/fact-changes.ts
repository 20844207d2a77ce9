import type { Fact, FactChange } from '#kernel/events.ts';

/** At most so many parts of a thing are told one by one. */
const MOST_PARTS = 10;

/** Something with a name of its own within an aggregate, such as a line. */
export interface Part {
  readonly of: string;
  readonly facts: Readonly<Record<string, Fact>>;
}

/** One fact before and after; nothing when it stayed as it was. */
export function factChange(field: string, from: Fact | null | undefined, to: Fact | null | undefined, of?: string): FactChange[] {
  if (isSame(from ?? null, to ?? null)) return [];
  return [{ field, ...(of !== undefined && { of }), from: from ?? null, to: to ?? null }];
}

/**
 * What became of the parts of a thing: those that went, came or changed. Told in full of the first few; a thing may have a
 * thousand parts, so the others are only counted.
 * @param isAsBefore whether nothing that is told differs
 */
export function changesAmong<P extends { readonly id: string }>(before: readonly P[], after: readonly P[], isAsBefore: (earlier: P, later: P) => boolean, told: (part: P) => Part): FactChange[] {
  const earlier = new Map(before.map((part) => [part.id, part]));
  const left = new Set(after.map(({ id }) => id));
  const changed: (readonly [P | undefined, P | undefined])[] = before.filter(({ id }) => !left.has(id)).map((part) => [part, undefined]);
  for (const part of after) {
    const was = earlier.get(part.id);
    if (!was || (was !== part && !isAsBefore(was, part))) changed.push([was, part]);
  }
  const more = changed.length - MOST_PARTS;
  const facts = changed.slice(0, MOST_PARTS).flatMap(([was, is]) => changesOf(was && told(was), is && told(is)));
  return [...facts, ...(more > 0 ? [{ field: 'moreParts', from: null, to: String(more) }] : [])];
}

function changesOf(before: Part | undefined, after: Part | undefined): FactChange[] {
  const { of } = after ?? before ?? { of: '' };
  const fields = new Set([...Object.keys(before?.facts ?? {}), ...Object.keys(after?.facts ?? {})]);
  return [...fields].flatMap((field) => factChange(field, before?.facts[field], after?.facts[field], of));
}

function isSame(a: Fact | null, b: Fact | null): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.amount === b.amount && a.currency === b.currency;
}
