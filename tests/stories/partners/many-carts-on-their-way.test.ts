import { expect, test } from 'vitest';
import type { Database } from '#kernel/database.ts';
import { newId } from '#kernel/ids.ts';
import { startEmbedded } from '../../../gateway/embedded.ts';
import type { PartnersTables } from '../../../subgraphs/partners/entities/tables.ts';
import { openSession, type Data } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { openLyingLine } from './lying-line.ts';
import { confirm, CONFIRM, offered, received, RECEIVES, REQUEST, SAVE, SENDS, startShops, until, wire } from './two-shops.ts';

test('many carts on their way to a partner who does not answer hold up none to another [XFER-08, XFER-09]', async () => {
  await using line = await openLyingLine();
  await using silent = await openLyingLine();
  silent.say = () => new Promise(() => undefined);
  await using shops = await startShops({ via: (url) => ((line.to = url), line.url) });
  const { brand, partnerId, olga } = shops;
  const { savePartner: york } = await olga.ask(SAVE, { input: { code: 'YORK', name: 'York Tools', url: silent.url, secret: 'a secret of York, long enough', coversAll: true } });
  const bea = await brand.as('bea');
  const { transfer } = await offered(bea, partnerId);
  const db = brand.embedded.subgraphs.get('partners')?.db as Database<PartnersTables>;
  const { sql } = db;
  const like = await sql.selectFrom('Transfer').selectAll().where('id', '=', transfer.id).executeTakeFirstOrThrow();
  const due = Array.from({ length: 700 }, () => ({ ...like, id: newId(), cartId: newId(), partnerId: york.id as string, status: 'SENT' as const, inDoubt: true, message: '{}', messageVersion: 1, sentAt: like.createdAt, nextAt: new Date(0) }));
  for (let i = 0; i < due.length; i += 100) await sql.insertInto('Transfer').values(due.slice(i, i + 100)).execute();
  line.say = async ({ name, honest }) => (name === 'transfers' ? undefined : honest());
  expect((await confirm(bea, transfer)).status).toBe('SENT');
  line.say = ({ honest }) => honest();
  await until(bea, transfer.id, 'ACKNOWLEDGED', 8_000);
}, 60_000);

test('a later version waits for a checkout of the earlier one, and then hears of its order: there is never a second [XFER-08]', async () => {
  let stopped = 0;
  const leeds = await startEmbedded({
    dataDir: ':memory:',
    demo: true,
    env: RECEIVES,
    failpoint: (point) => {
      if (point !== 'confirmed' || stopped++ > 0) return;
      throw new Error('killed while it holds the quote');
    },
  });
  await using _leeds = { [Symbol.asyncDispose]: () => leeds.close({ drainMs: 0 }) };
  await using brand = await startWorld({ env: SENDS });
  const [olga, leedsOlga, bea] = [await brand.as('olga'), await openSession(leeds.gateway.url, 'olga'), await brand.as('bea')];
  const { partnerId } = await wire(olga, leedsOlga, leeds.gateway.url.replace('/graphql', '/partner-transfers'));
  const first = await offered(bea, partnerId);
  const confirming = bea.answer(CONFIRM, { transferId: first.transfer.id, priceHash: first.transfer.offer.priceHash, key: 'first' });
  await expect.poll(() => stopped, { timeout: 10_000 }).toBeGreaterThan(0);
  expect((await received(leedsOlga))[0]).toMatchObject({ version: 1, status: 'RECEIVED', order: null });
  await olga.ask('mutation ($id: ID!) { abandonTransfer(transferId: $id, reason: "they said so, and were wrong") { id } }', { id: first.transfer.id });
  await confirming;
  await brand.settle();
  const { requestTransfer: second } = await bea.ask(REQUEST, { cartId: first.cartId, partnerId });
  await confirm(bea, second);
  const over = await until(bea, second.id, 'FAILED', 30_000);
  const [row, ...more]: Data[] = await received(leedsOlga);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ version: 1, status: 'ORDERED', order: { total: { amount: first.transfer.offer.total.amount } } });
  expect(over).toMatchObject({ failureCode: 'ALREADY_ORDERED', failureMessage: expect.stringContaining(row?.order.number) });
}, 90_000);
