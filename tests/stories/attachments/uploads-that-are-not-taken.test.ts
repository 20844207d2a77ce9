import { readdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { CartsContext } from '../../../subgraphs/carts/context.ts';
import { forgetUploads } from '../../../subgraphs/carts/use-cases/forget-uploads.ts';
import { temporaryFolder } from '../../faults/support/temporary-folder.ts';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { APPLY, CATEGORY, download, fill, post, SMALL, upload, uploadRaw } from './attaching.ts';

const DAY_MS = 86_400_000;
const kb = (count: number): Buffer => Buffer.alloc(count * 1024, 'x');

/** The files of attachments in a data folder. */
const keptIn = ({ path }: { path: string }): Promise<string[]> => readdir(join(path, 'attachments')).catch(() => []);

test('a file over the limit, or files that are over it together, are refused, and nothing of them is kept [CART-76]', async () => {
  await using data = temporaryFolder();
  await using world = await startWorld({ env: SMALL, dataDir: data.path });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const refused = { status: 413, code: 'ATTACHMENT_TOO_LARGE', details: { limitKb: 8 } };
  expect(await upload(bea, cartId, { name: 'a.pdf', content: kb(9) })).toMatchObject(refused);
  expect(await uploadRaw(bea, cartId, 'a.txt', kb(9))).toMatchObject(refused);
  expect(await upload(bea, cartId, { name: 'a.pdf', content: kb(5) }, { name: 'b.pdf', content: kb(5) })).toMatchObject(refused);
  expect(await upload(bea, cartId, { name: 'a.pdf', content: kb(1_000) })).toMatchObject(refused);
  expect(await keptIn(data)).toEqual([]);
  expect(await upload(bea, cartId, { name: 'a.pdf', content: kb(4) }, { name: 'b.pdf', content: kb(4) })).toMatchObject({ status: 201 });
  expect(await keptIn(data)).toHaveLength(2);
});

test('the limit is 15,000 KB unless the shop says otherwise, and must be a whole number [CART-76]', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  expect((await uploadRaw(bea, cartId, 'a.txt', kb(15_000))).status).toBe(201);
  expect(await uploadRaw(bea, cartId, 'a.txt', kb(15_001))).toMatchObject({ status: 413, details: { limitKb: 15_000 } });
  await expect(startWorld({ env: { ...CATEGORY, CARTWRIGHT_CARTS_UPLOAD_LIMIT_KB: '1.5' } })).rejects.toThrow(/uploadLimitKb/);
});

/** Sends without saying how much it will be, until it is cut off. */
function sendEndlessly(session: Session, cartId: string): Promise<{ status: number | undefined; sent: number }> {
  return new Promise((resolve) => {
    let status: number | undefined;
    let sent = 0;
    const url = new URL(`/attachments?cartId=${cartId}`, session.url);
    const sending = request(url, { method: 'POST', headers: { authorization: `Bearer ${session.token}`, 'content-type': 'text/plain', 'x-file-name': 'endless.txt' } });
    const timer = setInterval(() => {
      sent += 64 * 1024;
      sending.write(Buffer.alloc(64 * 1024));
    }, 5);
    sending.on('response', (response) => {
      status = response.statusCode;
      response.resume();
    });
    sending.on('error', () => undefined); // cut off: what the test waits for
    sending.on('close', () => {
      clearInterval(timer);
      resolve({ status, sent });
    });
  });
}

test('an upload without end is answered as soon as it is too much, and cut off', async () => {
  await using data = temporaryFolder();
  await using world = await startWorld({ env: SMALL, dataDir: data.path });
  const bea = await world.as('bea');
  const { status } = await sendEndlessly(bea, await fill(bea));
  expect(status).toBe(413);
  expect(await keptIn(data)).toEqual([]);
});

test('an upload that breaks off leaves nothing behind, and the shop goes on', async () => {
  await using data = temporaryFolder();
  await using world = await startWorld({ env: CATEGORY, dataDir: data.path });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  const url = new URL(`/attachments?cartId=${cartId}`, bea.url);
  const sending = request(url, { method: 'POST', headers: { authorization: `Bearer ${bea.token}`, 'content-type': 'text/plain', 'x-file-name': 'half.txt', 'content-length': '100000' } });
  sending.on('error', () => undefined); // broken off below
  sending.write(kb(1));
  await vi.waitFor(async () => expect(await keptIn(data)).toHaveLength(1));
  sending.destroy();
  await vi.waitFor(async () => expect(await keptIn(data)).toEqual([]));
  expect((await uploadRaw(bea, cartId, 'whole.txt', 'x')).status).toBe(201);
});

