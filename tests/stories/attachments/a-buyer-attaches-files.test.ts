import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { APPLY, ATTACHED, CATEGORY, download, fill, upload, uploadRaw } from './attaching.ts';

test('uploads wait until they are applied, with a description or without, in one version that watchers see [CART-77]', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const frames = await bea.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { cause version cart { attachments { name } } } }', { cartId });
  await frames.next();
  const { status, uploads } = await upload(bea, cartId, { name: 'Skizze "grün".pdf', content: 'drawing' }, { name: 'list.csv', content: 'a,b\r\n', type: 'text/csv' });
  expect([status, uploads.map(({ name, contentType, bytes }) => [name, contentType, bytes])]).toEqual([201, [['Skizze "grün".pdf', 'application/pdf', 7], ['list.csv', 'text/csv', 5]]]);
  expect((await bea.ask(ATTACHED, { cartId })).cart).toEqual({ version: 1, attachments: [] });

  const [drawing, list] = uploads.map(({ id }) => id);
  const { applyAttachments: cart } = await bea.ask(APPLY, { cartId, add: [{ uploadId: drawing, description: ' how it shall look ' }, { uploadId: list }], expectedVersion: 1 });
  expect(cart).toMatchObject({ version: 2, attachments: [{ id: drawing, name: 'Skizze "grün".pdf', description: 'how it shall look' }, { id: list, description: null, bytes: 5, url: `/attachments/${list}` }] });
  expect((await frames.next()).cartChanged).toMatchObject({ cause: 'ATTACHMENTS_CHANGED', version: 2, cart: { attachments: [{}, {}] } });
  await frames.close();

  const { applyAttachments: left } = await bea.ask(APPLY, { cartId, add: [{ uploadId: list, description: 'prices' }], remove: [drawing] });
  expect(left).toMatchObject({ version: 3, attachments: [{ id: list, description: 'prices' }] });
  expect((await download(bea, `/attachments/${drawing}`)).status).toBe(404);
});

test('an attachment comes back as it went up, as a download and nothing else', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const content = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7) % 256));
  const { uploads: [file] } = await upload(bea, cartId, { name: 'ça \'va\'.png', content, type: 'image/png' });
  expect((await download(bea, `/attachments/${file?.id}`)).status).toBe(404);
  const { applyAttachments: cart } = await bea.ask(APPLY, { cartId, add: [{ uploadId: file?.id }] });
  const response = await download(bea, cart.attachments[0].url);
  expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-length': '300000',
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename="_a _va_.png"; filename*=UTF-8''%C3%A7a%20%27va%27.png`,
  });
});

test('a body of its own is a file too, under the name a header gives it', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const { status, uploads } = await uploadRaw(bea, cartId, encodeURIComponent('grüße.txt'), 'hello', 'text/plain; charset=utf-8');
  expect([status, uploads]).toMatchObject([201, [{ name: 'grüße.txt', contentType: 'text/plain', bytes: 5 }]]);
  expect(await uploadRaw(bea, cartId, '%', 'hello')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
});

test('a copy of a cart has its attachments, and keeps them when the original loses them', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const { uploads: [file] } = await upload(bea, cartId, { name: 'a.pdf', content: 'drawing' });
  await bea.ask(APPLY, { cartId, add: [{ uploadId: file?.id }] });
  const { duplicateCart: copy } = await bea.ask('mutation ($cartId: ID!) { duplicateCart(cartId: $cartId, name: "Again") { attachments { id name url } } }', { cartId });
  expect(copy.attachments).toMatchObject([{ name: 'a.pdf' }]);
  expect(copy.attachments[0].id).not.toBe(file?.id);
  await bea.ask(APPLY, { cartId, remove: [file?.id] });
  expect(await (await download(bea, copy.attachments[0].url)).text()).toBe('drawing');
});

test('a cart takes no more than twenty files, with those that wait', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const files = Array.from({ length: 15 }, (_, i) => ({ name: `${i}.pdf`, content: 'x' }));
  expect((await upload(bea, cartId, ...files)).status).toBe(201);
  expect(await upload(bea, cartId, ...files)).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect((await upload(bea, cartId, ...files.slice(0, 5))).status).toBe(201);
});
