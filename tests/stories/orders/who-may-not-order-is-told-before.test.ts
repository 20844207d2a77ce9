import { expect, test } from 'vitest';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { change, draft, move } from '../quotes/negotiation.ts';

interface Action {
  readonly name: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

const ordering = (actions: readonly Action[]): Action | undefined => actions.find(({ name }) => name === 'placeOrder');
const DENIED = { name: 'placeOrder', allowed: false, reason: 'This needs the permission CREATE_ORDER.' };
const ALLOWED = { name: 'placeOrder', allowed: true, reason: null };

test.each([['bea', ALLOWED], ['ben', DENIED], ['guest', ALLOWED]] as const)('the actions of a cart say whether %s may order it', async (name, expected) => {
  await using world = await startWorld();
  const person = await world.as(name);
  const { addCartLines } = await person.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { availableActions { name allowed reason } } }');
  expect(ordering(addCartLines.availableActions)).toEqual(expected);
});

test('the actions of a published quote say the same', async () => {
  await using world = await startWorld();
  const sam = await world.as('sam');
  const published = async (buyer: Session): Promise<Action | undefined> => {
    const { id, lines } = await draft(buyer);
    await move(buyer, 'request', id);
    await move(sam, 'assign', id);
    await change(sam, id, [{ lineId: lines[0].id, unitPrice: '4.00' }]);
    await move(sam, 'publish', id);
    return ordering((await buyer.ask('query ($id: ID!) { quote(id: $id) { availableActions { name allowed reason } } }', { id })).quote.availableActions);
  };
  expect(await published(await world.as('bea'))).toEqual(ALLOWED);
  expect(await published(await world.as('ben'))).toEqual(DENIED);
});
