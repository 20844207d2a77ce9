import { refuse } from '#kernel/errors.ts';
import { minorFrom } from '#kernel/money.ts';
import { refuseMalformedTiers, type Demand, type Tier } from './approval-flow.ts';

export const RULE_MATCHES = ['ALL', 'ANY'] as const;
export type RuleMatch = (typeof RULE_MATCHES)[number];

/** What an order is looked at for. Amounts are in the currency of the rule; an order in another counts as above them. */
export interface RuleConditions {
  readonly currency?: string | null;
  /** At least so much, with taxes and shipping. */
  readonly totalFrom?: string | null;
  readonly shippingFrom?: string | null;
  /** At least so many different products. */
  readonly productsFrom?: number | null;
  readonly skus?: readonly string[] | null;
  /** Codes; what stands below counts too. */
  readonly categories?: readonly string[] | null;
  readonly costCentreIds?: readonly string[] | null;
}

export interface Rule {
  readonly id: string;
  readonly name: string;
  /** Whose orders; of everybody when empty. */
  readonly requesterIds: readonly string[];
  readonly match: RuleMatch;
  readonly conditions: RuleConditions;
  readonly tiers: readonly Tier[];
}

export interface OrderToJudge {
  readonly placedById: string;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly shippingMinor: bigint;
  readonly skus: ReadonlySet<string>;
  /** Of all products, with those above them. */
  readonly categories: ReadonlySet<string>;
  readonly costCentreId: string | null;
}

const CONDITIONS: readonly ((conditions: RuleConditions, order: OrderToJudge) => boolean | undefined)[] = [
  ({ totalFrom, currency }, order) => (totalFrom == null ? undefined : order.currency !== currency || order.totalMinor >= minorFrom(totalFrom, currency)),
  ({ shippingFrom, currency }, order) => (shippingFrom == null ? undefined : order.currency !== currency || order.shippingMinor >= minorFrom(shippingFrom, currency)),
  ({ productsFrom }, { skus }) => (productsFrom == null ? undefined : skus.size >= productsFrom),
  (conditions, { skus }) => conditions.skus?.some((sku) => skus.has(sku)),
  (conditions, { categories }) => conditions.categories?.some((code) => categories.has(code)),
  ({ costCentreIds }, { costCentreId }) => costCentreIds?.includes(costCentreId ?? ''),
];

/** Whether a rule wants a yes for an order: conditions that are not given do not count, and a rule without any wants one for each. */
export function ruleApplies({ requesterIds, match, conditions }: Rule, order: OrderToJudge): boolean {
  if (requesterIds.length > 0 && !requesterIds.includes(order.placedById)) return false;
  const met = CONDITIONS.flatMap((condition) => condition(conditions, order) ?? []);
  return met.length === 0 || (match === 'ANY' ? met.includes(true) : !met.includes(false));
}

export const demandsOfRules = (rules: readonly Rule[], order: OrderToJudge): Demand[] =>
  rules.filter((rule) => ruleApplies(rule, order)).map(({ id, name, tiers }) => ({ kind: 'RULE', sourceId: id, reason: `The rule "${name}" wants approval.`, tiers }));

const MAX_NAMED = 200;

export function refuseMalformedRule({ name, requesterIds, conditions, tiers }: Omit<Rule, 'id'>): void {
  if (name.trim() === '' || name.length > MAX_NAMED) throw refuse('BAD_USER_INPUT', `A rule has a name of at most ${MAX_NAMED} characters.`);
  const { currency, totalFrom, shippingFrom, skus, categories, costCentreIds } = conditions;
  for (const amount of [totalFrom, shippingFrom]) {
    if (amount == null) continue;
    if (currency == null) throw refuse('BAD_USER_INPUT', 'Amounts of a rule have a currency.');
    minorFrom(amount, currency);
  }
  for (const named of [requesterIds, skus, categories, costCentreIds]) {
    if ((named?.length ?? 0) > MAX_NAMED) throw refuse('BAD_USER_INPUT', `A rule names at most ${MAX_NAMED} of each.`);
  }
  refuseMalformedTiers(tiers);
}
