import { expect, test } from 'vitest';
import { sessionWith, type Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { addMugs, applyCode, CART, placeOrder, promote } from './cart-prices.ts';

const PRICE = 'mutation ($sku: String!, $price: Decimal!) { upsertPrices(priceList: "default", prices: [{ sku: $sku, unitPrice: $price }]) { version } }';
const ADD = `mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { ${CART} } }`;
const ACT = `mutation ($cart: ID!, $actions: [CartAction!]!) { updateCart(cartId: $cart, actions: $actions) { ${CART} } }`;
const READ = `query ($id: ID!) { cart(id: $id) { ${CART} } }`;
const UPDATE = 'mutation ($cart: ID!, $line: ID!, $quantity: Decimal!) { updateCartLines(cartId: $cart, lines: [{ lineId: $line, quantity: $quantity }]) { total { amount } } }';

test('an add, a quantity, a removal, a way to ship and who pays: each prices the whole cart anew, lines it does not touch too [CART-62]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  await olga.ask('mutation ($methods: [ShippingMethodInput!]!) { upsertShippingMethods(methods: $methods) { code } }', { methods: [{ code: 'VAN', name: 'By van', currency: 'GBP', flat: '4.90' }] });
  const { viewer } = await bea.ask('{ viewer { account { addresses { id } } } }');
  const { addCartLines: cart } = await bea.ask(ADD, { lines: [{ sku: 'MUG-RED' }, { sku: 'BAG-JUTE' }, { sku: 'PLATE-27' }] });
  const [, bag, plate] = cart.lines;
  const changes = [{ addLines: [{ sku: 'BOWL-16' }] }, { updateLines: [{ lineId: bag.id, quantity: '2' }] }, { removeLines: [plate.id] }, { setShippingMethod: { shippingMethod: 'VAN' } }, { setBillTo: { addressId: viewer.account.addresses[0].id } }];
  for (const [i, change] of changes.entries()) {
    const price = `${7 + i}.25`;
    await olga.ask(PRICE, { sku: 'MUG-RED', price });
    const { updateCart: after } = await bea.ask(ACT, { cart: cart.id, actions: [change] });
    expect([Object.keys(change), after.lines[0].unitPrice.amount]).toEqual([Object.keys(change), price]);
    expect(Number(after.subtotal.amount)).toBeCloseTo(after.lines.reduce((sum: number, { total }: { total: { amount: string } }) => sum + Number(total.amount), 0), 2);
  }
});

