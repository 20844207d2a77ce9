import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { AccountsConfig } from '../config.ts';
import type { AccountsTables } from '../entities/tables.ts';
import { createSiteUses, type UsedSite } from '../use-cases/create-site-uses.ts';

/** The first order to a place makes it a site of its account. By event, so that an order waits for no book. [CHK-31] */
export const orderPlaced = ({ autoSiteNumbering }: AccountsConfig): ConsumerDefinition<AccountsTables> => ({
  name: 'accounts.orderPlaced',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: (tx, { accountId, payload, createdAt }) => createSiteUses(tx, accountId, (payload.sites as readonly UsedSite[] | undefined) ?? [], { now: createdAt, autoNumbering: autoSiteNumbering }),
  },
});
