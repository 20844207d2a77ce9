import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import type { CartsContext } from '../../../subgraphs/carts/context.ts';
import { closeCart } from '../../../subgraphs/carts/use-cases/close-cart.ts';
import { holdForQuote } from '../../../subgraphs/carts/use-cases/hold-for-quote.ts';
import { alterCarts, keepCartsHouse } from '../../support/cart-rows.ts';
import type { Data, Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';

const ADD = 'mutation ($cartId: ID, $sku: String! = "MUG-RED") { addCartLines(cartId: $cartId, lines: [{ sku: $sku }]) { id version priceHash lines { id } } }';
const CREATE = 'mutation ($cartId: ID!) { createQuote(fromCartId: $cartId) { id lines { id } } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }';
const CART = 'query ($cartId: ID!) { cart(id: $cartId) { version status lines { id } } }';

const newCart = async (person: Session, sku?: string): Promise<Data> => (await person.ask(ADD, { sku })).addCartLines;

/** The services of carts as a request of Bea's finds them. */
async function cartsOf(world: World, bea: Session): Promise<CartsContext> {
  const { viewer } = await bea.ask('{ viewer { id kind account { id } } }');
  const facts = { viewer: { id: viewer.id, kind: viewer.kind, accountId: viewer.account.id, permissions: [] }, requestId: 'half-way' };
  return world.embedded.subgraphs.get('carts')?.contextFor(facts) as CartsContext;
}

test('a cart that is ordered and made into a quote at the same moment becomes one of the two', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const became: string[] = [];
  for (let round = 0; round < 12; round++) {
    const cart = await newCart(bea);
    const order = { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: `round-${round}` } };
    const pause = new Promise((resolve) => setTimeout(resolve, round * 2));
    const [ordered, quoted] = await Promise.all([bea.answer(PLACE, order), pause.then(() => bea.answer(CREATE, { cartId: cart.id }))]);
    await world.settle();
    const { status } = (await bea.ask(CART, { cartId: cart.id })).cart;
    expect([ordered, quoted].filter(({ errors }) => !errors)).toHaveLength(1);
    expect(status).toBe(ordered.errors ? 'QUOTED' : 'ORDERED');
    became.push(status);
  }
  expect(became).toContain('ORDERED');
});

test('lines added while the quote is made are in the quote, or refused: none is lost', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  for (let round = 0; round < 5; round++) {
    const cart = await newCart(bea);
    const adds = Array.from({ length: 6 }, () => bea.answer(ADD, { cartId: cart.id, sku: 'BAG-JUTE' }));
    const { createQuote: quote } = await bea.ask(CREATE, { cartId: cart.id });
    const added = (await Promise.all(adds)).filter(({ errors }) => !errors).length;
    await world.settle();
    expect((await bea.ask(CART, { cartId: cart.id })).cart).toMatchObject({ status: 'QUOTED' });
    expect(quote.lines).toHaveLength(1 + added);
  }
});

test('a quote that cannot be priced lets go of its cart at once', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const cart = await newCart(bea, 'CARD-BDAY');
  const validUntil = new Date(Date.now() - 60_000).toISOString();
  const prices = ['1', '10', '100'].map((minQuantity) => ({ sku: 'CARD-BDAY', minQuantity, unitPrice: '1.85', validUntil }));
  await olga.ask('mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { code } }', { prices });
  expect((await bea.refused(CREATE, { cartId: cart.id })).code).toBe('PRICE_NOT_FOUND');
  expect((await bea.ask('mutation ($cartId: ID!, $id: ID!) { removeCartLines(cartId: $cartId, lineIds: [$id]) { lines { id } } }', { cartId: cart.id, id: cart.lines[0].id })).removeCartLines.lines).toEqual([]);
});

test('no quote is made of a cart that a checkout holds, or that is empty', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const cart = await newCart(bea);
  await alterCarts(world, 'update cart set checkout_id = ? where id = ?', ['a-checkout', cart.id]);
  expect((await bea.refused(CREATE, { cartId: cart.id })).code).toBe('INVALID_STATE');
  await alterCarts(world, 'update cart set checkout_id = null where id = ?', [cart.id]);
  await bea.ask('mutation ($cartId: ID!, $id: ID!) { removeCartLines(cartId: $cartId, lineIds: [$id]) { id } }', { cartId: cart.id, id: cart.lines[0].id });
  expect((await bea.refused(CREATE, { cartId: cart.id })).code).toBe('CART_EMPTY');
});

test('killed before the quote is written, the cart is free again in minutes; asked again meanwhile it becomes the quote', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const [left, again] = [await newCart(bea), await newCart(await world.as('ann'))];
  await holdForQuote(await cartsOf(world, bea), left.id);
  expect((await bea.refused(ADD, { cartId: left.id })).code).toBe('INVALID_STATE');
  clock.advance(3 * 60_000);
  await keepCartsHouse(world);
  expect((await bea.ask(ADD, { cartId: left.id })).addCartLines.lines).toHaveLength(2);

  const ann = await world.as('ann');
  await holdForQuote(await cartsOf(world, ann), again.id);
  await ann.ask(CREATE, { cartId: again.id });
  await world.settle();
  expect((await ann.ask(CART, { cartId: again.id })).cart.status).toBe('QUOTED');
});

test('a buyer who went on with a cart before it heard of its quote keeps it, with what was added', async () => {
  const clock = fakeClock(new Date());
  await using world = await startWorld({ clock });
  const bea = await world.as('bea');
  const cart = await newCart(bea);
  const carts = await cartsOf(world, bea);
  const { version } = await holdForQuote(carts, cart.id);
  clock.advance(3 * 60_000);
  await keepCartsHouse(world);
  await bea.ask(ADD, { cartId: cart.id });
  const heard = (): Promise<void> => carts.db.transact((tx) => closeCart(tx, cart.id, { command: 'quote', number: 'Q-1', quoteId: 'late', cartVersion: version }, { actorId: null, at: clock.now() }));
  await heard();
  expect((await bea.ask(CART, { cartId: cart.id })).cart).toMatchObject({ status: 'ACTIVE', lines: [{}, {}] });
});
