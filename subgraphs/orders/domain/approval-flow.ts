import { refuse } from '#kernel/errors.ts';

/** Who may say yes: a person, or whoever of the account has a permission. */
export interface Approver {
  readonly userId?: string | null;
  readonly permission?: string | null;
}

/** One of several approvers (OR), as many different ones as are needed. */
export interface Requirement {
  readonly anyOf: readonly Approver[];
  readonly needed: number;
}

/** Requirements that must all be met (AND) before the next tier is asked. */
export interface Tier {
  readonly allOf: readonly Requirement[];
}

export const DEMAND_KINDS = ['LIMIT', 'RULE', 'BUDGET'] as const;
export type DemandKind = (typeof DEMAND_KINDS)[number];

/** Something that wants a yes: a limit, a rule or a budget, as it was when the order was asked for. */
export interface Demand {
  readonly kind: DemandKind;
  /** The limit, rule or budget it comes from. */
  readonly sourceId: string;
  readonly reason: string;
  readonly tiers: readonly Tier[];
}

/** A place in the flow of an approval, and who said yes there. */
export interface GivenYes {
  readonly userId: string;
  readonly demand: number;
  readonly tier: number;
  readonly requirement: number;
}

export interface OpenRequirement extends Omit<GivenYes, 'userId'> {
  readonly anyOf: readonly Approver[];
}

/** Whoever has this permission approves where nobody says otherwise. */
export const ANY_APPROVER: readonly Tier[] = [{ allOf: [{ anyOf: [{ permission: 'APPROVE_ORDER' }], needed: 1 }] }];

const at = (yes: GivenYes, demand: number, tier: number, requirement: number): boolean => yes.demand === demand && yes.tier === tier && yes.requirement === requirement;

export const timesGiven = (given: readonly GivenYes[], demand: number, tier: number, requirement: number): number =>
  new Set(given.filter((yes) => at(yes, demand, tier, requirement)).map(({ userId }) => userId)).size;

/** What is asked now: of each demand the first tier that still lacks something. Empty once everybody has said yes. */
export function openRequirements(demands: readonly Demand[], given: readonly GivenYes[]): OpenRequirement[] {
  return demands.flatMap(({ tiers }, demand) => {
    const lacking = tiers.map(({ allOf }, tier) =>
      allOf.flatMap(({ anyOf, needed }, requirement) => (timesGiven(given, demand, tier, requirement) < needed ? [{ demand, tier, requirement, anyOf }] : [])),
    );
    return lacking.find((requirements) => requirements.length > 0) ?? [];
  });
}

/** An approver as text, to compare and to search by. */
export const holderOf = ({ userId, permission }: Approver): string => (userId == null ? `permission:${permission}` : `person:${userId}`);

/** Somebody as whom a viewer may answer: themselves, or who is away and has named them. */
export interface Capacity {
  readonly userId: string;
  readonly permissions: readonly string[];
}

export const holdersOf = ({ userId, permissions }: Capacity): string[] => [`person:${userId}`, ...permissions.map((permission) => `permission:${permission}`)];

interface Asked {
  readonly requesterId: string;
  readonly ownerId: string;
}

/** Nobody agrees to what they ask for or get themselves, nor to that of whom they stand in for. [I15] */
export const impartial = (viewerId: string, capacities: readonly Capacity[], { requesterId, ownerId }: Asked): readonly Capacity[] =>
  viewerId === requesterId || viewerId === ownerId ? [] : capacities.filter(({ userId }) => userId !== requesterId && userId !== ownerId);

export interface Answered extends GivenYes {
  /** Who is away, and would have been asked. */
  readonly onBehalfOf: string | null;
}

/** The requirements a viewer answers with one word: each that is open, once, in the first capacity that fits. */
export function answersOf(viewerId: string, capacities: readonly Capacity[], open: readonly OpenRequirement[], given: readonly GivenYes[]): Answered[] {
  return open.flatMap(({ demand, tier, requirement, anyOf }) => {
    if (given.some((yes) => yes.userId === viewerId && at(yes, demand, tier, requirement))) return [];
    const asked = new Set(anyOf.map(holderOf));
    const capacity = capacities.find((each) => holdersOf(each).some((holder) => asked.has(holder)));
    return capacity ? [{ userId: viewerId, demand, tier, requirement, onBehalfOf: capacity.userId === viewerId ? null : capacity.userId }] : [];
  });
}

const MOST = 10;

/** A flow that asks nobody, or never ends, is none. */
export function refuseMalformedTiers(tiers: readonly Tier[]): void {
  if (tiers.length === 0 || tiers.length > MOST) throw refuse('BAD_USER_INPUT', `There are between 1 and ${MOST} tiers.`);
  for (const { anyOf, needed } of tiers.flatMap(({ allOf }) => refuseEmpty(allOf))) {
    refuseEmpty(anyOf);
    if (needed < 1 || needed > MOST) throw refuse('BAD_USER_INPUT', `A requirement needs between 1 and ${MOST} people.`);
    for (const { userId, permission } of anyOf) {
      if ((userId == null) === (permission == null)) throw refuse('BAD_USER_INPUT', 'An approver is a person or a permission: exactly one of them.');
    }
    if (anyOf.every(({ userId }) => userId != null) && new Set(anyOf.map(holderOf)).size < needed) throw refuse('BAD_USER_INPUT', 'More people are needed than are named.');
  }
}

function refuseEmpty<T>(parts: readonly T[]): readonly T[] {
  if (parts.length === 0 || parts.length > MOST) throw refuse('BAD_USER_INPUT', `There are between 1 and ${MOST} of everything in a tier.`);
  return parts;
}

/** The people a flow names. */
export const peopleIn = (tiers: readonly Tier[]): string[] => [...new Set(tiers.flatMap(({ allOf }) => allOf.flatMap(({ anyOf }) => anyOf.flatMap(({ userId }) => userId ?? []))))];
