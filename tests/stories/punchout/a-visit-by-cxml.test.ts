import { afterAll, expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { envelope, FILL, golden, itemOut, letIn, LETS_IN, partnerInput, plain, post, purchaseOrder, RETURN, setup, start, startRefused, visit } from './procurement.ts';

const world = await startWorld({ env: LETS_IN });
afterAll(() => world[Symbol.asyncDispose]());
const [bea, gus] = [await world.as('bea'), await world.as('gus')];
const { id: partnerId, secret } = await letIn(world, bea);

test('a setup request is answered with a start page, as the cXML guide has it', async () => {
  expect(plain((await post(world, envelope(setup(), { secret }))).xml)).toBe(plain(golden('setup-response.xml')));
});

test('the start page opens once, with a cart that is nobody\'s active one [CART-13]', async () => {
  const { activeCart: before } = await bea.ask('{ activeCart { id } }');
  const { startToken } = await post(world, envelope(setup(), { secret }));
  const { visitor, session } = await start(world, startToken);
  expect(session).toMatchObject({ status: 'OPEN', operation: 'CREATE', protocol: 'CXML', partnerName: 'Acme buying', cart: { source: 'PUNCHOUT', lines: [] } });
  expect(await startRefused(world, startToken)).toBe('INVALID_STATE');
  expect(await startRefused(world, 'guessed')).toBe('NOT_FOUND');
  await visitor.ask(FILL, { cart: session.cart.id });
  expect((await bea.ask('{ activeCart { id } }')).activeCart).toEqual(before);
  for (const reprice of [null, 'NEW']) expect((await visitor.refused('mutation ($id: ID!, $reprice: Reprice) { activateCart(cartId: $id, reprice: $reprice) { id } }', { id: session.cart.id, reprice })).code).toBe('OPERATION_DISABLED');
});

test('the cart goes back as a PunchOutOrderMessage, as the cXML guide has it, in either field', async () => {
  const { visitor, session, message } = await visit(world, secret);
  expect(plain(message)).toBe(plain(golden('order-message.xml')));
  const { returnPunchOutCart: form } = await visitor.ask(RETURN, { id: session.id, encoding: 'URLENCODED' });
  expect(form).toMatchObject({ url: 'https://buy.acme.example/punchout/return?visit=7', target: null, fields: [{ name: 'cxml-urlencoded' }], session: { status: 'RETURNED' } });
  expect(plain(form.fields[0].value)).toBe(plain(golden('order-message.xml')));
  expect((await visitor.refused(RETURN, { id: session.id, version: 1 })).code).toBe('STALE_VERSION');
});

test('a visitor shops and does not order', async () => {
  const { visitor, session } = await visit(world, secret);
  const { cart } = await visitor.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: session.cart.id });
  const input = { cartId: session.cart.id, priceHash: cart.priceHash, idempotencyKey: 'no' };
  expect((await visitor.refused('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { __typename } }', { input })).code).toBe('FORBIDDEN');
});

test('a purchase order for the returned cart is an order once, however often it comes', async () => {
  const { session, lines } = await visit(world, secret);
  const order = envelope(purchaseOrder('PO-1', lines), { secret, payloadId: 'po-1@buy' });
  const first = await post(world, order);
  expect([first.code, first.text]).toEqual([200, expect.stringMatching(/^Order O-/)]);
  expect((await post(world, order)).text, 'the same message').toBe(first.text);
  expect((await post(world, envelope(purchaseOrder('PO-1', lines), { secret }))).text, 'the same order in another message').toBe(first.text);
  const { punchOutSession } = await bea.ask('query ($id: ID!) { punchOutSession(id: $id) { status order { number total { amount } purchaseOrderNumber placedBy { name } } } }', { id: session.id });
  expect(punchOutSession).toMatchObject({ status: 'ORDERED', order: { number: first.text.replace('Order ', ''), total: { amount: '79.94' }, purchaseOrderNumber: 'PO-1', placedBy: { name: 'Bea' } } });
  expect((await post(world, envelope(purchaseOrder('PO-2', lines), { secret }))).code, 'the cart was ordered').toBe(409);
  expect((await post(world, envelope(purchaseOrder('PO-3', lines), { secret, payloadId: 'po-1@buy' }))).code, 'its payloadID is used up').toBe(409);
});

test('a purchase order that is not the returned cart is refused with what differs', async () => {
  const { lines, visitor, session } = await visit(world, secret);
  const [mug, cable, screw] = lines.map((line) => ({ ...line }));
  if (!mug || !cable || !screw) throw new Error('three lines were returned');
  const ordered = [{ ...mug, price: '5.00' }, { ...cable, quantity: '3' }];
  const { code, text } = await post(world, envelope(purchaseOrder('PO-10', ordered), { secret }));
  expect(code).toBe(417);
  for (const difference of ['MUG-RED: unit price 5 instead of 6.25 GBP', 'CABLE-2.5: quantity 3 instead of 2.5', 'SCREW-M4: was in the returned cart and is not ordered']) expect(text).toContain(difference);
  expect((await post(world, envelope(purchaseOrder('PO-11', [{ ...mug, auxiliaryId: 'elsewhere' }]), { secret }))).code).toBe(412);
  expect((await post(world, envelope(purchaseOrder('PO-12', lines, 'update'), { secret }))).code).toBe(450);
  await visitor.ask('mutation ($cart: ID!) { addCartLines(cartId: $cart, lines: [{ sku: "MUG-BLUE" }]) { id } }', { cart: session.cart.id });
  expect((await post(world, envelope(purchaseOrder('PO-13', lines), { secret }))).code, 'the cart changed after it was returned').toBe(417);
});