test.each(['../secret.pdf', '..', 'a/b.pdf', 'a\\b.pdf', 'a\u0000.pdf', 'invoice\u202Efdp.exe', 'line\nbreak.pdf', ' ', 'x'.repeat(201)])('a file cannot be called %j', async (name) => {
  await using data = temporaryFolder();
  await using world = await startWorld({ env: CATEGORY, dataDir: data.path });
  const bea = await world.as('bea');
  expect(await uploadRaw(bea, await fill(bea), encodeURIComponent(name), 'x')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect(await keptIn(data)).toEqual([]);
});

test('types that are not allowed are refused, and with them the whole upload', async () => {
  await using data = temporaryFolder();
  await using world = await startWorld({ env: { ...CATEGORY, CARTWRIGHT_CARTS_ATTACHMENT_TYPES: 'application/pdf, image/svg+xml' }, dataDir: data.path });
  const bea = await world.as('bea');
  const cartId = await fill(bea);
  expect((await upload(bea, cartId, { name: 'a.svg', content: '<svg/>', type: 'image/svg+xml' })).status).toBe(201);
  const { status, code, details } = await upload(bea, cartId, { name: 'a.pdf', content: 'x' }, { name: 'a.html', content: '<script>', type: 'text/html' });
  expect([status, code, details]).toEqual([400, 'BAD_USER_INPUT', { contentType: 'text/html', allowed: ['application/pdf', 'image/svg+xml'] }]);
  expect(await keptIn(data)).toHaveLength(1);
});

test.each([
  ['no form at all', 'rubbish'],
  ['a form that stops in the middle', '--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\nhalf'],
  ['a form without a file', '--b\r\nContent-Disposition: form-data; name="f"\r\n\r\nvalue\r\n--b--\r\n'],
  ['a form with endless headers', `--b\r\nContent-Disposition: ${'x'.repeat(9_000)}`],
  ['an empty file', '--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n\r\n--b--\r\n'],
])('%s is refused as bad input, and nothing is kept', async (_what, body) => {
  await using data = temporaryFolder();
  await using world = await startWorld({ env: CATEGORY, dataDir: data.path });
  const bea = await world.as('bea');
  expect(await post(bea, await fill(bea), body, { 'content-type': 'multipart/form-data; boundary=b' })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect(await keptIn(data)).toEqual([]);
});

test('an upload that was not applied is forgotten after a day, as is what a crash left; what was applied stays, also over a restart', async () => {
  await using data = temporaryFolder();
  const clock = fakeClock(new Date());
  let url = '';
  {
    await using world = await startWorld({ env: CATEGORY, dataDir: data.path, clock });
    const bea = await world.as('bea');
    const cartId = await fill(bea);
    const { uploads: [applied, waiting] } = await upload(bea, cartId, { name: 'a.pdf', content: 'kept' }, { name: 'b.pdf', content: 'not' });
    url = (await bea.ask(APPLY, { cartId, add: [{ uploadId: applied?.id }] })).applyAttachments.attachments[0].url;
    const carts = world.embedded.subgraphs.get('carts')?.contextFor(SYSTEM) as CartsContext;
    for (const left of ['half.part', 'without-a-row']) await writeFile(join(data.path, 'attachments', left), 'what a crash leaves');
    clock.advance(DAY_MS - 60_000);
    await forgetUploads(carts);
    expect(await keptIn(data)).toHaveLength(4);
    clock.advance(120_000);
    await forgetUploads(carts);
    expect(await keptIn(data)).toEqual([applied?.id]);
    expect((await bea.refused(APPLY, { cartId, add: [{ uploadId: waiting?.id }] })).code).toBe('NOT_FOUND');
  }
  await using again = await startWorld({ env: CATEGORY, dataDir: data.path, clock });
  expect(await (await download(await again.as('bea'), url)).text()).toBe('kept');
});

test('only uploads and downloads are answered', async () => {
  await using world = await startWorld({ env: CATEGORY });
  const bea = await world.as('bea');
  const ask = async (path: string, method: string): Promise<number> => (await fetch(new URL(path, bea.url), { method, headers: { authorization: `Bearer ${bea.token}` } })).status;
  expect(await Promise.all([ask('/attachments', 'GET'), ask('/attachments/x', 'POST'), ask('/attachments/x', 'DELETE'), ask('/attachments/x', 'GET'), ask('/attachmentsx', 'GET'), ask('/attachments', 'POST')])).toEqual([405, 405, 405, 404, 404, 404]);
});
