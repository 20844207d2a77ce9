import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { fillCart, newKey, PLACE, type PlacedOrder } from '../orders/shopping.ts';
import { ADD, add, back, CANCEL, lineOf, PARTIES, READ, SUBMIT, submit, UPDATE } from './returning.ts';

const LEEDS = '01900000-0000-7000-8000-0000000000c1';
const GALWAY = '01900000-0000-7000-8000-0000000000c4';
const OF_GLOBEX = '01900000-0000-7000-8000-0000000000c2';
const OXFORD = '01900000-0000-7000-8000-0000000000c3';
const [ANN, GUS] = ['01900000-0000-7000-8000-0000000000b3', '01900000-0000-7000-8000-0000000000b4'];
const ADDRESS = { recipient: 'Somewhere', line1: '9 Way', postalCode: 'YO1', city: 'York', country: 'GB' };
const ADD_ADDRESS = 'mutation ($of: AddressHolderInput, $address: AddressInput!) { addAddress(of: $of, address: $address) { id } }';
const DELETE = 'mutation ($id: ID!) { deleteAddress(addressId: $id) }';
const PRIMARY = 'mutation ($id: ID, $usage: PrimaryUsage!) { setPrimaryAddress(addressId: $id, usage: $usage) { id } }';

let world: World;
let bea: Session;
let cat: Session;
beforeAll(async () => {
  world = await startWorld();
  [bea, cat] = [await world.as('bea'), await world.as('cat')];
});
afterAll(() => world[Symbol.asyncDispose]());

/** Mugs, to be sent and billed to these addresses. */
async function mugsTo(person: Session, shipToAddressId?: string, billToAddressId?: string): Promise<PlacedOrder> {
  const cart = await fillCart(person, [{ sku: 'MUG-RED', quantity: '2' }]);
  return (await person.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey(), shipToAddressId, billToAddressId } })).placeOrder as PlacedOrder;
}

const newAddress = async (person: Session, of?: object): Promise<string> => (await person.ask(ADD_ADDRESS, { of, address: ADDRESS })).addAddress.id;

test('a business begins with its primary addresses, else with where its order went, and with whoever returns as contact; its lines with their own [RET-27, RET-28]', async () => {
  const purchase = await mugsTo(bea, GALWAY, LEEDS);
  const first = await add(bea, back(lineOf(purchase)));
  expect(first).toMatchObject({ shipTo: { id: GALWAY }, billTo: { id: LEEDS }, shipToContact: { name: 'Bea' }, billToContact: { name: 'Bea' }, lines: [{ shipTo: { id: GALWAY }, billTo: { id: LEEDS } }], problems: [] });
  await bea.ask(CANCEL, { id: first.id });

  await bea.ask(PRIMARY, { id: LEEDS, usage: 'SHIP_TO' });
  await bea.ask(PRIMARY, { id: GALWAY, usage: 'BILL_TO' });
  const second = await add(bea, back(lineOf(purchase)));
  expect(second).toMatchObject({ shipTo: { id: LEEDS }, billTo: { id: GALWAY }, lines: [{ shipTo: { id: GALWAY }, billTo: { id: LEEDS } }] });
  await bea.ask(CANCEL, { id: second.id });
});

test('addresses and contacts of the account are chosen freely; the customer who is credited is not: an address or contact of another is refused [RET-23, RET-29]', async () => {
  const { id, lines } = await add(bea, back(lineOf(await mugsTo(bea, LEEDS, LEEDS))));
  const { setReturnParties } = await bea.ask(PARTIES, { input: { returnId: id, shipToAddressId: GALWAY, shipToContactId: ANN, billToAddressId: LEEDS } });
  expect(setReturnParties).toMatchObject({ version: 2, shipTo: { id: GALWAY }, shipToContact: { name: 'Ann' }, billTo: { id: LEEDS }, billToContact: { name: 'Bea' }, lines: [{ shipTo: { id: LEEDS }, billTo: { id: LEEDS } }] });

  const { createCustomer } = await bea.ask('mutation { createCustomer(usage: SHIP_TO, customer: { name: "Northwind" }) { id } }');
  const [theirs, oscar] = [
    await newAddress(bea, { customerId: createCustomer.id }),
    (await bea.ask('mutation ($of: ID!) { createContact(customerId: $of, usage: SHIP_TO, contact: { name: "Oscar" }) { id } }', { of: createCustomer.id })).createContact.id,
  ];
  expect((await bea.ask(PARTIES, { input: { returnId: id, shipToAddressId: theirs, shipToContactId: oscar } })).setReturnParties).toMatchObject({ shipTo: { id: theirs }, shipToContact: { name: 'Oscar' } });
  for (const [input, code, reason] of [
    [{ billToAddressId: theirs }, 'RETURN_BILL_TO_INVALID', 'ADDRESS'],
    [{ billToContactId: oscar }, 'RETURN_BILL_TO_INVALID', 'CONTACT'],
    [{ billToAddressId: OF_GLOBEX }, 'RETURN_BILL_TO_INVALID', 'ADDRESS'],
    [{ billToContactId: GUS }, 'RETURN_BILL_TO_INVALID', 'CONTACT'],
    [{ shipToAddressId: OF_GLOBEX }, 'RETURN_SHIP_TO_INVALID', 'ADDRESS'],
    [{ shipToContactId: GUS }, 'RETURN_SHIP_TO_INVALID', 'CONTACT'],
  ] as const) {
    expect(await bea.refused(PARTIES, { input: { returnId: id, ...input } })).toMatchObject({ code, details: { reason } });
  }
  const account = (await bea.ask('{ viewer { account { id } } }')).viewer.account.id;
  expect((await bea.ask(READ, { id })).return).toMatchObject({ version: 3, billToAccountId: account, billTo: { id: LEEDS }, billToContact: { name: 'Bea' }, lines: [{ id: lines[0]?.id }] });
  await bea.ask(CANCEL, { id });
});

