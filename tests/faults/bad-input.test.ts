import { afterAll, beforeAll, expect, test } from 'vitest';
import { report } from '../support/figures.ts';
import { openSession, type Session } from '../support/session.ts';
import type { Result } from '../support/watch.ts';
import { startWorld, type World } from '../support/world.ts';
import { badInputs, badSubscriptions, type BadInput, type Known } from './support/bad-input.ts';

const ADD = 'mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 2 }]) { id version lines { id } } }';
const STATE = 'query ($cartId: ID!) { cart(id: $cartId) { version status name priceHash total { amount } lines { id quantity unitPrice { amount } } } }';
let world: World;
let bea: Session;
let known: Known;

beforeAll(async () => {
  world = await startWorld();
  bea = await openSession(world.url, 'bea');
  await bea.ask(ADD);
  const cart = (await bea.ask(ADD)).addCartLines;
  const foreign = (await (await world.as('gus')).ask(ADD)).addCartLines;
  known = { cartId: cart.id, lineId: cart.lines[0].id, version: cart.version, foreignId: foreign.id };
});
afterAll(async () => {
  await bea.close();
  await world[Symbol.asyncDispose]();
});

const WAYS: readonly { readonly name: string; readonly ask: (input: BadInput) => Promise<Result | undefined> }[] = [
  { name: 'HTTP', ask: ({ query, variables }) => bea.answer(query, variables) as Promise<Result> },
  { name: 'WebSocket', ask: async ({ query, variables }) => firstOf(await bea.watch(query, variables)) },
  { name: 'SSE', ask: ({ query, variables }) => firstOf(bea.watchEvents(query, variables)) },
];

async function firstOf(watch: { raw(): Promise<Result | undefined>; close(): Promise<void> }): Promise<Result | undefined> {
  const result = await watch.raw().catch((errors: unknown) => (Array.isArray(errors) ? { errors } : Promise.reject(errors as Error)));
  await watch.close();
  return result;
}

async function codesOf(inputs: readonly BadInput[], ask: (input: BadInput) => Promise<Result | undefined>): Promise<{ wrong: string[]; unclear: string[] }> {
  const wrong: string[] = [];
  const unclear: string[] = [];
  for (const input of inputs) {
    const error = (await ask(input))?.errors?.[0];
    const code = String(error?.extensions?.code);
    if (code !== input.code) wrong.push(`${input.what}: ${code} instead of ${input.code} (${error?.message})`);
    if (!error || error.message.length < 10 || /undefined|\[object|SQLITE|at .*\.ts/.test(error.message)) unclear.push(`${input.what}: ${error?.message}`);
  }
  return { wrong, unclear };
}

test.each(WAYS)('bad input over $name is refused with its code and changes nothing', async ({ name, ask }) => {
  const inputs = badInputs(known);
  const before = await bea.ask(STATE, { cartId: known.cartId });
  const { wrong, unclear } = await codesOf(inputs, ask);
  await world.settle();
  const after = await bea.ask(STATE, { cartId: known.cartId });
  report('bad input', { over: name, inputs: inputs.length, wrongCodes: wrong.length, versionBefore: before.cart.version, versionAfter: after.cart.version });
  expect({ wrong, unclear }).toEqual({ wrong: [], unclear: [] });
  expect(after).toEqual(before);
});

test.each(WAYS.filter(({ name }) => name !== 'HTTP'))('a bad subscription over $name is refused with its code', async ({ name, ask }) => {
  const inputs = badSubscriptions(known);
  const { wrong, unclear } = await codesOf(inputs, ask);
  report('bad subscriptions', { over: name, inputs: inputs.length, wrongCodes: wrong.length });
  expect({ wrong, unclear }).toEqual({ wrong: [], unclear: [] });
});

test('a subscription after a version that is not there yet is told to begin anew', async () => {
  const watch = await bea.watch('subscription ($cartId: ID!) { cartChanged(cartId: $cartId, afterVersion: 999) { kind version cart { version } } }', { cartId: known.cartId });
  expect((await watch.next()).cartChanged).toEqual({ kind: 'RESET', version: known.version, cart: { version: known.version } });
});
