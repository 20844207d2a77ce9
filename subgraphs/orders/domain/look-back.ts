import { refuse } from '#kernel/errors.ts';

/**
 * How many days a search looks back: as wished, if the list has that; else the next longer of the list, or its longest;
 * without a wish its first. [ORD-26, V 39]
 */
export function lookBackDays(choices: readonly number[], wished: number | undefined): number {
  const [first = 1] = choices;
  if (wished === undefined || choices.includes(wished)) return wished ?? first;
  if (wished < 1) throw refuse('BAD_USER_INPUT', 'Look back one day at least.', { days: wished });
  const longer = choices.filter((days) => days > wished);
  return longer.length > 0 ? Math.min(...longer) : Math.max(...choices);
}