test('at the best price a signed-in buyer has the cheapest list that is open to them, a guest that of the site [CART-64]', async () => {
  await using world = await startWorld();
  const [bea, gus, cat, guest, olga] = [await world.as('bea'), await world.as('gus'), await world.as('cat'), await world.as('guest'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  await olga.ask('mutation { upsertPrices(priceList: "club", prices: [{ sku: "MUG-RED", unitPrice: "5" }]) { version } setSitePricing(input: { mode: BEST_PRICE, priceList: "default" }) { mode } }');
  await olga.ask('mutation ($account: String!) { assignPriceList(priceList: "club", audienceKind: ACCOUNT, audience: $account) { version } }', { account: viewer.account.id });
  const paid = await Promise.all([bea, gus, cat, guest].map(async (buyer) => (await addMugs(buyer, 1)).lines[0].unitPrice.amount));
  expect(paid).toEqual(['5.00', '6.95', '6.95', '6.95']);
});

test('at the best price a cart with an item that is on no list any more takes no change but its removal; with the list of the site it does, and names the line [CART-63, CART-64]', async () => {
  for (const mode of ['BEST_PRICE', 'SITE_LIST']) {
    await using world = await startWorld();
    const [bea, guest, olga] = [await world.as('bea'), await world.as('guest'), await world.as('olga')];
    await olga.ask(`mutation { setSitePricing(input: { mode: ${mode}, priceList: "default" }) { mode } }`);
    const add = async (buyer: typeof bea) => (await buyer.ask(ADD, { lines: [{ sku: 'CARD-BDAY' }, { sku: 'MUG-RED' }] })).addCartLines;
    const [cart, guests] = [await add(bea), await add(guest)];
    const validUntil = new Date(Date.now() - 60_000).toISOString();
    const prices = ['1', '10', '100'].map((minQuantity) => ({ sku: 'CARD-BDAY', minQuantity, unitPrice: '1.85', validUntil }));
    await olga.ask('mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { version } }', { prices });
    const [card, mug] = cart.lines;

    const another = { cart: cart.id, line: mug.id, quantity: '2' };
    if (mode === 'BEST_PRICE') expect(await bea.refused(UPDATE, another)).toMatchObject({ code: 'PRICE_NOT_FOUND', details: { sku: 'CARD-BDAY', lineId: card.id } });
    else expect((await bea.ask(UPDATE, another)).updateCartLines.total.amount).toBe('15.75');
    expect((await bea.ask(READ, { id: cart.id })).cart.problems).toEqual([{ code: 'PRICE_NOT_FOUND', lineId: card.id }]);
    expect((await guest.ask(UPDATE, { cart: guests.id, line: guests.lines[1].id, quantity: '2' })).updateCartLines.total.amount).toBe('15.75');

    const { updateCart: mended } = await bea.ask(ACT, { cart: cart.id, actions: [{ removeLines: [card.id] }, { updateLines: [{ lineId: mug.id, quantity: '3' }] }] });
    expect(mended).toMatchObject({ total: { amount: '20.85' }, problems: [] });
  }
});

test('an add that is refused names every line that is wrong, not the first alone [CART-64]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { id } = await addMugs(bea, 1);
  const lines = [{ sku: 'VASE-NEW' }, { sku: 'MUG-RED' }, { sku: 'NO-SUCH' }, { sku: 'HAMPER-XL', quantity: '0.5' }];
  const wrong = [{ sku: 'VASE-NEW', code: 'PRICE_NOT_FOUND' }, { sku: 'NO-SUCH', code: 'UNKNOWN_SKU' }, { sku: 'HAMPER-XL', code: 'QUANTITY_INDIVISIBLE' }];
  expect(await bea.refused(ADD, { lines })).toMatchObject({ code: 'PRICE_NOT_FOUND', details: { sku: 'VASE-NEW', lines: wrong } });
  expect(await bea.refused(ACT, { cart: id, actions: [{ setNote: { note: 'x' } }, { addLines: lines }] })).toMatchObject({ code: 'PRICE_NOT_FOUND', details: { action: 1, lines: wrong } });
  expect((await bea.ask(READ, { id })).cart.lines).toHaveLength(1);
});

test('a code is for consumers and business buyers where codes are on, and for nobody where they are off [CART-71]', async () => {
  await using on = await startWorld();
  await using off = await startWorld({ env: { CARTWRIGHT_CARTS_PROMOTION_CODES: 'false' } });
  for (const world of [on, off]) await promote(await world.as('olga'), { id: 'ten', name: 'Ten off', code: 'TEN', level: 'CART', kind: 'PERCENT', percentOff: '10' });
  for (const person of ['bea', 'cat'] as const) {
    const [lucky, unlucky] = [await on.as(person), await off.as(person)];
    expect((await lucky.ask(applyCode, { cart: (await addMugs(lucky, 1)).id, code: 'TEN' })).applyPromotionCode.discountTotal.amount).toBe('0.70');
    expect(await unlucky.refused(applyCode, { cart: (await addMugs(unlucky, 1)).id, code: 'TEN' })).toMatchObject({ code: 'OPERATION_DISABLED' });
  }
});

test('an agreement the account has lost no longer counts at the checkout, whoever else has it [CART-70]', async () => {
  await using world = await startWorld();
  const [bea, gus, olga] = [await world.as('bea'), await world.as('gus'), await world.as('olga')];
  const accountOf = async (buyer: typeof bea): Promise<string> => (await buyer.ask('{ viewer { account { id } } }')).viewer.account.id;
  const grant = async (account: string) => olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame contract', percentOff: '20', paymentTerm: 'NET60', accountIds: [account] } });
  await grant(await accountOf(bea));
  const { id } = await addMugs(bea, 1);
  const { setPricingAgreement: agreed } = await bea.ask(`mutation ($cart: ID!) { setPricingAgreement(cartId: $cart, agreementId: "frame") { ${CART} } }`, { cart: id });
  expect(agreed).toMatchObject({ total: { amount: '5.56' }, paymentTerm: 'NET60' });

  await grant(await accountOf(gus));
  const input = { cartId: id, priceHash: agreed.priceHash, idempotencyKey: 'one' };
  expect(await bea.refused(placeOrder, { input })).toMatchObject({ code: 'PRICE_CHANGED' });
  const { cart: now } = await bea.ask(READ, { id });
  expect(now).toMatchObject({ total: { amount: '6.95' }, paymentTerm: null });
  expect((await bea.ask(placeOrder, { input: { ...input, priceHash: now.priceHash, idempotencyKey: 'two' } })).placeOrder.total.amount).toBe('6.95');
});

test('agreements are for business buyers who may use them and see net prices: either right alone will not do [CART-66]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { id account { id } } }');
  await olga.ask('mutation ($input: AgreementInput!) { upsertAgreement(input: $input) { id } }', { input: { id: 'frame', name: 'Frame contract', percentOff: '20', accountIds: [viewer.account.id] } });
  const { id } = await addMugs(bea, 1);
  const set = `mutation ($cart: ID!) { setPricingAgreement(cartId: $cart, agreementId: "frame") { ${CART} } }`;
  const withRights = async (permissions: readonly string[]): Promise<Session> => {
    const { token } = await world.embedded.issuer.issue({ id: viewer.id, kind: 'BUYER', accountId: viewer.account.id, permissions }, 600, new Date());
    return sessionWith(world.url, token);
  };
  for (const right of ['USE_PRICING_AGREEMENT', 'VIEW_NET_PRICE']) expect(await (await withRights([right])).refused(set, { cart: id })).toMatchObject({ code: 'FORBIDDEN' });
  const both = await withRights(['USE_PRICING_AGREEMENT', 'VIEW_NET_PRICE']);
  expect((await both.ask(set, { cart: id })).setPricingAgreement.total.amount).toBe('5.56');
});
