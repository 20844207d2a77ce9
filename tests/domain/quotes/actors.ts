import type { Viewer, ViewerKind } from '#kernel/viewer.ts';
import type { QuoteRole } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { rolesOn } from '../../../subgraphs/quotes/domain/quote-roles.ts';

export const ACTORS = ['owner', 'colleague', 'plain rep', 'unassigned rep', 'assigned rep', 'job', 'administrator', 'partner'] as const;
export type ActorName = (typeof ACTORS)[number];

const person = (id: string, kind: ViewerKind, permissions: string[] = []): Viewer => ({ id, kind, accountId: kind === 'BUYER' ? 'acme' : 'seller', permissions });

const PEOPLE: { readonly [name in Exclude<ActorName, 'job'>]: Viewer } = {
  owner: person('bea', 'BUYER', ['ASK_SALES_ASSISTANCE']),
  colleague: person('ann', 'BUYER', ['ASK_SALES_ASSISTANCE', 'APPROVE_ORDER', 'MANAGE_ACCOUNT']),
  'plain rep': person('rob', 'SALES_REP'),
  'unassigned rep': person('sue', 'SALES_REP', ['PUBLISH_QUOTE']),
  'assigned rep': person('sam', 'SALES_REP', ['PUBLISH_QUOTE']),
  administrator: person('olga', 'ADMINISTRATOR'),
  partner: person('pia', 'PARTNER'),
};

/** What each of them is to a quote of Bea's that is assigned to Sam. */
export function rolesOf(actor: ActorName, assignmentRequired: boolean): readonly QuoteRole[] {
  if (actor === 'job') return ['job'];
  return rolesOn(PEOPLE[actor], { ownerId: 'bea', salesRepId: 'sam' }, { assignmentRequired });
}
