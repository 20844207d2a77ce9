import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { ship } from '../fulfilment/fulfilment.ts';
import { fillCart, orderCart } from '../orders/shopping.ts';
import { draft, move } from '../quotes/negotiation.ts';
import { agreedReturn } from '../returns/back-office.ts';
import { entriesOf, FOLLOW, RECORDED } from './timeline.ts';

const causes = (entries: readonly { cause: string }[]): string[] => entries.map(({ cause }) => cause);

test('a deal is followed from its cart into its order, a frame an entry, and resumed without a gap', async () => {
  await using world = await startWorld({ env: RECORDED });
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  await world.settle();
  const watch = await bea.watch(FOLLOW, { about: { cartId: cart.id } });
  const { timelineChanged: first } = await watch.next();
  expect(first).toMatchObject({ kind: 'SNAPSHOT', fromPosition: 0, position: 1, entries: [{ position: 1, kind: 'CART', cause: 'LINES_ADDED' }] });
  await orderCart(bea, cart);
  const frames = (await watch.until(({ timelineChanged }) => causes(timelineChanged.entries).includes('ORDERED'))).map(({ timelineChanged }) => timelineChanged);
  let seen = 1;
  for (const frame of frames) {
    expect([frame.kind, frame.fromPosition]).toEqual(['CHANGE', seen]);
    expect(frame.entries.map(({ position }: { position: number }) => position)).toEqual(Array.from({ length: frame.position - seen }, (_, i) => seen + 1 + i));
    seen = frame.position;
  }
  expect(frames.flatMap(({ entries }) => causes(entries))).toContain('ORDER_PLACED');
  await watch.close();

  const again = await bea.watch(FOLLOW, { about: { cartId: cart.id }, dealId: first.dealId, afterPosition: 1 });
  const missed = (await again.until(({ timelineChanged }) => timelineChanged.position >= seen)).map(({ timelineChanged }) => timelineChanged);
  expect(missed.every(({ kind }) => kind === 'CHANGE')).toBe(true);
  expect(missed.flatMap(({ entries }) => entries)).toEqual((await entriesOf(bea, { cartId: cart.id })).slice(1, seen).map(({ position, kind, cause }) => ({ position, kind, cause })));
  await again.close();
});

test('whose deal becomes part of another is told to forget what they had, and goes on there', async () => {
  await using world = await startWorld({ env: RECORDED });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const orders = [];
  for (const sku of ['MUG-RED', 'MUG-BLUE']) orders.push(await orderCart(bea, await fillCart(bea, [{ sku, quantity: '2' }])));
  const [one, two] = orders;
  await world.settle();
  const watch = await bea.watch(FOLLOW, { about: { orderId: two?.id } });
  const { timelineChanged: first } = await watch.next();
  const elder = await bea.watch(FOLLOW, { about: { orderId: one?.id } });
  const { timelineChanged: elders } = await elder.next();
  await ship(olga, orders.map(({ lines }) => ({ orderLineId: lines[0]?.id ?? '', quantity: '2' })));
  await agreedReturn(bea, olga, orders.map(({ lines }) => ({ orderLineId: lines[0]?.id, quantity: '1' })));
  const reset = (await watch.until(({ timelineChanged }) => timelineChanged.kind === 'RESET')).at(-1)?.timelineChanged;
  expect(reset.dealId).toBe(elders.dealId);
  expect(reset.entries).toHaveLength(reset.position);
  const onwards = await elder.until(({ timelineChanged }) => timelineChanged.position >= reset.position);
  let seen = elders.position;
  for (const { timelineChanged } of onwards) {
    expect([timelineChanged.kind, timelineChanged.dealId, timelineChanged.fromPosition]).toEqual(['CHANGE', elders.dealId, seen]);
    seen = timelineChanged.position;
  }
  await bea.ask('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }', { line: two?.lines[0]?.id });
  const late = await bea.watch(FOLLOW, { about: { orderId: two?.id }, dealId: first.dealId, afterPosition: first.position });
  expect((await late.next()).timelineChanged).toMatchObject({ kind: 'RESET', dealId: elders.dealId });
});

test('who loses sight of it gets a last frame; strangers and half a position get none', async () => {
  await using world = await startWorld({ env: RECORDED });
  const [bea, sam, gus] = [await world.as('bea'), await world.as('sam'), await world.as('gus')];
  const { id: quoteId } = await draft(bea);
  await move(bea, 'request', quoteId);
  await world.settle();
  const watch = await sam.watch(FOLLOW, { about: { quoteId } });
  expect(causes((await watch.next()).timelineChanged.entries)).toEqual(['REQUEST_QUOTE']);
  await move(bea, 'edit', quoteId);
  expect((await watch.raw())?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  expect(await watch.raw()).toBeUndefined();
  expect((await (await gus.watch(FOLLOW, { about: { quoteId } })).raw())?.errors?.[0]?.extensions?.code).toBe('NOT_FOUND');
  expect((await (await bea.watch(FOLLOW, { about: { quoteId }, afterPosition: 1 })).raw())?.errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
});
