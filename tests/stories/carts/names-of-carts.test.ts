import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { ACTIVATE, ADD, SAVE } from './carts.ts';

const TEXT = 'mutation ($key: CartNameKey!, $site: String, $language: String, $text: String) { setCartNameText(nameKey: $key, site: $site, language: $language, text: $text) { nameKey site language text } }';
const NAMES = 'query ($id: ID!) { cart(id: $id) { name german: name(language: "de") austrian: name(language: "de-AT") french: name(language: "fr") elsewhere: name(language: "de", site: "outlet") } }';
const MUG = [{ sku: 'MUG-RED' }];

/** A cart nobody has named, and one that was put aside without a name. */
async function nameless(bea: Session): Promise<{ active: string; putAside: string }> {
  const { addCartLines: putAside } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(SAVE, { cartId: putAside.id, name: 'For a moment' });
  const { addCartLines: second } = await bea.ask(ADD, { lines: MUG });
  await bea.ask(ACTIVATE, { cartId: putAside.id });
  await bea.ask(SAVE, { cartId: putAside.id });
  const { addCartLines: active } = await bea.ask(ADD, { lines: MUG });
  return { active: active.id, putAside: second.id };
}

test('a site has its own words for nameless carts in each language; without them it is the words for all, or those of the product [CART-22, CART-23, CART-24]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { active, putAside } = await nameless(bea);
  const all = (name: string): object => ({ name, german: name, austrian: name, french: name, elsewhere: name });
  expect((await bea.ask(NAMES, { id: active })).cart).toEqual(all('Store'));
  expect((await bea.ask(NAMES, { id: putAside })).cart).toEqual(all('Store Saved'));

  await olga.ask(TEXT, { key: 'DEFAULT', text: 'Basket' });
  await olga.ask(TEXT, { key: 'DEFAULT', site: 'default', language: 'de', text: 'Warenkorb' });
  expect((await bea.ask(NAMES, { id: active })).cart).toEqual({ name: 'Basket', german: 'Warenkorb', austrian: 'Warenkorb', french: 'Basket', elsewhere: 'Basket' });
  expect((await bea.ask(NAMES, { id: putAside })).cart, 'the other name is another key').toEqual(all('Store Saved'));
  const { setCartNameText: texts } = await olga.ask(TEXT, { key: 'SYSTEM_SAVED', site: 'outlet', language: 'de', text: ' Beiseite ' });
  expect(texts).toEqual([
    { nameKey: 'DEFAULT', site: null, language: null, text: 'Basket' },
    { nameKey: 'DEFAULT', site: 'default', language: 'de', text: 'Warenkorb' },
    { nameKey: 'SYSTEM_SAVED', site: 'outlet', language: 'de', text: 'Beiseite' },
  ]);
  expect((await bea.ask(NAMES, { id: putAside })).cart).toMatchObject({ name: 'Store Saved', german: 'Store Saved', elsewhere: 'Beiseite' });
});

test('carts that are there already are shown under the new words; names people gave stay [CART-25]', async () => {
  await using world = await startWorld();
  const [bea, olga] = [await world.as('bea'), await world.as('olga')];
  const { active, putAside } = await nameless(bea);
  await olga.ask(TEXT, { key: 'SYSTEM_SAVED', text: 'Kept for you' });
  const names = async (): Promise<string[]> => (await bea.ask('{ carts { nodes { name } } }')).carts.nodes.map(({ name }: { name: string }) => name);
  expect(await names()).toEqual(['Store', 'Kept for you', 'For a moment']);
  await olga.ask(TEXT, { key: 'SYSTEM_SAVED', text: null });
  expect(await names()).toEqual(['Store', 'Store Saved', 'For a moment']);
  await bea.ask(ACTIVATE, { cartId: putAside });
  expect(await names(), 'put aside meanwhile').toEqual(['Store Saved', 'Store Saved', 'For a moment']);
  expect(await bea.refused(SAVE, { cartId: putAside }), 'nobody has named it yet').toMatchObject({ code: 'BAD_USER_INPUT' });
  expect((await bea.ask(SAVE, { cartId: active, name: 'Office' })).saveCart.name).toBe('Office');
});

test('the words of the product are settings of the deployment [CART-22]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_DEFAULT_NAME: 'Trolley', CARTWRIGHT_CARTS_SYSTEM_SAVED_NAME: 'Parked trolley' } });
  const bea = await world.as('bea');
  const { active, putAside } = await nameless(bea);
  expect((await bea.ask(NAMES, { id: active })).cart.name).toBe('Trolley');
  expect((await bea.ask(NAMES, { id: putAside })).cart.name).toBe('Parked trolley');
});

test('only an administrator sets the words, for all sites and languages or for one of each [CART-24]', async () => {
  await using world = await startWorld();
  const [bea, sam, olga] = [await world.as('bea'), await world.as('sam'), await world.as('olga')];
  for (const person of [bea, sam]) expect((await person.refused(TEXT, { key: 'DEFAULT', text: 'Mine' })).code).toBe('FORBIDDEN');
  for (const half of [{ site: 'default' }, { language: 'de' }, { site: '', language: 'de' }, { text: ' ' }]) {
    expect((await olga.refused(TEXT, { key: 'DEFAULT', text: 'Half', ...half })).code).toBe('BAD_USER_INPUT');
  }
});
