import type { QuoteCommand, QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import type { ActorName } from './actors.ts';

/*
 * Section R, written down a second time by hand: a table cannot prove itself. Who may give the command is said in words;
 * everything that is not here must be refused.
 *   owner          the buyer who began it
 *   REP            any sales rep with PUBLISH_QUOTE
 *   handling REP   the assigned one; any REP where assignment is not required
 *   free REP       any REP, but only where assignment is not required
 */
type Who = 'owner' | 'REP' | 'handling REP' | 'free REP' | 'any sales rep' | 'job';
const EXPECTED: readonly (readonly [QuoteStatus, QuoteCommand, QuoteStatus, readonly Who[]])[] = [
  ['CART_IN_PROGRESS', 'draft',    'DRAFTING',        ['owner']],
  ['CART_IN_PROGRESS', 'request',  'QUOTE_REQUESTED', ['owner']],
  ['CART_IN_PROGRESS', 'submit',   'SUBMITTED',       ['owner']],
  ['DRAFTING',         'request',  'QUOTE_REQUESTED', ['owner']],
  ['DRAFTING',         'cancel',   'CANCELED',        ['owner']],
  ['QUOTE_REQUESTED',  'assign',   'ASSIGNED',        ['REP']],
  ['QUOTE_REQUESTED',  'publish',  'PUBLISHED',       ['free REP']],
  ['QUOTE_REQUESTED',  'edit',     'EDITING',         ['owner']],
  ['QUOTE_REQUESTED',  'expire',   'EXPIRED',         ['job']],
  ['QUOTE_REQUESTED',  'reject',   'REJECTED',        ['free REP']],
  ['QUOTE_REQUESTED',  'cancel',   'CANCELED',        ['owner', 'handling REP']],
  ['ASSIGNED',         'unassign', 'QUOTE_REQUESTED', ['REP']],
  ['ASSIGNED',         'publish',  'PUBLISHED',       ['handling REP']],
  ['ASSIGNED',         'expire',   'EXPIRED',         ['job']],
  ['ASSIGNED',         'reject',   'REJECTED',        ['handling REP']],
  ['ASSIGNED',         'cancel',   'CANCELED',        ['owner', 'handling REP']],
  ['PUBLISHED',        'request',  'QUOTE_REQUESTED', ['owner']],
  ['PUBLISHED',        'recall',   'QUOTE_REQUESTED', ['REP']],
  ['PUBLISHED',        'submit',   'SUBMITTED',       ['owner']],
  ['PUBLISHED',        'edit',     'EDITING',         ['owner']],
  ['PUBLISHED',        'expire',   'EXPIRED',         ['job']],
  ['PUBLISHED',        'cancel',   'CANCELED',        ['owner', 'handling REP', 'job']],
  ['EDITING',          'request',  'QUOTE_REQUESTED', ['owner']],
  ['EDITING',          'expire',   'EXPIRED',         ['job']],
  ['EDITING',          'cancel',   'CANCELED',        ['owner']],
  ['REJECTED',         'request',  'QUOTE_REQUESTED', ['owner']],
  ['EXPIRED',          'clone',    'DRAFTING',        ['owner']],
  ['CANCELED',         'delete',   'CANCELED',        ['any sales rep']],
  // Beyond section R: a cart that another shop hands over, again, or takes back. [XFER-08, XFER-11]
  ['DRAFTING',         'receive',  'PUBLISHED',       ['job']],
  ['PUBLISHED',        'receive',  'PUBLISHED',       ['job']],
  ['EXPIRED',          'receive',  'PUBLISHED',       ['job']],
  ['CANCELED',         'receive',  'PUBLISHED',       ['job']],
];

/** Whether an actor is one of those the words mean. */
function isMeant(actor: ActorName, who: Who, assignmentRequired: boolean): boolean {
  const publishes = actor === 'assigned rep' || actor === 'unassigned rep';
  if (who === 'REP') return publishes;
  if (who === 'free REP') return publishes && !assignmentRequired;
  if (who === 'handling REP') return actor === 'assigned rep' || (publishes && !assignmentRequired);
  if (who === 'any sales rep') return publishes || actor === 'plain rep';
  return actor === who;
}

/** Where a command leads whom, or undefined: a blank cell. */
export function expectedMove(status: QuoteStatus, command: QuoteCommand, actor: ActorName, assignmentRequired: boolean): QuoteStatus | undefined {
  const row = EXPECTED.find(([from, by]) => from === status && by === command);
  return row?.[3].some((who) => isMeant(actor, who, assignmentRequired)) ? row[2] : undefined;
}
