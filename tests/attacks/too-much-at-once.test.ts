import { expect, test } from 'vitest';
import { startWorld } from '../support/world.ts';
import { add, update, UPDATE_CART } from '../stories/carts/content.ts';
import { RESOLVE, PARSE, startEntryWorld } from '../stories/direct-entry/entry.ts';
import { shareNew, startSharing, SHARE, TELL, privatePerson, memberOf, RETRIEVE } from '../stories/sharing/sharing.ts';

const LONG = 'x'.repeat(100_000);
const CONTROL = 'a\u0000b\u001b[31m\r\nBcc: all@example.com\u0085c\u2028d\u202Ee';

test('as much as can be asked for is one quantity, however often it is added', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_MERGE_LINES: 'true' } });
  const bea = await world.as('bea');
  const { id } = await add(bea, { sku: 'SOAP-LAV', quantity: '600000000' });
  const refusal = await bea.refused('mutation { addCartLines(lines: [{ sku: "SOAP-LAV", quantity: 600000000 }]) { lines { quantity } } }');
  expect(refusal.code).toBe('QUANTITY_INVALID');
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { lines { quantity } } }', { id })).cart.lines).toEqual([{ quantity: '600000000' }]);
});

test('a total too large to be told exactly is refused, and the cart stays as it was', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { id } = await add(bea, { sku: 'LANTERN-L' });
  const many = Array.from({ length: 900 }, () => ({ sku: 'LANTERN-L', quantity: '1000000000' }));
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(await bea.answer('mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id } }', { lines: many }));
  const codes = answers.map(({ errors }) => errors?.[0]?.extensions?.code ?? 'OK');
  expect(codes.filter((code) => code === 'INTERNAL')).toEqual([]);
  const { cart } = await bea.ask('query ($id: ID!) { cart(id: $id) { total { amount } lines { total { amount } } } }', { id });
  const cents = (text: string): bigint => BigInt(text.replace('.', ''));
  expect(cents(cart.total.amount)).toBe(cart.lines.reduce((sum: bigint, line: { total: { amount: string } }) => sum + cents(line.total.amount), 0n));
}, 60_000);

test('a cart holds two thousand lines and takes a hundred actions at once, by whatever way they come', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' } });
  const bea = await world.as('bea');
  const { id, lines: [line] } = await add(bea, { sku: 'SOAP-LAV', quantity: '5000' });
  const parts = (count: number) => [...Array.from({ length: count - 1 }, () => '1'), String(5_001 - count)];
  const split = (count: number) => ({ splitLine: { lineId: line.id, quantities: parts(count) } });
  expect((await bea.refused(UPDATE_CART, { cartId: id, actions: [split(2_001)] })).code).toBe('BAD_USER_INPUT');
  expect((await bea.refused(UPDATE_CART, { cartId: id, actions: Array.from({ length: 101 }, () => ({ setNote: { note: 'x' } })) })).code).toBe('BAD_USER_INPUT');
  expect((await update(bea, id, split(1_999), { addLines: [{ sku: 'MUG-RED' }] })).lines.length).toBe(2_000);
  expect((await bea.refused(UPDATE_CART, { cartId: id, actions: [{ addLines: [{ sku: 'MUG-RED' }] }] })).code).toBe('BAD_USER_INPUT');
}, 60_000);

