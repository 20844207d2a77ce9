import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { startWorld } from '../../support/world.ts';
import { APPLY, ATTACHED, CATEGORY, download, fill, upload } from './attaching.ts';

const FILE = { name: 'a.pdf', content: 'drawing' };

test('attachments are for business buyers who may use them: private customers and guests never have any [CART-74]', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const [bea, cat, guest, nobody] = [await world.as('bea'), await world.as('cat'), await world.as('guest'), await world.as('nobody')];
  for (const session of [cat, guest]) {
    const cartId = await fill(session);
    expect(await upload(session, cartId, FILE)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    expect((await session.refused(APPLY, { cartId, add: [{ uploadId: cartId }] })).code).toBe('FORBIDDEN');
    expect((await session.ask(ATTACHED, { cartId })).cart.attachments).toEqual([]);
  }
  const cartId = await fill(bea);
  expect(await upload(nobody, cartId, FILE)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  expect(await upload({ ...bea, token: 'forged' }, cartId, FILE)).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
});

test('a business buyer without USE_ATTACHMENT neither attaches nor sees attachments [CART-74]', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const gus = await world.as('gus');
  const cartId = await fill(gus);
  const { uploads: [file] } = await upload(gus, cartId, FILE);
  await gus.ask(APPLY, { cartId, add: [{ uploadId: file?.id }] });
  await world.embedded.subgraphs.get('accounts')?.db.orm.em.getConnection().execute("update app_user set permissions = '[\"VIEW_NET_PRICE\"]' where email = 'gus@globex.example'");
  const without = await world.as('gus');
  expect(await upload(without, cartId, FILE)).toMatchObject({ status: 403, code: 'FORBIDDEN', details: { permission: 'USE_ATTACHMENT' } });
  expect((await without.refused(APPLY, { cartId, remove: [file?.id] })).code).toBe('FORBIDDEN');
  expect((await without.ask(ATTACHED, { cartId })).cart.attachments).toEqual([]);
  expect((await download(without, `/attachments/${file?.id}`)).status).toBe(403);
});

test('without a document category there are no attachments [CART-75]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  expect(await upload(bea, cartId, FILE)).toMatchObject({ status: 403, code: 'ATTACHMENTS_DISABLED' });
  expect((await bea.refused(APPLY, { cartId, add: [{ uploadId: cartId }] })).code).toBe('ATTACHMENTS_DISABLED');
  expect(await bea.ask(ATTACHED, { cartId })).toMatchObject({ cart: { version: 1, attachments: [] } });
});

test('strangers can neither attach to a cart, nor apply what others uploaded, nor read an attachment', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const [bea, ann, gus] = [await world.as('bea'), await world.as('ann'), await world.as('gus')];
  const cartId = await fill(bea);
  const [annsCart, gussCart] = [await fill(ann), await fill(gus)];
  const { uploads: [applied, waiting] } = await upload(bea, cartId, FILE, FILE);
  await bea.ask(APPLY, { cartId, add: [{ uploadId: applied?.id }] });
  for (const [stranger, own] of [[ann, annsCart], [gus, gussCart]] as const) {
    expect(await upload(stranger, cartId, FILE)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await stranger.refused(APPLY, { cartId, add: [{ uploadId: waiting?.id }] })).code).toBe('NOT_FOUND');
    for (const id of [applied?.id, waiting?.id]) {
      expect((await stranger.refused(APPLY, { cartId: own, add: [{ uploadId: id }] })).code).toBe('NOT_FOUND');
      expect((await stranger.refused(APPLY, { cartId: own, remove: [id] })).code).toBe('NOT_FOUND');
      expect((await download(stranger, `/attachments/${id}`)).status).toBe(404);
    }
  }
  expect((await download(await world.as('nobody'), `/attachments/${applied?.id}`)).status).toBe(401);
  expect((await bea.ask(ATTACHED, { cartId })).cart).toMatchObject({ version: 2, attachments: [{ id: applied?.id }] });
});

test('who was overtaken, or whose cart takes no changes, applies nothing', async () => {
  await using world = await startWorld({ env: CATEGORY, clock: fakeClock(new Date()) });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const { uploads: [file, other] } = await upload(bea, cartId, FILE, FILE);
  await bea.ask(APPLY, { cartId, add: [{ uploadId: file?.id }] });
  expect(await bea.refused(APPLY, { cartId, add: [{ uploadId: other?.id }], expectedVersion: 1 })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2 } });
  expect((await bea.refused(APPLY, { cartId, add: [{ uploadId: other?.id }], remove: [other?.id] })).code).toBe('NOT_FOUND');
  expect((await bea.refused(APPLY, { cartId })).code).toBe('BAD_USER_INPUT');
  await bea.ask('mutation ($cartId: ID!) { saveCart(cartId: $cartId, name: "Later") { id } }', { cartId });
  expect((await bea.refused(APPLY, { cartId, add: [{ uploadId: other?.id }] })).code).toBe('CART_NOT_ACTIVE');
  expect(await upload(bea, cartId, FILE)).toMatchObject({ status: 409, code: 'CART_NOT_ACTIVE' });
  expect((await bea.ask(ATTACHED, { cartId })).cart.attachments).toMatchObject([{ id: file?.id }]);
});