test('addresses that are gone are told of all at once, of the whole and of every line, billed and sent apart; others mend it [RET-26]', async () => {
  const [gone, gate] = [await newAddress(bea), await newAddress(bea)];
  const orders = [await mugsTo(bea, gone, LEEDS), await mugsTo(bea, LEEDS, gone)];
  const pending = await add(bea, ...orders.map((each) => back(lineOf(each))));
  const { id } = pending;
  await bea.ask(PARTIES, { input: { returnId: id, shipToAddressId: gone, billToAddressId: gone } });
  await bea.ask(DELETE, { id: gone });

  const refusal = await bea.refused(SUBMIT, { id, key: 'gone' });
  const told = (problems: unknown): string[] => (problems as { code: string; reason: string; orderNumber: string | null }[]).map(({ code, reason, orderNumber }) => `${code} ${reason} ${orderNumber ?? 'all'}`);
  const all = ['RETURN_BILL_TO_INVALID ADDRESS all', 'RETURN_SHIP_TO_INVALID ADDRESS all', `RETURN_SHIP_TO_INVALID ADDRESS ${orders[0]?.number}`, `RETURN_BILL_TO_INVALID ADDRESS ${orders[1]?.number}`];
  expect(refusal.code).toBe('RETURN_BILL_TO_INVALID');
  expect(told(refusal.details.problems)).toEqual(all);
  expect(told((await bea.ask(READ, { id })).return.problems)).toEqual(all);

  await bea.ask(PARTIES, { input: { returnId: id, shipToAddressId: gate, billToAddressId: gate } });
  expect((await bea.refused(SUBMIT, { id, key: 'gone' })).code).toBe('RETURN_SHIP_TO_INVALID');
  expect((await bea.refused(UPDATE, { id, lines: [{ lineId: pending.lines[0]?.id, shipToAddressId: gone }] })).code).toBe('RETURN_SHIP_TO_INVALID');
  await bea.ask(UPDATE, { id, lines: [{ lineId: pending.lines[0]?.id, shipToAddressId: gate }, { lineId: pending.lines[1]?.id, billToAddressId: gate }] });
  expect(await submit(bea, id, 'gone')).toMatchObject({ status: 'PENDING_APPROVAL', problems: [] });
});

test('a private person has no contacts, is credited at one address for all lines, and without any address hears so [RET-26, RET-27, RET-28]', async () => {
  const other = await newAddress(cat);
  const purchase = await mugsTo(cat, other, other);
  const pending = await add(cat, back(lineOf(purchase)));
  expect(pending).toMatchObject({ billTo: { id: OXFORD }, shipTo: { id: OXFORD }, billToContact: null, lines: [{ shipTo: { id: other }, billTo: { id: OXFORD } }], problems: [] });
  const { setReturnParties } = await cat.ask(PARTIES, { input: { returnId: pending.id, billToAddressId: other } });
  expect(setReturnParties).toMatchObject({ billTo: { id: other }, lines: [{ billTo: { id: other } }] });
  expect((await cat.refused(PARTIES, { input: { returnId: pending.id, billToContactId: ANN } })).code).toBe('FORBIDDEN');
  await cat.ask(CANCEL, { id: pending.id });

  const digital = await mugsTo(cat, OXFORD, OXFORD);
  for (const id of [OXFORD, other]) await cat.ask(DELETE, { id });
  const { addReturnLines: lost } = await cat.ask(ADD, { lines: [back(lineOf(digital))] });
  expect(lost).toMatchObject({ shipTo: null, billTo: null });
  const refusal = await cat.refused(SUBMIT, { id: lost.id, key: 'lost' });
  expect(refusal.code).toBe('RETURN_BILL_TO_INVALID');
  expect((refusal.details.problems as { code: string; reason: string; sku: string | null }[]).map(({ code, reason, sku }) => [code, reason, sku])).toEqual([
    ['RETURN_BILL_TO_INVALID', 'ADDRESS', null],
    ['RETURN_SHIP_TO_INVALID', 'ADDRESS', null],
    ['RETURN_SHIP_TO_INVALID', 'ADDRESS', 'MUG-RED'],
  ]);
});
