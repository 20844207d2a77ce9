import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';
import { EMAILS, privatePerson } from '../sharing/sharing.ts';
import { CELLS, ROLE_TABLE, type TableRole, type Trade } from './quote-role-table.ts';
import { CHANGE, draftOf, FINISH, PLACE, publish, READ, REMOVE, RETRIEVE, SHARE, startSharingQuotes, STOP, UPDATE } from './sharing-quotes.ts';

/** A quote with a line and two members: the one who acts, and another to act on. */
interface Scene {
  readonly quoteId: string;
  readonly lineId: string;
  readonly priceHash: string;
  /** The other's membership; empty while the other is still to be added. */
  readonly otherId: string;
  readonly newcomer: string;
}

interface People {
  readonly owner: Session;
  readonly member: Session;
  readonly stranger: Session;
  readonly memberEmail: string;
  readonly otherEmail: string;
}

type Stage = 'DRAFTING' | 'PUBLISHED' | 'CANCELED';
interface Try {
  /** How far the quote has come. */
  readonly in: Stage;
  readonly query: string;
  readonly variables: (scene: Scene) => Record<string, unknown>;
}

const quote = ({ quoteId }: Scene): Record<string, unknown> => ({ quoteId });
const tried = (stage: Stage, query: string, variables: Try['variables'] = quote): Try => ({ in: stage, query, variables });
const move = (name: string, more = ''): string => `mutation ($quoteId: ID!) { ${name}(quoteId: $quoteId${more}) { id } }`;

/** How each row of the table is tried. */
const TRIES: { readonly [operation: string]: Try } = {
  'read it': tried('DRAFTING', READ),
  'add a note': tried('DRAFTING', move('addQuoteNote', ', text: "Look"')),
  'copy it to a cart': tried('PUBLISHED', move('copyQuoteToCart')),
  'only notify': tried('DRAFTING', CHANGE, ({ quoteId, otherId }) => ({ quoteId, changes: [{ memberId: otherId, notify: true }], comment: 'Look at this' })),
  'change lines': tried('DRAFTING', UPDATE, ({ quoteId, lineId }) => ({ quoteId, lines: [{ lineId, quantity: '7' }] })),
  'change terms': tried('DRAFTING', move('updateQuoteTerms', ', terms: { shippingMethod: null }')),
  'set a price': tried('DRAFTING', UPDATE, ({ quoteId, lineId }) => ({ quoteId, lines: [{ lineId, unitPrice: '0.01' }] })),
  'place the order': tried('PUBLISHED', PLACE, ({ quoteId, priceHash }) => ({ input: { quoteId, priceHash, idempotencyKey: quoteId } })),
  'ask for an offer': tried('DRAFTING', move('requestQuote')),
  'notify and change': tried('DRAFTING', CHANGE, ({ quoteId, otherId }) => ({ quoteId, changes: [{ memberId: otherId, notify: true, role: 'ADMINISTRATOR' }], comment: 'Look at this' })),
  'add a member': tried('DRAFTING', SHARE, ({ quoteId, newcomer }) => ({ quoteId, members: [{ email: newcomer, role: 'VIEWER' }] })),
  'change a role': tried('DRAFTING', CHANGE, ({ quoteId, otherId }) => ({ quoteId, changes: [{ memberId: otherId, role: 'ADMINISTRATOR' }] })),
  'remove a member': tried('DRAFTING', REMOVE, ({ quoteId, otherId }) => ({ quoteId, memberId: otherId })),
  'stop sharing': tried('DRAFTING', STOP),
  'finish working': tried('DRAFTING', FINISH),
  'take it back': tried('PUBLISHED', move('editQuote')),
  'ask for more time': tried('PUBLISHED', move('askQuoteExtension', ', until: "2099-01-01T00:00:00Z"')),
  'cancel it': tried('DRAFTING', move('cancelQuote')),
  'delete it': tried('CANCELED', 'mutation ($quoteId: ID!) { deleteQuote(quoteId: $quoteId) }'),
};

let world: World;
let rep: Session;
const people = {} as { [T in Trade]: People };

beforeAll(async () => {
  world = await startSharingQuotes();
  rep = await world.as('sam');
  const [bea, ann, gus, cat] = [await world.as('bea'), await world.as('ann'), await world.as('gus'), await world.as('cat')];
  const [dan, eve] = [await privatePerson(world, 'Dan'), await privatePerson(world, 'Eve')];
  people.business = { owner: bea, member: ann, stranger: gus, memberEmail: EMAILS.ann, otherEmail: EMAILS.ben };
  people.private = { owner: cat, member: dan, stranger: eve, memberEmail: dan.email, otherEmail: 'fay@home.example' };
});
afterAll(() => world[Symbol.asyncDispose]());

async function setScene(trade: Trade, role: TableRole, operation: string, stage: Stage): Promise<Scene> {
  const { owner, member, memberEmail, otherEmail } = people[trade];
  const fresh = await draftOf(owner);
  const acting = { email: memberEmail, role: role === 'OWNER' ? 'VIEWER' : role };
  const members = operation === 'add a member' ? [acting] : [acting, { email: otherEmail, role: 'PARTICIPANT' }];
  const { shareQuote } = await owner.ask(SHARE, { quoteId: fresh.id, members });
  const row = (email: string): Data | undefined => [...shareQuote.members, ...shareQuote.invitations].find((each: Data) => each.email === email);
  if (trade === 'private' && role !== 'OWNER') await member.ask(RETRIEVE, { number: row(memberEmail)?.retrievalNumber });
  const offer = stage === 'PUBLISHED' ? await publish(owner, rep, fresh.id) : fresh;
  if (stage === 'CANCELED') await owner.ask(move('cancelQuote'), { quoteId: fresh.id });
  return { quoteId: fresh.id, lineId: fresh.lines[0].id, priceHash: offer.priceHash, otherId: row(otherEmail)?.id ?? '', newcomer: otherEmail };
}

test('every row of the table is tried', () => {
  expect(Object.keys(TRIES).toSorted()).toEqual(Object.keys(ROLE_TABLE).toSorted());
});

/** These do something elsewhere. */
const LEAVE_IT = new Set(['read it', 'duplicate it', 'clone it', 'copy it to a cart', 'order it', 'place the order']);

describe.each(['business', 'private'] as const)('of a shared %s quote the table of roles holds [SHARE-02, SHARE-04..08, SHARE-34, SHARE-35]', (trade) => {
  test.each(CELLS.filter((cell) => cell.trade === trade))('a $role trying to $operation: allowed $allowed', async ({ role, operation, allowed }) => {
    const { in: stage, query, variables } = TRIES[operation] ?? tried('DRAFTING', '');
    const scene = await setScene(trade, role, operation, stage);
    const { owner, member, stranger } = people[trade];
    const before = (await owner.ask(READ, { quoteId: scene.quoteId })).quote;

    expect((await stranger.refused(query, variables(scene))).code, 'a stranger').toBe('NOT_FOUND');
    const { data, errors } = await (role === 'OWNER' ? owner : member).answer(query, variables(scene));
    if (allowed) {
      expect(errors).toBeUndefined();
      expect(Object.values(data ?? {}), 'it is answered').toEqual([expect.anything()]);
      await world.settle();
      const after = (await owner.answer(READ, { quoteId: scene.quoteId })).data?.quote as { version: number } | null | undefined;
      if (!LEAVE_IT.has(operation)) expect(after?.version ?? Infinity, 'it is done').toBeGreaterThan(before.version);
      return;
    }
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect((await owner.ask(READ, { quoteId: scene.quoteId })).quote, 'nothing has changed').toEqual(before);
  });
});
