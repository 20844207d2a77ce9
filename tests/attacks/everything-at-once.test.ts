import { expect, test } from 'vitest';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { CartsContext } from '../../subgraphs/carts/context.ts';
import { editCart } from '../../subgraphs/carts/use-cases/edit-cart.ts';
import { markStale } from '../../subgraphs/carts/use-cases/mark-stale.ts';
import { createDice } from '../support/dice.ts';
import { keepCartsHouse } from '../support/cart-rows.ts';
import type { Session } from '../support/session.ts';
import type { World } from '../support/world.ts';
import { ACTIVATE, ADD, CHANGE, FINISH, memberOf, SAVE, SHARE, shareNew, startSharing, STOP, type SharedCart } from '../stories/sharing/sharing.ts';

const DELETE = 'mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id } }';
const COPY = 'mutation ($cartId: ID!) { duplicateCart(cartId: $cartId, name: "Copy") { id } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number total { amount } } } }';
const EXPECTED = new Set(['NOT_FOUND', 'CART_NOT_ACTIVE', 'CART_ORDERED', 'CART_DELETED', 'CART_IS_QUOTE', 'INVALID_STATE', 'FORBIDDEN', 'PRICE_CHANGED', 'CART_EMPTY', 'BAD_USER_INPUT', 'CONFLICT', 'STALE_VERSION', 'IDEMPOTENCY_KEY_REUSED']);

const rows = (world: World, sql: string): Promise<Record<string, unknown>[]> => world.embedded.subgraphs.get('carts')?.db.orm.em.getConnection().execute(sql) ?? Promise.resolve([]);

