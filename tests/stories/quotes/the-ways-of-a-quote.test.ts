import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { letExpire, publishForAMinute } from './expiry.ts';
import { draft, move, mutation, read } from './negotiation.ts';

const ORDER = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }';

async function published(bea: Session, sam: Session): Promise<string> {
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await move(sam, 'publish', id);
  return id;
}

test('a quote is drafted, requested, assigned, published, edited, rejected, canceled, expired and ordered, and says at each moment where it stands [QUOTE-01]', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const drafted = await draft(bea);
  const seen = [drafted.status];
  const go = async (who: Session, name: string, more = ''): Promise<void> => void seen.push((await move(who, name, drafted.id, more)).status);
  await go(bea, 'request');
  await go(sam, 'assign');
  await go(sam, 'publish');
  await go(bea, 'edit');
  await go(bea, 'request');
  await go(sam, 'assign');
  await go(sam, 'reject', 'reason: "Too small"');
  expect(seen).toEqual(['DRAFTING', 'QUOTE_REQUESTED', 'ASSIGNED', 'PUBLISHED', 'EDITING', 'QUOTE_REQUESTED', 'ASSIGNED', 'REJECTED']);

  const canceled = await draft(bea);
  expect((await move(bea, 'cancel', canceled.id)).status).toBe('CANCELED');
  const ordered = await published(bea, sam);
  const { priceHash } = await read(bea, ordered);
  await bea.ask(ORDER, { input: { quoteId: ordered, priceHash, idempotencyKey: 'once' } });
  await world.settle();
  expect((await read(bea, ordered)).status).toBe('SUBMITTED');
  const ended = await draft(bea);
  await move(bea, 'request', ended.id);
  await move(sam, 'assign', ended.id);
  await publishForAMinute(sam, clock, ended.id);
  expect(await letExpire(world, clock)).toBe(1);
  expect((await read(bea, ended.id)).status).toBe('EXPIRED');

  const { __type } = await bea.ask('{ __type(name: "QuoteStatus") { enumValues { name } } }');
  const statuses = __type.enumValues.map(({ name }: { name: string }) => name).filter((name: string) => name !== 'CART_IN_PROGRESS');
  expect(statuses.toSorted()).toEqual(['ASSIGNED', 'CANCELED', 'DRAFTING', 'EDITING', 'EXPIRED', 'PUBLISHED', 'QUOTE_REQUESTED', 'REJECTED', 'SUBMITTED']);
});

test('the buyer asks from a draft, from editing, after a rejection and to renegotiate; a rep brings back what was assigned or published; from elsewhere nobody [QUOTE-14, QUOTE-17, QUOTE-39]', async () => {
  await using world = await startWorld();
  const [bea, sam, sue, rob, ann] = [await world.as('bea'), await world.as('sam'), await world.as('sue'), await world.as('rob'), await world.as('ann')];
  const { id } = await draft(bea);
  const back = async (who: Session, name: string): Promise<void> => expect((await move(who, name, id)).status).toBe('QUOTE_REQUESTED');
  await back(bea, 'request'); // from DRAFTING
  await move(bea, 'edit', id);
  await back(bea, 'request'); // from EDITING
  expect((await bea.refused(mutation('request', id))).code).toBe('INVALID_STATE');
  await move(sam, 'assign', id);
  for (const other of [bea, rob]) expect((await other.refused(mutation('unassign', id))).code).toBe('FORBIDDEN');
  expect((await ann.refused(mutation('unassign', id))).code).toBe('NOT_FOUND');
  await back(sam, 'unassign');
  await move(sam, 'assign', id);
  expect((await bea.refused(mutation('request', id))).code).toBe('INVALID_STATE');
  await move(sam, 'publish', id);
  for (const other of [sam, rob]) expect((await other.refused(mutation('request', id))).code).toBe('FORBIDDEN');
  await back(bea, 'request'); // renegotiates
  await move(sam, 'assign', id);
  await move(sam, 'publish', id);
  for (const other of [bea, rob]) expect((await other.refused(mutation('recall', id))).code).toBe('FORBIDDEN');
  await back(sue, 'recall');
  await move(sam, 'assign', id);
  await move(sam, 'reject', id, 'reason: "Too small"');
  for (const other of [sam, rob]) expect((await other.refused(mutation('request', id))).code).toBe('FORBIDDEN');
  expect((await ann.refused(mutation('request', id))).code).toBe('NOT_FOUND');
  await back(bea, 'request'); // after the rejection
  await move(bea, 'cancel', id);
  expect((await bea.refused(mutation('request', id))).code).toBe('INVALID_STATE');
});

test('the buyer takes a requested quote back to edit it; nobody else does, and not while a rep works on it [QUOTE-18]', async () => {
  await using world = await startWorld();
  const [bea, ann, sam, rob] = [await world.as('bea'), await world.as('ann'), await world.as('sam'), await world.as('rob')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  for (const other of [sam, rob]) expect((await other.refused(mutation('edit', id))).code).toBe('FORBIDDEN');
  expect((await ann.refused(mutation('edit', id))).code).toBe('NOT_FOUND');
  await move(sam, 'assign', id);
  expect((await bea.refused(mutation('edit', id))).code).toBe('INVALID_STATE');
  await move(sam, 'unassign', id);
  expect((await move(bea, 'edit', id)).status).toBe('EDITING');
});

test('a sales rep acts as himself: every trace names him, he sees prices by his own right and buys for nobody [QUOTE-09]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await move(sam, 'publish', id, 'comment: "As discussed"');
  const seen = await read(sam, id);
  expect(seen.audits.map((audit: { actor: { name: string } }) => audit.actor.name)).toEqual(['Bea', 'Bea', 'Sam', 'Sam']);
  expect(seen.notes).toEqual([{ text: 'As discussed', internal: false, author: { name: 'Sam' } }]);
  expect(seen.owner.id).not.toBe((await sam.ask('{ viewer { id } }')).viewer.id);
  expect((await sam.refused('mutation { createQuote(lines: [{ sku: "MUG-RED" }]) { id } }')).code).toBe('FORBIDDEN');
  expect((await sam.refused(ORDER, { input: { quoteId: id, priceHash: seen.priceHash, idempotencyKey: 'sam' } })).code).toBe('FORBIDDEN');
});
