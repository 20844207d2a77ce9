import type { EntitySchema } from '@mikro-orm/core';
import { MikroORM } from '@mikro-orm/sqlite';
import { describe, expect, test } from 'vitest';
import type { TakeoverDefinition } from '#kernel/takeover.ts';
import { mergeAccountsOf } from '../../subgraphs/accounts/use-cases/merge-accounts.ts';
import { mergeCarts } from '../../subgraphs/carts/use-cases/merge-carts.ts';
import { mergeTerms } from '../../subgraphs/catalog/use-cases/merge-terms.ts';
import { mergeNotifications } from '../../subgraphs/notifications/use-cases/merge-notifications.ts';
import { mergeDocuments } from '../../subgraphs/channels/use-cases/merge-documents.ts';
import { mergeOrders } from '../../subgraphs/orders/use-cases/merge-orders.ts';
import { mergeQuotes } from '../../subgraphs/quotes/use-cases/merge-quotes.ts';
import { mergeVisits } from '../../subgraphs/punchout/use-cases/merge-visits.ts';
import { mergeTransfers } from '../../subgraphs/partners/use-cases/merge-transfers.ts';
import { mergeReturns } from '../../subgraphs/returns/use-cases/merge-returns.ts';
import { mergeDeals } from '../../subgraphs/timeline/use-cases/merge-deals.ts';
import { SUBGRAPHS } from './support/sources.ts';

/**
 * What a merge of accounts or people does to a column that names one: `moved` names the receiving side afterwards (or its row
 * is given up, where that side has the like); `rewritten` too, by hand, and stories show it; `kept` is what happened then;
 * `others` names nobody who can be merged, or no account or person at all.
 */
type Fate = 'moved' | 'rewritten' | 'kept' | 'others';
type Fates = Fate | { readonly [table: string]: Fate };

/** Written down apart from the code: a new column that may name somebody fails here until somebody says what becomes of it. */
const FATES: { readonly [column: string]: Fates } = {
  accountId: { '*': 'moved', merge: 'others', checkout: 'kept', webhook_endpoint: 'others', webhook_delivery: 'kept', webhook_attempt: 'kept', partner: 'others' },
  ownerId: { '*': 'moved', checkout: 'kept' },
  userId: { '*': 'moved', approval_decision: 'kept', approval_substitute: 'others' }, // only people of organisations answer for others, and they stay who they are
  substituteId: 'others',
  holderId: { site_access_entry: 'rewritten', site_access: 'rewritten', primary_address: 'moved', spending_limit: 'moved' },
  organisationId: 'rewritten',
  holder: 'others', // likewise
  requesterId: 'moved',
  placedById: { sales_order: 'moved', order_hold: 'kept' },
  orderedById: 'moved',
  requestedById: { transfer: 'moved', merge: 'others' },
  contactId: 'moved',
  audience: { price_list_assignment: 'moved', timeline_entry: 'others' },
  pendingOwnerId: 'rewritten',
  billToAccountId: 'rewritten',
  localId: 'rewritten',
  partyId: 'rewritten',
  mergedIntoId: 'rewritten',
  accountIds: 'rewritten',
  requesterIds: 'rewritten',
  facts: { express_order: 'rewritten', approval: 'rewritten', checkout: 'kept', transfer: 'rewritten' },
  openFor: { express_order: 'rewritten', approval: 'others' },
  fromId: 'kept',
  toId: 'kept',
  ...Object.fromEntries(['acceptedById', 'actorId', 'addedById', 'authorId', 'changedById', 'invitedBy', 'invitedById', 'stagedById', 'updatedById', 'uploadedById'].map((column) => [column, 'kept' as const])),
  ...Object.fromEntries(['createdById', 'disposedById', 'inspectedById', 'offeredById', 'overrideBy', 'publishedById', 'receivedById', 'recordedById', 'releasedById', 'salesRepId'].map((column) => [column, 'others' as const])),
};

/** Ids of things. Contacts named by carts are people of organisations, who stay who they are. */
const THINGS = /^(about|address|aggregate|deal|joinedInto|offer|partner|payload|sender|transfer|agreement|approval|billToAddress|billToContact|billToCustomer|budget|cart|checkout|clonedFrom|costCentre|cpq|creditMemo|customer|delivery|endpoint|event|external|file|invoice|line|list|order|orderLine|parent|parentLine|payment|paymentMethod|promotion|quote|receipt|replacesReturn|return|returnLine|shipToAddress|shipToContact|shipToCustomer|shipment|subject)Ids?$/;
const MAY_NAME_SOMEBODY = /(Id|Ids|By|holder|audience|openFor|facts)$/i;

const MERGES = {
  accounts: () => mergeAccountsOf({ id: '', kind: 'ACCOUNT', fromId: '', toId: '' }),
  catalog: mergeTerms,
  carts: () => mergeCarts({} as never),
  quotes: mergeQuotes,
  orders: mergeOrders,
  returns: mergeReturns,
  partners: mergeTransfers,
  timeline: mergeDeals,
  notifications: mergeNotifications,
  channels: mergeDocuments,
  punchout: mergeVisits,
} as unknown as { readonly [subgraph: string]: (() => TakeoverDefinition<object>) | undefined };

describe.each(SUBGRAPHS)('what a merge does to tables of %s', (name) => {
  test('is said of every column that may name an account or a person, and done', async () => {
    const tables = (await import(`../../subgraphs/${name}/entities/tables.ts`)) as Record<string, EntitySchema[]>;
    const orm = await MikroORM.init({ dbName: ':memory:', entities: tables[`${name}Entities`] ?? [] });
    const entities = [...orm.getMetadata().getAll().values()];
    await orm.close();
    const columns = entities.flatMap(({ className, tableName, props }) => props.map((prop) => ({ entity: className, table: tableName, column: String(prop.name) })));
    const candidates = columns.filter(({ column }) => MAY_NAME_SOMEBODY.test(column) && column !== 'id' && !THINGS.test(column));
    const fateOf = (table: string, column: string): Fate | undefined => {
      const fates = FATES[column];
      return typeof fates === 'object' ? (fates[table] ?? fates['*']) : fates;
    };
    expect(candidates.filter(({ table, column }) => fateOf(table, column) === undefined).map(({ table, column }) => `nobody said what becomes of ${table}.${column}`)).toEqual([]);

    const parts = (MERGES[name]?.() ?? { parts: [] }).parts.flatMap((part) => [part, ...(part.children ?? [])]);
    const moved = new Set(parts.flatMap(({ table, account, users = [] }) => [...(account === undefined ? [] : [account]), ...users].map((column) => `${table}.${column}`)));
    const said = candidates.filter(({ table, column }) => fateOf(table, column) === 'moved').map(({ entity, column }) => `${entity}.${column}`);
    expect([...moved].toSorted()).toEqual(said.toSorted());
  });
});