test('three people do everything to shared carts at once: nothing fails inside, sums are those of the lines, each cart ends once', async () => {
  await using world = await startSharing();
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const dice = createDice();
  const pick = <T>(all: readonly T[]): T => all[dice.between(0, all.length - 1)] as T;
  const members = [{ email: 'ann@acme.example', role: 'ADMINISTRATOR' }, { email: 'ben@acme.example', role: 'PARTICIPANT' }];
  const carts: SharedCart[] = [];
  for (const owner of [bea, bea, bea, ann, ann, bea]) carts.push(await shareNew(owner, owner === bea ? members : [{ email: 'bea@acme.example', role: 'ADMINISTRATOR' }, { email: 'ben@acme.example', role: 'PARTICIPANT' }]));
  const benIn = (cartId: string): string => memberOf(carts.find(({ id }) => id === cartId) as SharedCart, 'ben@acme.example').id;
  const refused = new Map<string, number>();
  /** The cart of each order: the same order may be told twice. */
  const orders = new Map<string, string>();
  const did = async (session: Session, query: string, variables: Record<string, unknown>): Promise<void> => {
    const { data, errors } = await session.answer(query, variables);
    const code = String(errors?.[0]?.extensions?.code ?? 'OK');
    refused.set(code, (refused.get(code) ?? 0) + 1);
    if (!EXPECTED.has(code) && code !== 'OK') throw new Error(`seed ${dice.seed}: ${code} ${query} ${JSON.stringify(errors)}`);
    if (data?.placeOrder) orders.set((data.placeOrder as { id: string }).id, String(variables.cartId));
  };
  const order = async (session: Session, cartId: string): Promise<void> => {
    const { data } = await session.answer('query ($cartId: ID!) { cart(id: $cartId) { priceHash } }', { cartId });
    const priceHash = (data?.cart as { priceHash: string } | null)?.priceHash;
    if (priceHash) await did(session, PLACE, { cartId, input: { cartId, priceHash, idempotencyKey: String(dice.between(0, 5)) } });
  };
  const ways: ((session: Session, cartId: string) => Promise<void>)[] = [
    ...[1, 2, 3].map(() => (session: Session, cartId: string) => did(session, ADD, { cartId, sku: pick(['MUG-RED', 'TAPE-5M', 'SOAP-LAV']), quantity: '1' })),
    (session) => did(session, ADD, { sku: 'MUG-RED', quantity: '1' }),
    (session, cartId) => did(session, ACTIVATE, { cartId }),
    (session, cartId) => did(session, ACTIVATE, { cartId }),
    (session, cartId) => did(session, SAVE, { cartId, name: null }),
    (session, cartId) => did(session, SHARE, { cartId, members: [pick(members)] }),
    (session, cartId) => did(session, COPY, { cartId }),
    (session, cartId) => did(session, CHANGE, { cartId, changes: [{ memberId: benIn(cartId), role: pick(['VIEWER', 'PARTICIPANT']) }] }),
    () => keepCartsHouse(world),
  ];
  /** After these less is possible. */
  const ends: typeof ways = [
    (session, cartId) => did(session, CHANGE, { cartId, changes: [{ memberId: benIn(cartId), remove: true }] }),
    (session, cartId) => did(session, FINISH, { cartId }),
    (session, cartId) => did(session, STOP, { cartId }),
    (session, cartId) => did(session, DELETE, { cartId }),
    order,
    order,
  ];
  for (let round = 0; round < 25; round++) await Promise.all(Array.from({ length: 12 }, () => pick(dice.between(0, 19) === 0 ? ends : ways)(pick([bea, ann, ben]), pick(carts).id)));
  await Promise.all([order(bea, carts[0]?.id ?? ''), order(ann, carts[0]?.id ?? ''), did(bea, DELETE, { cartId: carts[0]?.id }), did(ann, DELETE, { cartId: carts[0]?.id })]);
  await world.settle();

  expect(refused.get('OK'), `seed ${dice.seed}`).toBeGreaterThan(30);
  expect(orders.size, `seed ${dice.seed}`).toBe(new Set(orders.values()).size);
  const sums = await rows(world, "select c.id, c.subtotal_minor as told, coalesce(sum(l.total_minor), 0) as really, c.line_count as lines, count(l.id) as there from cart c left join cart_line l on l.cart_id = c.id where c.status <> 'DELETED' group by c.id");
  expect(sums.filter(({ told, really, lines, there }) => Number(told) !== Number(really) || Number(lines) !== Number(there))).toEqual([]);
  expect(await rows(world, "select * from active_cart a left join cart c on c.id = a.cart_id where c.id is null or c.status not in ('ACTIVE', 'SAVED')")).toEqual([]);
  expect(await rows(world, "select c.id from cart c where c.status = 'ACTIVE' and not exists (select 1 from active_cart a where a.cart_id = c.id and a.user_id = c.owner_id)")).toEqual([]);
  expect(await rows(world, "select a.cart_id from active_cart a join cart c on c.id = a.cart_id where a.user_id <> c.owner_id and not exists (select 1 from cart_member m where m.cart_id = c.id and m.user_id = a.user_id and m.ended_at is null and m.role <> 'VIEWER')")).toEqual([]);
  expect(await rows(world, "select m.id from cart_member m join cart c on c.id = m.cart_id where c.status in ('DELETED', 'ORDERED') and m.ended_at is null")).toEqual([]);
  const gaps = await rows(world, "select aggregate_id, count(*) as told, max(aggregate_version) as version from outbox_message where aggregate_type = 'cart' group by aggregate_id having count(*) <> max(aggregate_version)");
  expect(gaps).toEqual([]);
}, 120_000);

test('prices that move while an edit looks them up leave the cart marked: its reader gets the new ones', async () => {
  await using world = await startSharing();
  const bea = await world.as('bea');
  const { addCartLines: { id } } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const [{ owner_id: ownerId, account_id: accountId }] = (await rows(world, `select owner_id, account_id from cart where id = '${id}'`)) as [{ owner_id: string; account_id: string }];
  const viewer = { id: ownerId, accountId, kind: 'BUYER' as const, permissions: ['VIEW_NET_PRICE'] };
  const context = world.embedded.subgraphs.get('carts')?.contextFor({ ...SYSTEM, viewer }) as CartsContext;
  let moved = 0;
  const ask: CartsContext['ask'] = async (question) => {
    const answer = await context.ask(question);
    if (moved++ === 0) await context.db.transact((tx) => markStale(tx, { skus: ['MUG-RED'] }));
    return answer as never;
  };
  await editCart({ ...context, ask }, { operation: 'x', cartId: id, cause: 'LINES_ADDED', actions: [{ addLines: [{ sku: 'MUG-RED', quantity: '1' }] }] });
  expect(moved).toBe(2);
  expect(await rows(world, `select stale from cart where id = '${id}'`)).toEqual([{ stale: 0 }]);
});
