import type { Tx } from '#kernel/database.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { ChannelsConfig } from './config.ts';
import type { HandOverKind } from './domain/hand-over-lifecycle.ts';
import type { ChannelsTables } from './entities/tables.ts';
import { createLoaders, type ChannelsLoaders } from './graphql/loaders.ts';
import { httpChannel } from './outside/http-channel.ts';
import type { OutsideChannel, OutsideChannels } from './outside/ports.ts';
import { createSending, type Sending } from './use-cases/send-due.ts';

export interface ChannelsContext extends BaseContext<ChannelsTables> {
  readonly config: ChannelsConfig;
  readonly channels: OutsideChannels;
  readonly sending: Sending;
  /** Questions under way to the systems outside: whoever asks the same meanwhile hears the same. */
  readonly underWay: Map<string, Promise<unknown>>;
  readonly loaders: ChannelsLoaders;
}

export type ChannelsTx = Tx<ChannelsTables>;

export function channelsContext(config: ChannelsConfig): (base: BaseContext<ChannelsTables>) => ChannelsContext {
  let channels: OutsideChannels | undefined;
  let sending: Sending | undefined;
  const underWay = new Map<string, Promise<unknown>>();
  return (base) => {
    channels ??= { ORDER: open('ORDER', config, base), QUOTE: open('QUOTE', config, base) };
    sending ??= createSending({ ...base, config, channels });
    return { ...base, config, channels, sending, underWay, loaders: createLoaders(base.db.sql) };
  };
}

function open(kind: HandOverKind, config: ChannelsConfig, base: BaseContext<ChannelsTables>): OutsideChannel | null {
  const [url, secret] = kind === 'ORDER' ? [config.orderUrl, config.orderSecret] : [config.quoteUrl, config.quoteSecret];
  return url === undefined ? null : httpChannel(kind, { ...config, url, secret }, base);
}
