import { expect, test } from 'vitest';
import { startWorld, type World } from '../../support/world.ts';
import { quotesOf } from './expiry.ts';
import { draft, move, mutation } from './negotiation.ts';

/** Where the messages of a quote went, version by version. */
async function messages(world: World, quoteId: string): Promise<(string | null)[]> {
  const rows = await quotesOf(world).db.kernel.selectFrom('OutboxMessage').select(['type', 'destination']).where('aggregateId', '=', quoteId).orderBy('aggregateVersion').execute();
  return rows.map(({ type, destination }) => (destination == null ? type : `${type} to ${destination}`));
}

test('a message is kept with the move that it tells of and delivered until it arrives; a move that is refused leaves none [QUOTE-45]', async () => {
  await using world = await startWorld();
  const [bea, sam, rob] = [await world.as('bea'), await world.as('sam'), await world.as('rob')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await rob.refused(mutation('assign', id));
  await sam.refused(mutation('publish', id));
  await move(sam, 'assign', id);
  await sam.refused(mutation('publish', id, 'expiresAt: "2001-01-01T00:00:00Z"'));
  await move(sam, 'publish', id);
  await move(bea, 'cancel', id);
  await bea.refused(mutation('cancel', id));
  expect(await messages(world, id)).toEqual(['CREATE_QUOTE', 'REQUEST_QUOTE to quoteRequested', 'ASSIGN_QUOTE', 'PUBLISH_QUOTE to quotePublished', 'CANCEL_QUOTE to quoteCanceled']);
  await world.settle();
  const waiting = await quotesOf(world).db.kernel.selectFrom('OutboxMessage').select('id').where('publishedAt', 'is', null).execute();
  expect(waiting).toEqual([]);
});

test('each message goes where the deployment binds it, or nowhere, and the others stay as they are [QUOTE-46]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_DESTINATIONS: 'quotePublished=crm.offers, quoteRequested=' } });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await move(sam, 'publish', id);
  await move(bea, 'cancel', id);
  expect(await messages(world, id)).toEqual(['CREATE_QUOTE', 'REQUEST_QUOTE', 'ASSIGN_QUOTE', 'PUBLISH_QUOTE to crm.offers', 'CANCEL_QUOTE to quoteCanceled']);
});

test('a binding of a message there is not stops the start [QUOTE-46]', async () => {
  await expect(startWorld({ env: { CARTWRIGHT_QUOTES_DESTINATIONS: 'quoteLost=crm' } })).rejects.toThrow('quoteLost=crm');
});

test('when an offer is published its buyer is told at once, and with the message others can tell him too [QUOTE-57]', async () => {
  await using world = await startWorld();
  const [bea, gus, sam] = [await world.as('bea'), await world.as('gus'), await world.as('sam')];
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const FRAME = 'subscription { quotesChanged { cause quoteId quote { status total { amount } expiresAt } } }';
  const [hers, his] = [await bea.watch(FRAME), await gus.watch(FRAME)];
  await move(sam, 'publish', id);
  const other = await draft(gus);
  expect((await hers.next()).quotesChanged).toMatchObject({ cause: 'PUBLISH_QUOTE', quoteId: id, quote: { status: 'PUBLISHED', total: { amount: '87.00' } } });
  expect((await his.next()).quotesChanged).toMatchObject({ cause: 'CREATE_QUOTE', quoteId: other.id });
  const [message] = await quotesOf(world).db.kernel.selectFrom('OutboxMessage').select(['payload']).where('destination', '=', 'quotePublished').execute();
  expect(message?.payload).toMatchObject({ ownerId: (await bea.ask('{ viewer { id } }')).viewer.id, status: 'PUBLISHED' });
});
