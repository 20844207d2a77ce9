import DataLoader from 'dataloader';
import type { AskPeer } from '#kernel/peers.ts';
import { findActors } from '../use-cases/find-actors.ts';

type KnownActor = Awaited<ReturnType<typeof findActors>>[number];

export interface TimelineLoaders {
  readonly actorById: DataLoader<string, KnownActor>;
}

/** One set a request: the actors of a page are one question. */
export const createLoaders = (ask: AskPeer): TimelineLoaders => ({ actorById: new DataLoader((ids) => findActors(ask, ids)) });
