import { expect, test } from 'vitest';
import { judge } from '#kernel/lifecycle.ts';
import { QUOTE_STATUSES, type QuoteFacts, type QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { ALTERNATIVE_PICKS, mayRead, QUOTE_UPDATES, QUOTE_WORKFLOWS, type QuoteWorkflow } from '../../../subgraphs/quotes/domain/quote-rights.ts';
import { ACTORS, rolesOf, type ActorName } from './actors.ts';

const OWNER: ActorName[] = ['owner'];
const JOB: ActorName[] = ['job'];
const REPS: ActorName[] = ['assigned rep', 'unassigned rep'];
const SELLER: ActorName[] = [...REPS, 'plain rep'];
const EVERYONE: ActorName[] = ['owner', ...SELLER];

/** Section R, columns "may read" and "may update", by hand. What is not here is refused. */
const READ: { readonly [S in QuoteStatus]: ActorName[] } = {
  CART_IN_PROGRESS: EVERYONE,
  DRAFTING: OWNER,
  QUOTE_REQUESTED: EVERYONE,
  ASSIGNED: EVERYONE,
  PUBLISHED: EVERYONE,
  SUBMITTED: EVERYONE,
  EDITING: OWNER,
  EXPIRED: EVERYONE,
  REJECTED: EVERYONE,
  CANCELED: EVERYONE,
};

const CHECKOUT: QuoteWorkflow[] = ['PROCESS_CHECKOUT', 'UPDATE_CONTACT_INFO', 'UPDATE_FULFILLMENT_GROUP', 'PRICE_CART', 'RECALCULATE_TAXES'];
type Updates = readonly (readonly [QuoteWorkflow, ActorName[]])[];
const update = (assignmentRequired: boolean): { readonly [S in QuoteStatus]: Updates } => ({
  CART_IN_PROGRESS: [['CHANGE_CART', OWNER]],
  DRAFTING: [['CHANGE_LINES', OWNER], ['ADD_NOTE', OWNER]],
  QUOTE_REQUESTED: [['CHANGE_LINES', assignmentRequired ? OWNER : [...OWNER, ...REPS]], ['OFFER_ALTERNATIVES', assignmentRequired ? [] : REPS], ['TAKE_CPQ_PRICES', JOB], ['ADD_NOTE', [...OWNER, ...REPS]]],
  ASSIGNED: [['CHANGE_LINES', ['assigned rep']], ['OFFER_ALTERNATIVES', ['assigned rep']], ['TAKE_CPQ_PRICES', JOB], ['ADD_NOTE', [...OWNER, ...REPS]]],
  PUBLISHED: [...CHECKOUT.map((workflow) => [workflow, OWNER] as const), ['ADD_NOTE', [...OWNER, ...REPS]], ['ASK_EXTENSION', OWNER], ['ACCEPT_LINES', OWNER]],
  SUBMITTED: [],
  EDITING: [['CHANGE_LINES', OWNER], ['ADD_NOTE', OWNER]],
  EXPIRED: [],
  REJECTED: [],
  CANCELED: [['DELETE_CANCELED_QUOTE', SELLER]],
});

const FACTS: QuoteFacts = { assignmentRequired: true, pastExpiry: false, sparedByJob: false, hold: 'none', unpricedLines: 0 };

for (const status of QUOTE_STATUSES) {
  test(`${status} is readable by exactly those of section R, whatever the setting [QUOTE-04]`, () => {
    for (const required of [true, false]) expect(ACTORS.filter((actor) => mayRead(status, rolesOf(actor, required))).sort()).toEqual([...READ[status]].sort());
  });

  for (const assignmentRequired of [true, false]) {
    test(`${status} is updatable by exactly those of section R, in their workflows, assignment ${assignmentRequired ? '' : 'not '}required [QUOTE-26, QUOTE-41]`, () => {
      const facts = { ...FACTS, assignmentRequired };
      const allowed = QUOTE_WORKFLOWS.flatMap((workflow) =>
        ACTORS.filter((actor) => judge(QUOTE_UPDATES, { status, command: workflow, roles: rolesOf(actor, assignmentRequired), facts }).allowed).map((actor) => `${actor}: ${workflow}`),
      );
      const expected = update(assignmentRequired)[status].flatMap(([workflow, actors]) => actors.map((actor) => `${actor}: ${workflow}`));
      expect(allowed.sort()).toEqual(expected.sort());
    });
  }
}

test('no update changes the status', () => {
  for (const status of QUOTE_STATUSES) for (const update of Object.values(QUOTE_UPDATES[status])) expect(update.to).toBe(status);
});

test('alternatives are picked by the owner where he may change lines, and off a published offer, which he asks for again so; by nobody else, nowhere else [QUOTE-20, QUOTE-26, QUOTE-27]', () => {
  const picks = (facts: Partial<QuoteFacts> = {}) =>
    QUOTE_STATUSES.flatMap((status) =>
      ACTORS.flatMap((actor) => {
        const judgement = judge(ALTERNATIVE_PICKS, { status, command: 'PICK_ALTERNATIVE', roles: rolesOf(actor, false), facts: { ...FACTS, ...facts } });
        return judgement.allowed ? [`${actor}: ${status} > ${judgement.move.to}`] : [];
      }),
    );
  expect(picks()).toEqual(['owner: DRAFTING > DRAFTING', 'owner: QUOTE_REQUESTED > QUOTE_REQUESTED', 'owner: PUBLISHED > QUOTE_REQUESTED', 'owner: EDITING > EDITING']);
  expect(picks({ hold: 'foreign' })).not.toContain('owner: PUBLISHED > QUOTE_REQUESTED');
  expect(picks({ pastExpiry: true })).not.toContain('owner: PUBLISHED > QUOTE_REQUESTED');
  expect(picks({ updatesOff: true })).toEqual(['owner: PUBLISHED > QUOTE_REQUESTED']);
  expect(picks({ sellerOnly: true })).not.toContain('owner: QUOTE_REQUESTED > QUOTE_REQUESTED');
});
