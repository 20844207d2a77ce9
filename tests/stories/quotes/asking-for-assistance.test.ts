import { expect, test } from 'vitest';
import type { Data, Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';

const ASSIST = 'mutation ($id: ID!, $reason: String) { requestAssistance(cartId: $id, reason: $reason) { reason status } }';
const cartOf = async (buyer: Session): Promise<Data> => (await buyer.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }')).addCartLines;

test('assistance is asked for with one of the reasons the deployment lists, which clients can read [ASSIST-08]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_ASSISTANCE_REASONS: 'PRICE, DELIVERY' } });
  const bea = await world.as('bea');
  expect((await bea.ask('{ quoteSettings { assistanceReasons } }')).quoteSettings.assistanceReasons).toEqual(['PRICE', 'DELIVERY']);
  const { id } = await cartOf(bea);
  expect(await bea.refused(ASSIST, { id, reason: 'WEATHER' })).toMatchObject({ code: 'BAD_USER_INPUT', details: { reasons: ['PRICE', 'DELIVERY'] } });
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { status } }', { id })).cart.status).toBe('ACTIVE');
  expect((await bea.ask(ASSIST, { id, reason: 'PRICE' })).requestAssistance).toEqual({ reason: 'PRICE', status: 'QUOTE_REQUESTED' });
});

test('where assistance is switched off nobody asks for it, while quotes go on', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_ASSISTANCE: 'false' } });
  const bea = await world.as('bea');
  const { id } = await cartOf(bea);
  expect((await bea.refused(ASSIST, { id })).code).toBe('OPERATION_DISABLED');
  expect((await bea.ask('mutation ($id: ID!) { createQuote(fromCartId: $id) { status } }', { id })).createQuote.status).toBe('DRAFTING');
});

test('the default rep of the deployment is attached to what assistance makes, and stays so when it is asked for again [ASSIST-03, ASSIST-05]', async () => {
  await using before = await startWorld();
  const { viewer } = await (await before.as('sam')).ask('{ viewer { id } }');
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_DEFAULT_REP_ID: viewer.id } });
  const [bea, sam, sue] = [await world.as('bea'), await world.as('sam'), await world.as('sue')];
  const { id } = await cartOf(bea);
  const ask = 'mutation ($id: ID!, $reason: String) { requestAssistance(cartId: $id, reason: $reason) { id status reason salesRep { name } } }';
  const { requestAssistance: first } = await bea.ask(ask, { id, reason: 'PRICE' });
  expect(first).toMatchObject({ status: 'ASSIGNED', salesRep: { name: 'Sam' } });
  expect((await bea.ask(ask, { id, reason: 'DELIVERY' })).requestAssistance).toEqual({ ...first, reason: 'DELIVERY' });
  const mine = '{ quotes(filter: { mine: true, waitingForMe: true }) { nodes { id } } }';
  expect((await sam.ask(mine)).quotes.nodes).toEqual([{ id: first.id }]);
  expect((await sue.ask(mine)).quotes.nodes).toEqual([]);
  expect((await sue.refused(`mutation { assignQuote(quoteId: "${first.id}") { status } }`)).code).toBe('INVALID_STATE');
  const written = await bea.ask('mutation { createQuote(lines: [{ sku: "MUG-RED" }]) { salesRep { name } } }');
  expect(written.createQuote.salesRep).toBeNull();
});
