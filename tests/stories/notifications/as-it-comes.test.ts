import { expect, test } from 'vitest';
import type { Data } from '../../support/session.ts';
import { EMAILS, shareNew, startSharing, TELL } from '../sharing/sharing.ts';
import { listOf, MARK, WATCH } from './notifying.ts';

test('whoever watches gets each notification as it comes, on every device, and sees when others of theirs are read', async () => {
  await using world = await startSharing();
  const [bea, ann, nobody] = [await world.as('bea'), await world.as('ann'), await world.as('nobody')];
  const [desk, phone] = [await ann.watch(WATCH), ann.watchEvents(WATCH)];
  for (const device of [desk, phone]) expect((await device.next()).notificationsChanged).toEqual({ kind: 'SNAPSHOT', cause: 'SNAPSHOT', fromVersion: 0, version: 0, unreadCount: 0, arrived: [] });
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER', notify: true }]);
  for (const device of [desk, phone]) {
    expect((await device.next()).notificationsChanged).toMatchObject({ kind: 'CHANGE', cause: 'NOTIFIED', fromVersion: 0, version: 1, unreadCount: 1, arrived: [{ version: 1, type: 'CART_SHARED', aboutId: cart.id }] });
  }
  await ann.ask(MARK, { all: true });
  for (const device of [desk, phone]) expect((await device.next()).notificationsChanged).toEqual({ kind: 'CHANGE', cause: 'NOTIFICATIONS_READ', fromVersion: 1, version: 2, unreadCount: 0, arrived: [] });
  expect((await (await ann.watch(WATCH)).next()).notificationsChanged).toMatchObject({ kind: 'SNAPSHOT', version: 2, arrived: [{ version: 1 }] });
  expect((await (await nobody.watch(WATCH)).raw())?.errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
});

test('whoever comes back gets what was missed, each version once and none skipped; a version from nowhere starts afresh', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'VIEWER', notify: true }]);
  const COMMENTS = 12;
  const watched: Data[] = [];
  let seen = 0;
  for (let i = 0; i < COMMENTS; i++) {
    const telling = bea.ask(TELL, { cartId: cart.id, comment: `No. ${i}` }); // while nobody watches, and while somebody begins to
    const watch = await ann.watch(WATCH, { after: seen });
    if (i % 3 === 0) await telling.then(() => world.settle());
    if (i % 3 === 0 || seen === 0) {
      const frames = await watch.until(({ notificationsChanged }) => notificationsChanged.version > seen);
      watched.push(...frames.map(({ notificationsChanged }) => notificationsChanged));
      seen = watched.at(-1)?.version;
    }
    await telling;
    await watch.close();
  }
  await world.settle();
  const rest = await (await ann.watch(WATCH, { after: seen })).until(({ notificationsChanged }) => notificationsChanged.version === COMMENTS + 1);
  watched.push(...rest.map(({ notificationsChanged }) => notificationsChanged));

  expect(watched.every(({ kind }) => kind === 'CHANGE')).toBe(true);
  expect(watched.map(({ fromVersion }) => fromVersion)).toEqual([0, ...watched.slice(0, -1).map(({ version }) => version)]);
  const arrived = watched.flatMap((frame) => frame.arrived);
  expect(arrived.map(({ version }) => version)).toEqual(Array.from({ length: COMMENTS + 1 }, (_, i) => i + 1));
  expect(arrived.map(({ id }) => id).toReversed()).toEqual((await listOf(ann, { first: 50 })).map(({ id }) => id));
  expect((await (await ann.watch(WATCH, { after: 999 })).next()).notificationsChanged).toMatchObject({ kind: 'RESET', version: COMMENTS + 1 });
});
