import { expect, test } from 'vitest';
import { judge } from '#kernel/lifecycle.ts';
import { QUOTE_COMMANDS, QUOTE_LIFECYCLE, QUOTE_STATUSES, type QuoteCommand, type QuoteFacts, type QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { ACTORS, rolesOf } from './actors.ts';
import { expectedMove } from './section-r.ts';

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
  return QUOTE_COMMANDS.flatMap((command) =>
    ACTORS.flatMap((actor) => {
      const to = expectedMove(status, command, actor, assignmentRequired);
      return to === undefined ? [] : [`${actor}: ${command} -> ${to}`];
    }),
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

/** But for what other shops hand over. */
const leaving = (status: QuoteStatus): string[] => Object.values(QUOTE_LIFECYCLE[status]).filter((move) => move.audit !== 'RECEIVE_QUOTE').map((move) => move.to);

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
const moves = QUOTE_STATUSES.flatMap((status) => Object.values(QUOTE_LIFECYCLE[status])).filter((move) => move.audit !== 'DELETE_QUOTE' && move.audit !== 'RECEIVE_QUOTE');

test.each(DESTINATIONS)('every move to %s announces to %s [QUOTE-44]', (status, destination) => {
  const announced = moves.filter((move) => move.to === status).map((move) => move.announces);
  expect(new Set(announced)).toEqual(new Set([destination]));
});
