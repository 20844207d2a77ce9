import { expect, test } from 'vitest';
import { judge } from '#kernel/lifecycle.ts';
import { QUOTE_COMMANDS, QUOTE_LIFECYCLE, QUOTE_STATUSES, type QuoteCommand, type QuoteFacts, type QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { ACTORS, rolesOf, type ActorName } from './actors.ts';

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
  ['PUBLISHED',        'cancel',   'CANCELED',        ['owner', 'handling REP']],
  ['EDITING',          'request',  'QUOTE_REQUESTED', ['owner']],
  ['EDITING',          'expire',   'EXPIRED',         ['job']],
  ['EDITING',          'cancel',   'CANCELED',        ['owner']],
  ['REJECTED',         'request',  'QUOTE_REQUESTED', ['owner']],
  ['EXPIRED',          'clone',    'DRAFTING',        ['owner']],
  ['CANCELED',         'delete',   'CANCELED',        ['any sales rep']],
];

function isMeant(actor: ActorName, who: Who, assignmentRequired: boolean): boolean {
  const publishes = actor === 'assigned rep' || actor === 'unassigned rep';
  if (who === 'REP') return publishes;
  if (who === 'free REP') return publishes && !assignmentRequired;
  if (who === 'handling REP') return actor === 'assigned rep' || (publishes && !assignmentRequired);
  if (who === 'any sales rep') return publishes || actor === 'plain rep';
  return actor === who;
}

const factsFor = (command: QuoteCommand, assignmentRequired: boolean): QuoteFacts => ({
  assignmentRequired,
  pastExpiry: command === 'expire',
  sparedByJob: false,
  hold: command === 'submit' ? 'own' : 'none',
  unpricedLines: 0,
});

function allowed(status: QuoteStatus, assignmentRequired: boolean): string[] {
  return QUOTE_COMMANDS.flatMap((command) =>
    ACTORS.flatMap((actor) => {
      const roles = rolesOf(actor, assignmentRequired);
      const judgement = judge(QUOTE_LIFECYCLE, { status, command, roles, facts: factsFor(command, assignmentRequired) });
      return judgement.allowed ? [`${actor}: ${command} -> ${judgement.move.to}`] : [];
    }),
  );
}

function expected(status: QuoteStatus, assignmentRequired: boolean): string[] {
  return EXPECTED.filter(([from]) => from === status).flatMap(([, command, to, whos]) =>
    ACTORS.filter((actor) => whos.some((who) => isMeant(actor, who, assignmentRequired))).map((actor) => `${actor}: ${command} -> ${to}`),
  );
}

for (const assignmentRequired of [true, false]) {
  for (const status of QUOTE_STATUSES) {
    const setting = assignmentRequired ? 'required' : 'not required';
    test(`${status}: each actor may give exactly the commands of section R, assignment ${setting} [QUOTE-02, QUOTE-03]`, () => {
      expect(allowed(status, assignmentRequired).sort()).toEqual(expected(status, assignmentRequired).sort());
    });
  }
}

const leaving = (status: QuoteStatus): string[] => Object.values(QUOTE_LIFECYCLE[status]).map((move) => move.to);

test('nothing leads out of SUBMITTED and CANCELED; EXPIRED only to a clone, REJECTED only to QUOTE_REQUESTED [QUOTE-43]', () => {
  expect(leaving('SUBMITTED')).toEqual([]);
  expect(leaving('CANCELED')).toEqual(['CANCELED']);
  expect(leaving('EXPIRED')).toEqual(['DRAFTING']);
  expect(leaving('REJECTED')).toEqual(['QUOTE_REQUESTED']);
});

const DESTINATIONS: readonly (readonly [QuoteStatus, string | undefined])[] = [
  ['DRAFTING',        undefined],
  ['QUOTE_REQUESTED', 'quoteRequested'],
  ['ASSIGNED',        undefined],
  ['PUBLISHED',       'quotePublished'],
  ['SUBMITTED',       undefined],
  ['EDITING',         undefined],
  ['EXPIRED',         'quoteExpired'],
  ['REJECTED',        'quoteRejected'],
  ['CANCELED',        'quoteCanceled'],
];
const moves = QUOTE_STATUSES.flatMap((status) => Object.values(QUOTE_LIFECYCLE[status])).filter((move) => move.audit !== 'DELETE_QUOTE');

test.each(DESTINATIONS)('every move to %s announces to %s [QUOTE-44]', (status, destination) => {
  const announced = moves.filter((move) => move.to === status).map((move) => move.announces);
  expect(new Set(announced)).toEqual(new Set([destination]));
});
