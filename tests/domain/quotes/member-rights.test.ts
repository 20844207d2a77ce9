import { expect, test } from 'vitest';
import { judge } from '#kernel/lifecycle.ts';
import { SHARE_ROLES, type MemberRole } from '#kernel/share-roles.ts';
import { QUOTE_COMMANDS, QUOTE_LIFECYCLE, QUOTE_STATUSES, type QuoteFacts, type QuoteRole, type QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { mayRead, QUOTE_UPDATES, QUOTE_WORKFLOWS } from '../../../subgraphs/quotes/domain/quote-rights.ts';
import { factsOf, rolesOn } from '../../../subgraphs/quotes/domain/quote-roles.ts';

const FACTS: QuoteFacts = { assignmentRequired: true, pastExpiry: false, sparedByJob: false, hold: 'none', unpricedLines: 0 };
const MEMBERS = (['b2b', 'b2c'] as const).flatMap((trade) => SHARE_ROLES.map((role): MemberRole => `${trade}:${role}`));

/** What members may do in each status, by hand: V, P, A for business, v, p, a for private members. What is not here is refused. */
const MEMBER_TABLE: { readonly [S in QuoteStatus]: { readonly [command: string]: string } } = {
  CART_IN_PROGRESS: { request: 'A' },
  DRAFTING: { CHANGE_LINES: 'PApa', ADD_NOTE: 'VPAvpa', request: 'A' },
  QUOTE_REQUESTED: { CHANGE_LINES: 'PApa', ADD_NOTE: 'VPAvpa' },
  ASSIGNED: { ADD_NOTE: 'VPAvpa' },
  PUBLISHED: { PROCESS_CHECKOUT: 'Aa', UPDATE_CONTACT_INFO: 'Aa', UPDATE_FULFILLMENT_GROUP: 'Aa', PRICE_CART: 'Aa', RECALCULATE_TAXES: 'Aa', ADD_NOTE: 'VPAvpa', request: 'A' },
  SUBMITTED: {},
  EDITING: { CHANGE_LINES: 'PApa', ADD_NOTE: 'VPAvpa', request: 'A' },
  EXPIRED: {},
  REJECTED: { request: 'A' },
  CANCELED: {},
};
const LETTERS: { readonly [R in MemberRole]: string } = { 'b2b:VIEWER': 'V', 'b2b:PARTICIPANT': 'P', 'b2b:ADMINISTRATOR': 'A', 'b2c:VIEWER': 'v', 'b2c:PARTICIPANT': 'p', 'b2c:ADMINISTRATOR': 'a' };

test.each(QUOTE_STATUSES)('%s: members read it and do what their role may, and nobody deletes it [SHARE-04..08, SHARE-34, SHARE-35]', (status) => {
  for (const role of MEMBERS) expect(mayRead(status, [role])).toBe(true);
  const question = (roles: readonly QuoteRole[]) => ({ status, roles, facts: FACTS });
  const lettersOf = (may: (role: MemberRole) => boolean): string => MEMBERS.filter(may).map((role) => LETTERS[role]).join('');
  for (const command of QUOTE_WORKFLOWS) expect(lettersOf((role) => judge(QUOTE_UPDATES, { ...question([role]), command }).allowed), command).toBe(MEMBER_TABLE[status][command] ?? '');
  for (const command of QUOTE_COMMANDS) expect(lettersOf((role) => judge(QUOTE_LIFECYCLE, { ...question([role]), command }).allowed), command).toBe(MEMBER_TABLE[status][command] ?? '');
});

test('members change nothing where drafts are not updated, wherever the quote came from; its owner what he wrote himself [SHARE-34]', () => {
  const rules = { assignmentRequired: true, expiryExclusions: [], draftUpdates: false, destinations: {} } as unknown as Parameters<typeof factsOf>[2];
  const off = (role: QuoteRole, origin: 'BUYER' | 'ASSISTANCE'): boolean | undefined => factsOf({ status: 'DRAFTING', origin, unpricedLines: 0 }, [role], rules, new Date(0)).updatesOff;
  expect([off('owner', 'BUYER'), off('owner', 'ASSISTANCE')]).toEqual([false, true]);
  for (const role of MEMBERS) expect([off(role, 'BUYER'), off(role, 'ASSISTANCE')]).toEqual([true, true]);
});

test('a sales rep is nobody\'s member, and an owner no member of his own quote', () => {
  const viewer = { id: 'bea', accountId: 'acme', permissions: [] };
  const rolesOfViewer = (kind: 'BUYER' | 'SALES_REP', ownerId: string): QuoteRole[] => rolesOn({ ...viewer, kind }, { ownerId }, { assignmentRequired: true }, 'b2b:ADMINISTRATOR');
  expect([rolesOfViewer('BUYER', 'bea'), rolesOfViewer('BUYER', 'ann'), rolesOfViewer('SALES_REP', 'ann')]).toEqual([['owner'], ['b2b:ADMINISTRATOR'], ['plainRep']]);
});