test('texts that are too long or hold control characters are refused or kept harmless, and never fail inside', async () => {
  await using world = await startEntryWorld({ CARTWRIGHT_CARTS_SHOPPING_LISTS: 'true', CARTWRIGHT_CARTS_EXTRA_FIELDS: '[{"name":"dept","level":"cart","type":"text","label":"Dept"}]' });
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { id } = await add(bea, { sku: 'MUG-RED' });
  for (const text of [LONG, CONTROL, '\uD800', '\u0000', '__proto__']) {
    const ways = [
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ setNote: { note: text } }] }),
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ setFields: [{ name: 'dept', value: text }] }] }),
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ setFields: [{ name: text, value: 'x' }] }] }),
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ applyPromotionCode: text }] }),
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ setBillTo: { purchaseOrderNumber: text } }] }),
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ addLines: [{ sku: text }] }] }),
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ addLines: [{ sku: 'MUG-RED', uom: text }] }] }),
      bea.answer(UPDATE_CART, { cartId: id, actions: [{ removeLines: [text] }], key: text }),
      bea.answer('mutation ($name: String!) { createShoppingList(name: $name) { name } }', { name: text }),
      bea.answer('mutation ($id: ID!, $name: String!) { duplicateCart(cartId: $id, name: $name) { name } }', { id, name: text }),
      bea.answer(RESOLVE, { rows: [{ partNumber: text, quantity: '1' }, { customerPartNumber: text, uom: text, quantity: text }] }),
      bea.answer(PARSE, { content: `INV_NUM,QTY\n"${text}",1\n${text},${text}`, hasHeader: true }),
      bea.answer('query ($id: ID!, $text: String!) { cart(id: $id) { name(language: $text, site: $text) } }', { id, text }),
      olga.answer('mutation ($text: String!) { setCartNameText(nameKey: DEFAULT, site: $text, language: $text, text: $text) { text } }', { text }),
      bea.answer('mutation ($token: String!) { claimGuestCart(guestToken: $token, mode: MERGE) { id } }', { token: text }),
    ];
    for (const [i, way] of ways.entries()) {
      const { errors } = await way;
      const code = errors?.[0]?.extensions?.code;
      expect([i, text.slice(0, 9), code, errors?.[0]?.message]).not.toContain('INTERNAL');
      expect([i, text.slice(0, 9), code === undefined && text === LONG && i !== 10 && i !== 11 && i !== 12]).toContain(false);
    }
  }
}, 60_000);

test('no e-mail has more than one line in its subject, whatever cart and people are called', async () => {
  await using world = await startSharing();
  const bea = await world.as('bea');
  const { addCartLines: { id } } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const answer = await bea.answer(SHARE, { cartId: id, name: CONTROL, members: [{ email: 'ann@acme.example', role: 'VIEWER', notify: true }], comment: CONTROL });
  if (answer.errors) await bea.ask(SHARE, { cartId: id, name: 'Fine', members: [{ email: 'ann@acme.example', role: 'VIEWER', notify: true }], comment: CONTROL });
  await bea.answer(TELL, { cartId: id, comment: '\u0000\u0085' });
  const mails = await world.mail();
  expect(mails.length).toBeGreaterThan(0);
  for (const { subject, to } of mails) expect(`${subject}${to}`).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E]/u);
});

test('one address is one address, however its letters are put together', async () => {
  await using world = await startSharing();
  const cat = await world.as('cat');
  const { addCartLines: { id } } = await cat.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const composed = 'ren\u00E9@home.example';
  const members = [composed, composed.normalize('NFD')].map((email) => ({ email, role: 'VIEWER' }));
  expect((await cat.refused(SHARE, { cartId: id, name: 'Us', members })).code).toBe('BAD_USER_INPUT');
  for (const email of ['a\u0000@b.example', 'a@b\u0085c.example', 'a\u202E@b.example']) expect((await cat.refused(SHARE, { cartId: id, name: 'Us', members: [{ email, role: 'VIEWER' }] })).code).toBe('BAD_USER_INPUT');
});

test('numbers that come close to a retrieval number open nothing', async () => {
  await using world = await startSharing();
  const [cat, eve] = [await world.as('cat'), await privatePerson(world, 'Eve')];
  const shared = await shareNew(cat, [{ email: 'dan@home.example', role: 'VIEWER' }]);
  const number = memberOf(shared, 'dan@home.example').retrievalNumber ?? '';
  for (const guess of ['', '%', number.slice(0, -1), `${number}0`, number.replace(/.$/, '_'), "' or 1=1 --", memberOf(shared, 'dan@home.example').id]) {
    expect((await eve.refused(RETRIEVE, { number: guess })).code).toBe('RETRIEVAL_NUMBER_UNKNOWN');
  }
});
