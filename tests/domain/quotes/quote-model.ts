import fc from 'fast-check';
import type { QuoteCommand, QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import type { ActorName } from './actors.ts';
import { expectedMove } from './section-r.ts';

/*
 * A quote as section R says it behaves, in the fewest words: what six actors may do to it while time goes by, and what is
 * left of it then. It knows nothing of the product.
 */

export const PLAYERS = ['bea', 'ann', 'sam', 'sue', 'rob', 'job'] as const;
export type Player = (typeof PLAYERS)[number];

/** Beside the moves: a checkout that takes hold and lets go, other contents, and a word. */
export const DEEDS = ['request', 'assign', 'unassign', 'publish', 'edit', 'recall', 'reject', 'cancel', 'delete', 'expire', 'hold', 'release', 'order', 'change', 'note'] as const;
export type Deed = (typeof DEEDS)[number];

export interface Model {
  readonly status: QuoteStatus;
  readonly rep: Player | null;
  readonly endsAt: number | null;
  readonly held: boolean;
  readonly gone: boolean;
  readonly moves: readonly QuoteStatus[];
  readonly version: number;
}

export const NEW: Model = { status: 'DRAFTING', rep: null, endsAt: null, held: false, gone: false, moves: ['DRAFTING'], version: 1 };
export const DAY = 86_400_000;

const OVER_WHEN_LATE: readonly QuoteStatus[] = ['ASSIGNED', 'PUBLISHED', 'EDITING']; // the default exclusions spare the rest
const HIDDEN_FROM_REPS: readonly QuoteStatus[] = ['DRAFTING', 'EDITING'];

function actorOf(player: Player, { rep }: Model): ActorName {
  if (player === 'bea') return 'owner';
  if (player === 'ann') return 'colleague';
  if (player === 'rob') return 'plain rep';
  if (player === 'job') return 'job';
  return rep === player ? 'assigned rep' : 'unassigned rep';
}

/** The quote after a deed; undefined: refused, and it is what it was. An assignment is required. */
export function after(model: Model, player: Player, deed: Deed, now: number): Model | undefined {
  if (model.gone) return undefined;
  const late = model.endsAt !== null && model.endsAt <= now;
  const next: Model = { ...model, version: model.version + 1 };
  switch (deed) {
    case 'hold':
      return player === 'bea' && model.status === 'PUBLISHED' && !late ? { ...(model.held ? model : next), held: true } : undefined;
    case 'release':
      return player === 'bea' && model.held && model.status === 'PUBLISHED' ? { ...next, held: false } : undefined;
    case 'change':
      return mayChange(model, player) ? next : undefined;
    case 'note':
      return mayTalk(model, player) && !model.held ? next : undefined;
    case 'order':
      return player === 'bea' && model.held && model.status === 'PUBLISHED' ? moved(next, 'SUBMITTED') : undefined;
    default:
      return move(model, next, player, deed, now, late);
  }
}

function move(model: Model, next: Model, player: Player, deed: QuoteCommand, now: number, late: boolean): Model | undefined {
  const to = expectedMove(model.status, deed, actorOf(player, model), true);
  if (to === undefined || (model.status === 'PUBLISHED' && model.held)) return undefined;
  if (deed === 'expire' && !(late && OVER_WHEN_LATE.includes(model.status))) return undefined;
  if (deed === 'delete') return { ...moved(next, to), gone: true };
  if (deed === 'assign') return { ...moved(next, to), rep: player };
  if (deed === 'unassign') return { ...moved(next, to), rep: null };
  if (deed === 'publish') return { ...moved(next, to), endsAt: now + 30 * DAY };
  return moved(next, to);
}

const moved = (model: Model, to: QuoteStatus): Model => ({ ...model, status: to, moves: [...model.moves, to] });

function mayChange(model: Model, player: Player): boolean {
  if (model.status === 'ASSIGNED') return player === model.rep;
  return player === 'bea' && ['DRAFTING', 'QUOTE_REQUESTED', 'EDITING'].includes(model.status);
}

function mayTalk(model: Model, player: Player): boolean {
  if (!['DRAFTING', 'QUOTE_REQUESTED', 'ASSIGNED', 'PUBLISHED', 'EDITING'].includes(model.status)) return false;
  return player === 'bea' || ((player === 'sam' || player === 'sue') && !HIDDEN_FROM_REPS.includes(model.status));
}

export type Step =
  | { readonly kind: 'any'; readonly player: Player; readonly deed: Deed }
  /** One of what is allowed at that moment, so that stories go on. */
  | { readonly kind: 'likely'; readonly pick: number }
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'prices move'; readonly cents: number };

export const stories = (longest: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 6, arbitrary: fc.record({ kind: fc.constant('likely' as const), pick: fc.nat({ max: 1_000 }) }) },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('any' as const), player: fc.constantFrom(...PLAYERS), deed: fc.constantFrom(...DEEDS) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 40 }) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('prices move' as const), cents: fc.integer({ min: 50, max: 200 }) }) },
    ),
    { maxLength: longest, size: 'max' }, // without it stories end before an offer is out
  );

/** Who does what in a step that is not about the world. */
export function chosen(model: Model, step: Extract<Step, { kind: 'any' | 'likely' }>, now: number): { player: Player; deed: Deed } {
  if (step.kind === 'any') return step;
  const allowed = PLAYERS.flatMap((player) => DEEDS.map((deed) => ({ player, deed }))).filter(({ player, deed }) => isAskable(player, deed) && after(model, player, deed, now) !== undefined);
  const onward = allowed.filter(({ deed }) => ONWARD.has(deed));
  const among = step.pick % 2 === 0 && onward.length > 0 ? onward : allowed;
  return among[Math.floor(step.pick / 2) % Math.max(1, among.length)] ?? { player: 'bea', deed: 'note' };
}

/** Every other likely deed is one of these, or few stories would ever come to an offer. */
const ONWARD: ReadonlySet<Deed> = new Set(['request', 'assign', 'publish', 'recall', 'edit', 'hold', 'order', 'expire']);

/** The job does one thing, and nobody else does it; checkouts are their owner's. */
export const isAskable = (player: Player, deed: Deed): boolean => (player === 'job') === (deed === 'expire') && (player === 'bea' || !['release', 'order'].includes(deed));
