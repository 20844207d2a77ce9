import type { Tx } from '#kernel/database.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { WebhooksConfig } from './config.ts';
import type { WebhooksTables } from './entities/tables.ts';
import { createLoaders, type WebhooksLoaders } from './graphql/loaders.ts';
import { createPoster, type Poster } from './outside/post-message.ts';
import { createSending, type Sending } from './use-cases/send-due.ts';

export interface WebhooksContext extends BaseContext<WebhooksTables> {
  readonly config: WebhooksConfig;
  readonly poster: Poster;
  readonly sending: Sending;
  readonly loaders: WebhooksLoaders;
}

export type WebhooksTx = Tx<WebhooksTables>;

export function webhooksContext(config: WebhooksConfig): (base: BaseContext<WebhooksTables>) => WebhooksContext {
  let poster: Poster | undefined;
  let sending: Sending | undefined;
  return (base) => {
    poster ??= createPoster(config);
    sending ??= createSending({ ...base, config, poster });
    return { ...base, config, poster, sending, loaders: createLoaders(base.db.sql) };
  };
}
