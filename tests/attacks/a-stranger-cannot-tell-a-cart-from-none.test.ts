import { readFileSync } from 'node:fs';
import { buildSchema, getNamedType, isEnumType, isInputObjectType, isListType, isLeafType, isNonNullType, type GraphQLField, type GraphQLInputType } from 'graphql';
import { expect, test } from 'vitest';
import type { Session } from '../support/session.ts';
import { CATEGORY, download, post, upload, APPLY } from '../stories/attachments/attaching.ts';
import { shareNew, startSharing } from '../stories/sharing/sharing.ts';

const schema = buildSchema(readFileSync(new URL('../../schema/carts.graphql', import.meta.url), 'utf8'), { assumeValid: true, assumeValidSDL: true });
const NONE = '00000000-0000-7000-8000-000000000000';
const ALL_ON = { ...CATEGORY, CARTWRIGHT_CARTS_DIRECT_ENTRY: 'true', CARTWRIGHT_CARTS_SHOPPING_LISTS: 'true', CARTWRIGHT_CARTS_LINE_SHIPPING: 'true' };
const NEVER_REACHED = new Set(['confirmCart', 'releaseCart', 'holdCartForQuote', 'releaseCartFromQuote', 'requestAssistanceWithTerms']);

interface Ids {
  readonly cartId: string;
  readonly listId: string;
  readonly lineId: string;
}

/** The least that the type takes, naming what is not theirs wherever an id is asked for. */
function least(type: GraphQLInputType, name: string, ids: Ids): unknown {
  const bare = isNonNullType(type) ? type.ofType : type;
  if (isListType(bare)) return [least(bare.ofType, name, ids)];
  if (isEnumType(bare)) return bare.getValues()[0]?.name;
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields());
    if (bare.name === 'CartAction') return { setNote: { note: 'x' } };
    return Object.fromEntries(fields.filter((field) => isNonNullType(field.type)).map((field) => [field.name, least(field.type, field.name, ids)]));
  }
  if (/^(lineIds?|memberIds?)$/.test(name)) return ids.lineId;
  if (name === 'listId') return ids.listId;
  if (name === 'cartId' || name === 'id') return ids.cartId;
  return { Int: 1, Boolean: true, Decimal: '1', DateTime: '2030-01-01T00:00:00Z' }[getNamedType(bare).name] ?? (name === 'email' ? 'x@y.example' : name === 'sku' ? 'MUG-RED' : 'x');
}

/** Every way in that names a cart or a list. */
const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root, i) =>
  Object.values(root?.getFields() ?? {})
    .filter(({ name, args }) => !NEVER_REACHED.has(name) && !name.startsWith('_') && args.some((arg) => arg.name === 'cartId' || arg.name === 'listId' || (arg.name === 'id' && /^(cart|shoppingList)$/.test(name))))
    .map((field) => ({ operation: ['query', 'mutation', 'subscription'][i] ?? '', field })),
);

function documentOf(operation: string, { name, args, type }: GraphQLField<unknown, unknown>, ids: Ids): { query: string; variables: Record<string, unknown> } {
  const given = args.filter((arg) => isNonNullType(arg.type) || /^(cartId|listId|lines)$/.test(arg.name)).filter((arg) => !(name === 'saveToList' && arg.name === 'lines'));
  const variables = Object.fromEntries(given.map((arg) => [arg.name, least(arg.type, arg.name, ids)]));
  const returned = getNamedType(type);
  const selection = isLeafType(returned) ? '' : '{ __typename }';
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  return { query: `${operation} (${declared}) { ${name}(${given.map((arg) => `${arg.name}: $${arg.name}`).join(', ')}) ${selection} }`, variables };
}

async function answerOf(session: Session, operation: string, field: GraphQLField<unknown, unknown>, ids: Ids): Promise<unknown> {
  const { query, variables } = documentOf(operation, field, ids);
  if (operation !== 'subscription') return session.answer(query, variables);
  return (await session.watch(query, variables)).raw();
}

const masked = (answer: unknown, { cartId, listId }: Ids): string => JSON.stringify(answer).replaceAll(cartId, 'CART').replaceAll(listId, 'LIST').replaceAll(/"requestId":"[^"]*"/g, '');

test('whatever a stranger asks about a cart or a list of others, the answer is that of one that never was', async () => {
  await using world = await startSharing(ALL_ON);
  const [bea, ...strangers] = await Promise.all((['bea', 'ben', 'gus', 'cat', 'guest'] as const).map((name) => world.as(name)));
  if (!bea) throw new Error('There is nobody.');
  const cart = await shareNew(bea, [{ email: 'ann@acme.example', role: 'ADMINISTRATOR' }]);
  await bea.ask('mutation ($cartId: ID!) { activateCart(cartId: $cartId) { id } }', { cartId: cart.id });
  const { createShoppingList: list } = await bea.ask('mutation { createShoppingList(name: "Mine", lines: [{ sku: "MUG-RED" }]) { id } }');
  const { cart: { lines: [line] } } = await bea.ask('query ($id: ID!) { cart(id: $id) { lines { id } } }', { id: cart.id });
  const theirs = { cartId: cart.id, listId: list.id, lineId: line.id };
  const none = { cartId: NONE, listId: NONE.replace('7000', '7001'), lineId: line.id };
  expect(fields.length).toBeGreaterThan(30);
  const told: string[] = [];
  for (const { operation, field } of fields) {
    for (const [i, stranger] of strangers.entries()) {
      const real = masked(await answerOf(stranger, operation, field, theirs), theirs);
      const never = masked(await answerOf(stranger, operation, field, none), none);
      if (real !== never || !/"code"/.test(real)) told.push(`${i} ${field.name}: ${real} / ${never}`);
    }
  }
  expect(told).toEqual([]);
  expect((await bea.ask('query ($id: ID!) { cart(id: $id) { version } }', { id: cart.id })).cart.version).toBe(4);
}, 60_000);

test('an attachment of a cart that is not theirs is one that never was, whichever way it is asked for', async () => {
  await using world = await startSharing(ALL_ON);
  const [bea, gus] = [await world.as('bea'), await world.as('gus')];
  const { addCartLines: { id: cartId } } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const { uploads: [file] } = await upload(bea, cartId, { name: 'plan.pdf', content: 'secret' });
  const { applyAttachments } = await bea.ask(APPLY, { cartId, add: [{ uploadId: file?.id }] });
  const [{ url, id }] = applyAttachments.attachments;
  const [real, never] = [await download(gus, url), await download(gus, `/attachments/${NONE}`)];
  expect([real.status, never.status]).toEqual([404, 404]);
  expect((await real.text()).replaceAll(id, NONE)).toBe(await never.text());
  const into = await post(gus, cartId, 'x', { 'content-type': 'text/plain', 'x-file-name': 'a.txt' });
  expect(into).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});
