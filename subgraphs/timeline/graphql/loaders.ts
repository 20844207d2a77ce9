import DataLoader from 'dataloader';
import type { AskPeer } from '#kernel/peers.ts';
import { askActors, type KnownActor } from '../peers/accounts.ts';

export interface TimelineLoaders {
  readonly actorById: DataLoader<string, KnownActor | undefined>;
}

/** One set a request: the actors of a page are one question. */
export function createLoaders(ask: AskPeer): TimelineLoaders {
  return {
    actorById: new DataLoader(async (ids) => {
      const actors = await askActors(ask, ids);
      return ids.map((id) => actors.find((actor) => actor.id === id));
    }),
  };
}
