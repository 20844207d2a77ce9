import { expect, test } from 'vitest';
import { alterCarts, keepCartsHouse } from '../../support/cart-rows.ts';
import type { Refusal, Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { orderCart } from '../orders/shopping.ts';
import { ACTIVATE, ACTIVE, ADD, DELETE, READ, SAVE, skusOf, UPDATE } from './carts.ts';

const MUG = [{ sku: 'MUG-RED' }];
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }';
const QUOTE = 'mutation ($cartId: ID!) { createQuote(fromCartId: $cartId) { id } }';
const SHARE = 'mutation ($id: ID!) { shareCart(cartId: $id, name: "Office", members: [{ email: "ann@acme.example", role: VIEWER }]) { id } }';
const HASH = 'query ($cartId: ID!) { cart(id: $cartId) { priceHash } }';

/** What everything that works on a cart answers. */
async function workOn(person: Session, cartId: string, lineId: string): Promise<Refusal[]> {
  const input = { cartId, priceHash: 'any', idempotencyKey: `work-${cartId}` };
  const tries: [string, object][] = [[ADD, { lines: MUG }], [UPDATE, { lines: [{ lineId, quantity: 2 }] }], [SAVE, { name: 'Mine' }], [ACTIVATE, {}], [DELETE, {}], [PLACE, { input }]];
  const refusals: Refusal[] = [];
  for (const [query, more] of tries) refusals.push(await person.refused(query, { cartId, ...more }));
  return refusals;
}

const one = (refusals: readonly Refusal[]): string[] => [...new Set(refusals.map(({ code }) => code))];

test('who wants to work with a cart that is closed is told what became of it, the same whatever they try [CART-35]', async () => {
  await using world = await startWorld();
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const fill = async (): Promise<{ id: string; line: string; priceHash: string }> => {
    const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
    return { id: cart.id, line: cart.lines[0].id, priceHash: (await bea.ask(HASH, { cartId: cart.id })).cart.priceHash };
  };

  const ordered = await fill();
  const order = await orderCart(bea, { ...ordered, total: { amount: '6.95' } });
  await world.settle();
  const afterOrder = await workOn(bea, ordered.id, ordered.line);
  expect(one(afterOrder)).toEqual(['CART_ORDERED']);
  for (const { details } of afterOrder) expect(details).toMatchObject({ orderNumber: order.number });
  expect((await bea.ask(READ, { cartId: ordered.id })).cart.status, 'what became of it can be read').toBe('ORDERED');

  const quoted = await fill();
  const { createQuote: quote } = await bea.ask(QUOTE, { cartId: quoted.id });
  await world.settle();
  const afterQuote = await workOn(bea, quoted.id, quoted.line);
  expect(one(afterQuote)).toEqual(['CART_IS_QUOTE']);
  for (const { details } of afterQuote) expect(details).toMatchObject({ quoteId: quote.id });
  expect((await bea.ask(READ, { cartId: quoted.id })).cart.status).toBe('QUOTED');

  const deleted = await fill();
  await bea.ask(DELETE, { cartId: deleted.id });
  expect(one([...(await workOn(bea, deleted.id, deleted.line)), await bea.refused(READ, { cartId: deleted.id })])).toEqual(['CART_DELETED']);

  const elsewhere = await fill();
  for (const [status, code] of [['TRANSFERRED', 'CART_STATUS_INVALID'], ['EXPRESS', 'CART_ORDERED']] as const) {
    await alterCarts(world, 'update cart set status = ? where id = ?', [status, elsewhere.id]);
    const refusals = await workOn(bea, elsewhere.id, elsewhere.line);
    expect(one(refusals)).toEqual([code]);
    for (const { details } of refusals) expect(details).toMatchObject({ status });
  }

  for (const { id, line } of [ordered, quoted, deleted, elsewhere]) expect(one(await workOn(gus, id, line)), 'strangers learn nothing').toEqual(['NOT_FOUND']);
});

test('a change that comes too late is refused with who was faster: oneself, another member, or new prices; and that it was ordered, if it was [CART-36, CART-37]', async () => {
  await using world = await startWorld();
  const [desk, phone, olga] = [await world.as('bea'), await world.as('bea'), await world.as('olga')];
  const { viewer } = await desk.ask('{ viewer { id } }');
  const { addCartLines: cart } = await desk.ask(ADD, { lines: MUG });
  const late = (expectedVersion: number): Promise<Refusal> => desk.refused(ADD, { cartId: cart.id, lines: MUG, expectedVersion });

  await phone.ask(ADD, { cartId: cart.id, lines: [{ sku: 'BAG-JUTE' }] });
  const own = await late(1);
  expect(own).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2, changedBy: { id: viewer.id, relation: 'you' } } });
  expect(own.message).toContain('You have changed');
  const again = await desk.ask(ADD, { cartId: cart.id, lines: MUG, expectedVersion: own.details.currentVersion });
  expect(again.addCartLines, 'repeated on top of the own change').toMatchObject({ version: 3, lines: [{}, {}, {}] });

  await alterCarts(world, 'update cart set updated_by_id = ? where id = ?', ['a-member', cart.id]);
  const others = await late(2);
  expect(others).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 3, changedBy: { id: 'a-member', relation: 'member' } } });
  expect(others.message).toContain('Another member has changed');

  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "7.00" }]) { code } }');
  await world.settle();
  await desk.ask(READ, { cartId: cart.id });
  expect(await late(3)).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 4, changedBy: null } });

  const { priceHash } = (await desk.ask(HASH, { cartId: cart.id })).cart;
  const order = await orderCart(phone, { id: cart.id, priceHash, total: { amount: '' } });
  await world.settle();
  expect(await late(4)).toMatchObject({ code: 'CART_ORDERED', details: { orderNumber: order.number } });
});

