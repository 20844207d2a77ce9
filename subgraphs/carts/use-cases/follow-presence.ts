import type { Frame } from '#kernel/feed.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import { openSharing } from './find-members.ts';

/** Changes after which somebody may no longer look on. */
const ENDS_ACCESS: ReadonlySet<string> = new Set(['MEMBER_REMOVED', 'MEMBERS_CHANGED', 'MEMBER_FINISHED', 'SHARING_STOPPED', 'ORDERED', 'DELETED', 'EXPIRED']);

/** Who looks at a cart: told at once when it begins, then each time somebody comes or goes. Kept nowhere. */
export async function followPresence(context: CartsContext, cartId: string): Promise<AsyncIterableIterator<Frame>> {
  await openSharing(context, cartId);
  const present = { userId: requireViewer(context).id, since: context.clock.now() };
  return context.presence.during(cartId, present, framesOf(context, cartId));
}

/** The newest is all there is to tell: what changes while nobody reads is told as one. */
function framesOf({ presence, bus, clock }: CartsContext, cartId: string): AsyncIterableIterator<Frame> {
  let cause: string | undefined = 'SNAPSHOT';
  let closed = false;
  let wake: (() => void) | undefined;
  const tell = (what: string): void => {
    cause = what;
    wake?.();
  };
  const stops = [
    presence.watch(cartId, () => tell('PRESENCE_CHANGED')),
    bus.listen('cart', (event) => {
      if (event.aggregateId === cartId && ENDS_ACCESS.has(event.type)) tell(event.type);
    }),
  ];
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      while (cause === undefined && !closed) await new Promise<void>((resolve) => (wake = resolve));
      if (closed) return { done: true, value: undefined };
      const frame: Frame = { kind: 'SNAPSHOT', aggregateId: cartId, cause: cause ?? 'SNAPSHOT', fromVersion: 0, version: 0, at: clock.now() };
      cause = undefined;
      return { done: false, value: frame };
    },
    async return() {
      closed = true;
      for (const stop of stops) stop();
      wake?.();
      return { done: true, value: undefined };
    },
  };
}
