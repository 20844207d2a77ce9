import type { AskPeer } from '#kernel/peers.ts';
import { askActors, type KnownActor } from '../peers/accounts.ts';

/** Who did things, in the order asked for; undefined for who is not known here. */
export async function findActors(ask: AskPeer, ids: readonly string[]): Promise<(KnownActor | undefined)[]> {
  const actors = new Map((await askActors(ask, ids)).map((actor) => [actor.id, actor]));
  return ids.map((id) => actors.get(id));
}
