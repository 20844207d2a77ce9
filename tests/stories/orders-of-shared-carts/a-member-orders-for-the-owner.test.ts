import { expect, test } from 'vitest';
import { EMAILS, shareNew, startSharing } from '../sharing/sharing.ts';
import { place, placeRefused, sharedInPrivate } from './shared-orders.ts';

test('an administrator of a business cart orders it: sold to the organisation and the person who owns it [SHARE-29]', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'ADMINISTRATOR' }]);
  const order = await place(ann, cart.id);
  expect(order).toMatchObject({ soldTo: { name: 'Acme' }, contact: { name: 'Bea' }, placedBy: { name: 'Ann' } });
  expect((await bea.ask('query ($id: ID!) { order(id: $id) { id contact { name } placedBy { name } } }', { id: order.id })).order).toEqual({ id: order.id, contact: { name: 'Bea' }, placedBy: { name: 'Ann' } });
});

test('viewers and participants do not order a shared cart, whatever they may otherwise [SHARE-04]', async () => {
  await using world = await startSharing();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  for (const role of ['VIEWER', 'PARTICIPANT']) {
    const cart = await shareNew(bea, [{ email: EMAILS.ann, role }]);
    expect((await placeRefused(ann, cart.id)).code).toBe('FORBIDDEN');
  }
  expect((await bea.ask('{ orders { nodes { id } } }')).orders.nodes).toEqual([]);
});

test('a private member orders at the prices of the owner, and the order is the owner\'s [SHARE-29, SHARE-30]', async () => {
  await using world = await startSharing();
  const [cat, olga] = [await world.as('cat'), await world.as('olga')];
  const { viewer } = await cat.ask('{ viewer { account { id } } }');
  await olga.ask(
    'mutation ($account: String!) { upsertPrices(priceList: "cats", prices: [{ sku: "MUG-RED", unitPrice: "1.11" }]) { version } setSitePricing(input: { mode: BEST_PRICE, priceList: "default" }) { version } assignPriceList(priceList: "cats", audienceKind: ACCOUNT, audience: $account) { version } }',
    { account: viewer.account.id },
  );
  await world.settle();
  const { cart, dan } = await sharedInPrivate(world, cat);
  const order = await place(dan, cart.id);
  expect(order).toMatchObject({ soldTo: { name: 'Cat at home' }, contact: { name: 'Cat' }, placedBy: { name: 'Dan' }, lines: [{ unitPrice: { amount: '1.11' } }], total: { amount: '2.22' } });
});

test('the agreement of a shared cart is that of the organisation it is sold to, and is looked at again when a member orders [CART-70]', async () => {
  await using world = await startSharing();
  const [bea, ann, gus, olga] = [await world.as('bea'), await world.as('ann'), await world.as('gus'), await world.as('olga')];
  const accountOf = async (person: typeof bea): Promise<string> => (await person.ask('{ viewer { account { id } } }')).viewer.account.id;
  const agree = async (accountId: string): Promise<unknown> =>
    olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame', percentOff: '20', accountIds: [accountId], paymentTerm: 'NET60' } });
  const agreed = async (): Promise<{ id: string; priceHash: string }> => {
    const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
    const { setPricingAgreement } = await bea.ask('mutation ($id: ID!) { setPricingAgreement(cartId: $id, agreementId: "frame") { id priceHash } }', { id: cart.id });
    await bea.ask('mutation ($id: ID!, $email: String!) { shareCart(cartId: $id, name: "Frame", members: [{ email: $email, role: ADMINISTRATOR }]) { id } saveCart(cartId: $id) { id } }', { id: cart.id, email: EMAILS.ann });
    return setPricingAgreement;
  };
  await agree(await accountOf(bea));
  const order = await place(ann, (await agreed()).id);
  expect(order).toMatchObject({ soldTo: { name: 'Acme' }, total: { amount: '5.56' }, paymentTerm: 'NET60' });

  const { id: cartId, priceHash } = await agreed();
  await agree(await accountOf(gus)); // no longer an agreement of Acme's
  const input = { cartId, priceHash, idempotencyKey: 'late' };
  const refusal = await ann.refused('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input });
  expect(refusal).toMatchObject({ code: 'PRICE_CHANGED', details: { total: { amount: '6.95' } } });
});
