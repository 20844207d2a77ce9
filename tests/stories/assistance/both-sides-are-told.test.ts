import { expect, test } from 'vitest';
import type { World } from '../../support/world.ts';
import { startWorld } from '../../support/world.ts';
import { mugs, orderOf, PLACE } from '../terms/terms.ts';

const ASSIST = 'mutation ($id: ID!, $reason: String, $comment: String) { requestAssistance(cartId: $id, reason: $reason, comment: $comment) { id number status version salesRep { name } audits { action } } }';
const BEA = 'bea@acme.example';
const SAM = 'sam@seller.example';

/** Where Sam is the rep of the deployment. */
async function startWithRep(env: Record<string, string> = {}): Promise<World> {
  await using before = await startWorld();
  const { viewer } = await (await before.as('sam')).ask('{ viewer { id } }');
  return startWorld({ env: { CARTWRIGHT_QUOTES_DEFAULT_REP_ID: viewer.id, ...env } });
}

test('the rep hears by e-mail who asks, how to reach them and what they say; the customer hears that it arrived, each once [ASSIST-04]', async () => {
  await using world = await startWithRep();
  const bea = await world.as('bea');
  const { id } = await mugs(bea);
  const asked = { id, reason: 'PRICE', comment: 'Can you do better?' };
  const [{ requestAssistance: quote }] = await Promise.all([bea.ask(ASSIST, asked), bea.ask(ASSIST, asked)]);
  const mails = await world.mail();
  expect(mails.map(({ to, subject }) => `${to}: ${subject}`).toSorted()).toEqual([`${BEA}: We will help you: quote ${quote.number}`, `${SAM}: Bea asks for assistance: quote ${quote.number}`]);
  expect(mails.find(({ to }) => to === SAM)?.text).toBe(`Customer: Bea\nE-mail: ${BEA}\nReason: PRICE\n\nCan you do better?`);
  expect(mails.some(({ subject, text }) => /GBP|\d\.\d\d/.test(subject + text))).toBe(false);
});

test('the rep of the deployment has the quote at once where quotes must be assigned, and is attached to it where not', async () => {
  await using world = await startWithRep();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { requestAssistance: quote } = await bea.ask(ASSIST, { id: (await mugs(bea)).id });
  expect(quote).toMatchObject({ status: 'ASSIGNED', salesRep: { name: 'Sam' } });
  expect(quote.audits.map(({ action }: { action: string }) => action)).toEqual(['CREATE_QUOTE', 'REQUEST_QUOTE', 'ASSIGN_QUOTE']);
  expect((await sam.ask('mutation ($id: ID!) { publishQuote(quoteId: $id) { status } }', { id: quote.id })).publishQuote.status).toBe('PUBLISHED');
  await using loose = await startWithRep({ CARTWRIGHT_QUOTES_ASSIGNMENT_REQUIRED: 'false' });
  const cat = await loose.as('cat');
  expect((await cat.ask(ASSIST, { id: (await mugs(cat)).id })).requestAssistance).toMatchObject({ status: 'QUOTE_REQUESTED', salesRep: { name: 'Sam' } });
});

test('without a rep the customer is told, and the desk sees the quote', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { requestAssistance: quote } = await bea.ask(ASSIST, { id: (await mugs(bea)).id });
  expect((await world.mail()).map(({ to }) => to)).toEqual([BEA]);
  expect((await sam.ask('{ quotes(filter: { unassigned: true }) { nodes { id } } }')).quotes.nodes).toEqual([{ id: quote.id }]);
});

test('assistance is asked for from the cart and instead of an order, where there is assistance and quoting; nowhere else [ASSIST-01]', async () => {
  for (const env of [{ CARTWRIGHT_QUOTES_ASSISTANCE: 'false' }, { CARTWRIGHT_QUOTES_ENABLED: 'false' }]) {
    await using off = await startWorld({ env });
    const bea = await off.as('bea');
    const { id } = await mugs(bea);
    expect((await bea.refused(ASSIST, { id })).code).toBe('OPERATION_DISABLED');
    expect((await bea.refused(PLACE, await orderOf(bea, id, { assistance: { reason: 'GIFT' } }))).code).toBe('OPERATION_DISABLED');
  }
  await using world = await startWithRep();
  const bea = await world.as('bea');
  expect((await bea.ask(ASSIST, { id: (await mugs(bea)).id })).requestAssistance.status).toBe('ASSIGNED');
  const inCheckout = await mugs(bea);
  expect((await bea.refused(PLACE, { input: { cartId: inCheckout.id, priceHash: 'old', idempotencyKey: 'k' } })).code).toBe('PRICE_CHANGED');
  expect((await bea.ask(ASSIST, { id: inCheckout.id })).requestAssistance.status).toBe('ASSIGNED');
});

test('an order that a rep shall look at is told to the rep, and not confirmed to the customer; other orders are confirmed [ASSIST-09]', async () => {
  await using world = await startWithRep({ CARTWRIGHT_QUOTES_ASSISTANCE_REASONS: 'GIFT' });
  const bea = await world.as('bea');
  const plain = await mugs(bea);
  const { placeOrder: usual } = await bea.ask(PLACE, await orderOf(bea, plain.id));
  const number = async (id: string): Promise<string> => (await bea.ask('query ($id: ID!) { order(id: $id) { number } }', { id })).order.number;
  const before = await world.mail();
  expect(before.map(({ to, subject }) => `${to}: ${subject}`)).toEqual([`${BEA}: Your order ${await number(usual.id)}`]);
  const { id } = await mugs(bea);
  expect((await bea.refused(PLACE, await orderOf(bea, id, { assistance: { reason: 'WEATHER' } }))).code).toBe('BAD_USER_INPUT');
  const guest = await world.as('guest');
  expect((await guest.refused(PLACE, await orderOf(guest, (await mugs(guest)).id, { assistance: { reason: 'GIFT' } }))).code).toBe('FORBIDDEN');
  const { placeOrder: order } = await bea.ask(PLACE, await orderOf(bea, id, { assistance: { reason: 'GIFT', comment: 'Wrap it.' } }));
  const [mail, ...none] = (await world.mail()).slice(1);
  expect(mail).toMatchObject({ to: SAM, subject: `Bea asks for assistance: order ${await number(order.id)}`, text: `Customer: Bea\nE-mail: ${BEA}\nReason: GIFT\n\nWrap it.` });
  expect(none).toEqual([]);
});
