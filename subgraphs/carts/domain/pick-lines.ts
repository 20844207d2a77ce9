import { refuse } from '#kernel/errors.ts';

/** The named lines of a cart or list in its order, all of them or a refusal. */
export function pickLines<Line extends { readonly id: string }>(lines: readonly Line[], lineIds: readonly string[]): Line[] {
  if (lineIds.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one line.');
  const known = new Set(lines.map(({ id }) => id));
  for (const lineId of lineIds) if (!known.has(lineId)) throw refuse('NOT_FOUND', 'There is no such line.', { lineId });
  const wanted = new Set(lineIds);
  return lines.filter(({ id }) => wanted.has(id));
}
