import { expect, test } from 'vitest';
import { DEMO_SETTINGS } from '../../../gateway/demo-settings.ts';
import { readQuotesConfig } from '../../../subgraphs/quotes/config.ts';
import { startWorld } from '../../support/world.ts';
import { quotesOf } from './expiry.ts';
import { CHANGE, draft, move, mutation } from './negotiation.ts';

const SETTINGS = '{ quoteSettings { enabled assignmentRequired draftUpdates daysToLive } }';

test('where quotes are switched off none is made, asked for, changed or given custom items, and clients can tell beforehand [QUOTE-10]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_ENABLED: 'false', CARTWRIGHT_QUOTES_SHARING: 'true', CARTWRIGHT_QUOTES_CART_MIRROR: 'true' } });
  const [bea, sam, nobody] = [await world.as('bea'), await world.as('sam'), await world.as('nobody')];
  expect((await nobody.ask(SETTINGS)).quoteSettings).toEqual({ enabled: false, assignmentRequired: true, draftUpdates: false, daysToLive: 30 });
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const quoteId = '01900000-0000-7000-8000-000000000001';
  const offCode = async (who: typeof bea, query: string, variables?: Record<string, unknown>): Promise<void> => expect((await who.refused(query, variables)).code).toBe('OPERATION_DISABLED');
  await offCode(bea, 'mutation { createQuote(lines: [{ sku: "MUG-RED" }]) { id } }');
  await offCode(bea, 'mutation ($id: ID!) { createQuote(fromCartId: $id) { id } }', cart);
  await offCode(bea, 'mutation ($id: ID!) { requestAssistance(cartId: $id) { id } }', cart);
  await offCode(bea, CHANGE, { quoteId, lines: [{ description: 'Engraving' }] });
  await offCode(bea, `mutation { addQuoteNote(quoteId: "${quoteId}", text: "hello") { id } }`);
  await offCode(bea, `mutation { copyQuoteToCart(quoteId: "${quoteId}") { id } }`);
  for (const name of ['request', 'edit', 'clone', 'cancel']) await offCode(bea, mutation(name, quoteId));
  for (const name of ['assign', 'unassign', 'publish', 'recall', 'delete']) await offCode(sam, mutation(name, quoteId));
  await offCode(await world.as('cat'), 'mutation { retrieveSharedQuote(number: "XXXX") { id } }');
  await world.settle();
  expect(await quotesOf(world).db.sql.selectFrom('Quote').selectAll().execute()).toEqual([]);
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { status } }', cart)).cart.status).toBe('ACTIVE');
});

test('quotes, and assistance with a cart, are off until a deployment turns them on, as the demo does [QUOTE-10, ASSIST-01]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_ENABLED: undefined, CARTWRIGHT_QUOTES_ASSISTANCE: undefined } });
  const bea = await world.as('bea');
  expect((await bea.ask('{ quoteSettings { enabled assistance sharing draftUpdates buyerMayCancel } }')).quoteSettings).toEqual({ enabled: false, assistance: false, sharing: false, draftUpdates: false, buyerMayCancel: true });
  expect((await bea.refused('mutation { createQuote(lines: [{ sku: "MUG-RED" }]) { id } }')).code).toBe('OPERATION_DISABLED');
  expect(readQuotesConfig(DEMO_SETTINGS)).toMatchObject({ enabled: true, assistance: true });
});

test('where they are on, the settings say so, and the same works [QUOTE-10]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  expect((await bea.ask(SETTINGS)).quoteSettings.enabled).toBe(true);
  const { id } = await draft(bea);
  expect((await move(bea, 'request', id)).status).toBe('QUOTE_REQUESTED');
});

test('where only the seller cancels, the buyer is refused and offered nothing, and the rep who has it still may [QUOTE-42]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_BUYER_MAY_CANCEL: 'false' } });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id } = await draft(bea);
  const refuses = async (): Promise<void> => {
    expect((await bea.refused(mutation('cancel', id))).code).toBe('OPERATION_DISABLED');
    const { quote } = await bea.ask('query ($id: ID!) { quote(id: $id) { availableActions { name allowed } } }', { id });
    expect(quote.availableActions).toContainEqual({ name: 'cancelQuote', allowed: false });
  };
  await refuses();
  await move(bea, 'request', id);
  await refuses();
  await move(sam, 'assign', id);
  await refuses();
  await move(sam, 'publish', id);
  await refuses();
  await move(bea, 'edit', id);
  await refuses();
  await move(bea, 'request', id);
  expect((await move(sam, 'cancel', id)).status).toBe('CANCELED');
});
