import type { Tier } from '../domain/approval-flow.ts';
import type { ApprovalTierType } from './approval.type.ts';

/** The tiers of a flow with who has agreed so far; nobody has to a rule by itself. */
export const shownTiers = (tiers: readonly Tier[], given: (tier: number, requirement: number) => number = () => 0): ApprovalTierType[] =>
  tiers.map(({ allOf }, tier) => ({
    allOf: allOf.map(({ anyOf, needed }, requirement) => ({
      anyOf: anyOf.map(({ userId, permission }) => ({ user: userId == null ? null : { id: userId }, permission: permission ?? null })),
      needed,
      given: given(tier, requirement),
    })),
  }));