test('a change of a quote that comes too late is refused with who was faster, the sales representative by name of the role [CART-36]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { createQuote: quote } = await bea.ask('mutation { createQuote(lines: [{ sku: "MUG-RED" }]) { id version } }');
  await bea.ask('mutation ($id: ID!) { requestQuote(quoteId: $id) { id } }', { id: quote.id });
  const { assignQuote } = await sam.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { version salesRep { id } } }', { id: quote.id });
  const EDIT = 'mutation ($id: ID!, $version: Int) { requestQuote(quoteId: $id, expectedVersion: $version) { id } }';
  const refusal = await bea.refused(EDIT, { id: quote.id, version: assignQuote.version - 1 });
  expect(refusal).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: assignQuote.version, changedBy: { id: assignQuote.salesRep.id, relation: 'rep' } } });
  expect(refusal.message).toContain('The sales representative has changed');
});

test('an order on top of what is no longer there is refused, also when the change was one\'s own [CART-37]', async () => {
  await using world = await startWorld();
  const [desk, phone] = [await world.as('bea'), await world.as('bea')];
  const { addCartLines: cart } = await desk.ask(ADD, { lines: MUG });
  const { priceHash } = (await desk.ask(HASH, { cartId: cart.id })).cart;
  await phone.ask(UPDATE, { cartId: cart.id, lines: [{ lineId: cart.lines[0].id, quantity: 2 }] });
  expect((await desk.refused(PLACE, { input: { cartId: cart.id, priceHash, idempotencyKey: 'stale' } })).code).toBe('PRICE_CHANGED');
  expect((await desk.ask(ACTIVE)).activeCart).toMatchObject({ status: 'ACTIVE', lines: [{ quantity: '2' }] });
});

test.each(['QUOTED', 'ORDERED', 'TRANSFERRED', 'EXPIRED', 'DELETED'])('an active cart that turns out to be %s is active no longer: the next add makes another [CART-38]', async (status) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  await alterCarts(world, 'update cart set status = ? where id = ?', [status, cart.id]);
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
  const { addCartLines: next } = await bea.ask(ADD, { lines: [{ sku: 'BAG-JUTE' }] });
  expect(next.id).not.toBe(cart.id);
  expect(skusOf(next)).toEqual(['BAG-JUTE']);
});

test('a saved cart can be fetched at any time by its owner; by nobody who has not signed in, and by no guest [CART-08]', async () => {
  await using world = await startWorld();
  const [bea, guest, nobody] = [await world.as('bea'), await world.as('guest'), await world.as('nobody')];
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  const { saveCart: saved } = await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' });
  await bea.ask(ADD, { lines: [{ sku: 'BAG-JUTE' }] });
  expect((await (await world.as('bea')).ask(READ, { cartId: cart.id })).cart).toEqual(saved);
  expect((await nobody.refused(READ, { cartId: cart.id })).code).toBe('UNAUTHENTICATED');
  expect((await guest.refused(READ, { cartId: cart.id })).code).toBe('NOT_FOUND');
});

test('an active cart whose row is gone is forgotten, on the next look or by the house, and so is whom it was shared with [CART-42]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_SHARING: 'true' } });
  const [bea, cat, gus] = [await world.as('bea'), await world.as('cat'), await world.as('gus')];
  const ids = new Map<Session, string>();
  for (const person of [bea, cat, gus]) ids.set(person, (await person.ask(ADD, { lines: MUG })).addCartLines.id);
  await bea.ask(SHARE, { id: ids.get(bea) });
  for (const person of [bea, cat]) await alterCarts(world, 'delete from cart where id = ?', [ids.get(person)]);
  const members = async (): Promise<unknown> => world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection().execute('select cart_id as cartId from cart_member');
  expect(await members()).toEqual([{ cartId: ids.get(bea) }]);
  const pointers = async (): Promise<number> => {
    const rows = await world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection().execute('select cart_id from active_cart');
    return (rows as unknown[]).length;
  };
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
  expect(await pointers()).toBe(2);
  await keepCartsHouse(world);
  expect(await pointers()).toBe(1);
  expect(await members()).toEqual([]);
  expect((await gus.ask(ACTIVE)).activeCart.id).toBe(ids.get(gus));
});

test.each(['GUEST', 'EXPRESS', 'INSTALLED_BASE', 'PUNCHOUT'])('a cart that came from %s is never made the active cart [CART-13]', async (source) => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: cart.id, name: 'Kitchen' });
  await alterCarts(world, 'update cart set source = ? where id = ?', [source, cart.id]);
  expect((await bea.refused(ACTIVATE, { cartId: cart.id })).code).toBe('OPERATION_DISABLED');
  expect((await bea.refused(ADD, { cartId: cart.id, lines: MUG })).code).toBe('CART_NOT_ACTIVE');
  expect((await bea.ask(ACTIVE)).activeCart).toBeNull();
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { source status } }', { id: cart.id })).cart).toEqual({ source, status: 'SAVED' });
});
