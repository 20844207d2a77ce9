import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { startWorld } from '../../support/world.ts';
import { newKey } from './shopping.ts';

const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }';
const HOUR = 3_600_000;

test("a month of a budget ends by the clocks of the account, and moving to another zone begins none anew", async () => {
  const clock = fakeClock(new Date('2031-04-01T02:00:00Z')); // in New York it is still March
  await using world = await startWorld({ clock });
  const [bea, ann, olga] = [await world.as('bea'), await world.as('ann'), await world.as('olga')];
  const accountId = (await bea.ask('{ viewer { account { id } } }')).viewer.account.id as string;
  const live = (timeZone: string) => olga.ask('mutation ($accountId: ID!, $timeZone: String) { setAccountTimeZone(accountId: $accountId, timeZone: $timeZone) { timeZone } }', { accountId, timeZone });
  await live('America/New_York');
  const { saveCostCentre: centre } = await olga.ask('mutation ($c: CostCentreInput!) { saveCostCentre(costCentre: $c) { id } }', { c: { accountId, code: 'K', name: 'Kitchen' } });
  await olga.ask('mutation ($b: BudgetInput!) { saveBudget(budget: $b) { id } }', { b: { accountId, costCentreId: centre.id, name: 'Month', currency: 'GBP', amount: '15', period: 'MONTH', policy: 'BLOCK' } });
  const wish = async () => {
    const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 2 }]) { id priceHash } }');
    return { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey(), costCentreId: centre.id } };
  };
  const used = async () => (await ann.ask('{ costCentres { budgets { used { amount } } } }')).costCentres[0].budgets[0].used.amount;

  await bea.ask(PLACE, await wish()); // 13.90
  expect(await used()).toBe('13.90');
  const second = await wish();
  expect((await bea.refused(PLACE, second)).code).toBe('BUDGET_EXCEEDED');
  await live('America/Chicago');
  expect(await used(), 'it is March there too').toBe('13.90');
  clock.advance(4 * HOUR); // two hours into April in New York, one in Chicago
  expect(await used()).toBe('0.00');
  await bea.ask(PLACE, second);
  expect(await used()).toBe('13.90');
  await live('UTC');
  expect((await bea.refused(PLACE, await wish())).code).toBe('BUDGET_EXCEEDED');
});
