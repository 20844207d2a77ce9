import { refuse } from '#kernel/errors.ts';

export interface Chargeable {
  readonly id: string;
  readonly name: string;
}

export interface Membership {
  readonly costCentreId: string;
  readonly userId: string;
  readonly preferred: boolean;
}

/**
 * What an order is charged to: what was named, or the buyer's preferred cost centre, or their only one. A centre that names
 * nobody is everybody's. Where an account has cost centres no order is charged to none, for that would pass its budgets by.
 */
export function chooseCostCentre(centres: readonly Chargeable[], members: readonly Membership[], userId: string, wanted: string | null | undefined): string | null {
  const open = centres.filter(({ id }) => {
    const named = members.filter(({ costCentreId }) => costCentreId === id);
    return named.length === 0 || named.some((member) => member.userId === userId);
  });
  if (wanted != null) {
    if (!open.some(({ id }) => id === wanted)) throw refuse('NOT_FOUND', 'There is no such cost centre for you.', { costCentreId: wanted });
    return wanted;
  }
  if (centres.length === 0) return null;
  const preferred = open.find(({ id }) => members.some((member) => member.costCentreId === id && member.userId === userId && member.preferred));
  const chosen = preferred ?? (open.length === 1 ? open[0] : undefined);
  if (chosen) return chosen.id;
  throw refuse('COST_CENTRE_REQUIRED', 'Say which cost centre the order is charged to.', { costCentres: open.map(({ id, name }) => ({ id, name })) });
}