test('an edit brings the items back, and an inspection returns nothing', async () => {
  const { lines } = await visit(world, secret);
  const items = lines.map(itemOut).join('').replaceAll('<UnitOfMeasure>EA</UnitOfMeasure>', '');
  const edited = await start(world, (await post(world, envelope(setup({ operation: 'edit', items }), { secret }))).startToken);
  expect(edited.session).toMatchObject({ operation: 'EDIT', cart: { lines: [{ quantity: '12', product: { sku: 'MUG-RED' } }, { quantity: '2.5', product: { sku: 'CABLE-2.5' } }, { quantity: '25', product: { sku: 'SCREW-M4' } }] } });
  const inspected = await start(world, (await post(world, envelope(setup({ operation: 'inspect', items }), { secret }))).startToken);
  expect((await inspected.visitor.refused(RETURN, { id: inspected.session.id })).code).toBe('INVALID_STATE');
  const gone = await post(world, envelope(setup({ operation: 'edit', items: itemOut({ sku: 'GONE', auxiliaryId: 'x', quantity: '1', price: '1' }) }), { secret }));
  expect([gone.code, gone.text]).toEqual([406, expect.stringContaining('UNKNOWN_SKU')]);
});

test('wrong secrets and unknown identities are told alike, and a message counts once', async () => {
  const wrong = await post(world, envelope(setup(), { secret: 'wrong' }));
  expect(plain(wrong.xml)).toBe(plain(golden('wrong-secret-response.xml')));
  const unknown = await post(world, envelope(setup(), { secret, identity: 'nobody' }));
  expect(plain(unknown.xml)).toBe(plain(wrong.xml));
  expect((await post(world, envelope(setup(), { secret, payloadId: 'twice' }))).code).toBe(200);
  expect((await post(world, envelope(setup(), { secret, payloadId: 'twice' }))).code).toBe(409);
});

test('carts go back to listed addresses only', async () => {
  for (const url of ['https://evil.example/punchout', 'https://buy.acme.example/other', 'http://buy.acme.example/punchout', 'https://buy.acme.example.evil.example/punchout', 'https://me:pw@buy.acme.example/punchout', 'javascript:alert(1)', 'https://buy.acme.example/punchout/../other']) {
    expect([url, (await post(world, envelope(setup({ url }), { secret }))).code]).toEqual([url, 403]);
  }
});

test('a session is its account\'s alone, and administrators alone let partners in', async () => {
  const { session } = await visit(world, secret);
  const read = 'query ($id: ID!) { punchOutSession(id: $id) { id } }';
  expect((await gus.refused(read, { id: session.id })).code).toBe('NOT_FOUND');
  expect((await gus.refused(RETURN, { id: session.id })).code).toBe('NOT_FOUND');
  expect((await bea.refused('{ punchOutPartners { id } }')).code).toBe('FORBIDDEN');
  const olga = await world.as('olga');
  const create = 'mutation ($input: PunchOutPartnerInput!) { createPunchOutPartner(input: $input) { secret } }';
  expect((await bea.refused(create, await partnerInput(bea))).code).toBe('FORBIDDEN');
  expect((await olga.refused(create, await partnerInput(bea))).code, 'the identity is taken').toBe('BAD_USER_INPUT');
  expect((await olga.refused(create, await partnerInput(bea, { identity: 'other', returnUrls: ['http://buy.acme.example'] }))).code).toBe('BAD_USER_INPUT');
  expect((await olga.refused(create, await partnerInput(await world.as('cat'), { identity: 'other' }))).code, 'no business buyer').toBe('BAD_USER_INPUT');
  const strangers = await letIn(world, gus, { identity: 'globex' });
  const { lines } = await visit(world, secret);
  expect((await post(world, envelope(purchaseOrder('PO-20', lines), { secret: strangers.secret, identity: 'globex' }))).code, 'another partner\'s cart').toBe(412);
});

test('a partner is shut out, and a new secret takes the place of the old', async () => {
  const olga = await world.as('olga');
  const set = (active: boolean): Promise<unknown> => olga.ask('mutation ($id: ID!, $active: Boolean) { updatePunchOutPartner(id: $id, input: { active: $active }) { active } }', { id: partnerId, active });
  await set(false);
  expect((await post(world, envelope(setup(), { secret }))).code).toBe(403);
  await set(true);
  const { rotatePunchOutSecret: next } = await olga.ask('mutation ($id: ID!) { rotatePunchOutSecret(id: $id) { secret } }', { id: partnerId });
  expect((await post(world, envelope(setup(), { secret }))).code).toBe(401);
  expect((await post(world, envelope(setup(), { secret: next.secret }))).code).toBe(200);
});
