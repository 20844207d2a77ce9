import { createFeed, type Feed } from '#kernel/feed.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import { createThrottle, type Throttle } from './domain/throttle.ts';
import type { AccountsConfig } from './config.ts';
import type { AccountsTables } from './entities/tables.ts';
import type { MergeFailpoint } from './failpoint.ts';
import { createLoaders, type AccountsLoaders } from './graphql/loaders.ts';
import type { Issuer } from './issuer.ts';

export interface AccountsContext extends BaseContext<AccountsTables> {
  readonly config: AccountsConfig;
  readonly issuer: Issuer;
  readonly loaders: AccountsLoaders;
  readonly throttles: Throttles;
  readonly mergeFeed: Feed;
  readonly failpoint: MergeFailpoint;
}

/** Of one process. That of all registrations bounds what hashing passwords may cost. */
interface Throttles {
  readonly registrations: Throttle;
  readonly registrationsOfEmail: Throttle;
  readonly invitations: Throttle;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function accountsContext(issuer: Issuer, config: AccountsConfig, failpoint: MergeFailpoint): (base: BaseContext<AccountsTables>) => AccountsContext {
  const throttles = { registrations: createThrottle(60, MINUTE_MS), registrationsOfEmail: createThrottle(5, HOUR_MS), invitations: createThrottle(50, HOUR_MS) };
  let mergeFeed: Feed | undefined;
  return (base) => {
    mergeFeed ??= createFeed(base.bus, 'merge');
    return { ...base, config, issuer, throttles, mergeFeed, failpoint, loaders: createLoaders(base.db.sql, base.viewer) };
  };
}
