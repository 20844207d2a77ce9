import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { newKey } from './shopping.ts';

const SEEN = '{ costCentres { budgets { used { amount } } } creditAccounts { owed { amount } } }';
const STAGE = 'mutation ($input: StageOrderEditInput!) { stageOrderEdit(input: $input) { id } }';
const APPLY = 'mutation ($id: ID!) { applyOrderEdit(editId: $id) { total { amount } budgetNotices { over { amount } } } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id } budgetNotices { over { amount } } } } }';

test('what the seller takes off an order its budget and the credit of the account get back, once, and the next order fits again', async () => {
  await using world = await startWorld();
  const [bea, ann, olga] = [await world.as('bea'), await world.as('ann'), await world.as('olga')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  const { saveCostCentre: centre } = await olga.ask('mutation ($c: CostCentreInput!) { saveCostCentre(costCentre: $c) { id } }', { c: { accountId: viewer.account.id, code: 'K', name: 'Kitchen' } });
  await olga.ask('mutation ($b: BudgetInput!) { saveBudget(budget: $b) { id } }', { b: { accountId: viewer.account.id, costCentreId: centre.id, name: 'Year', currency: 'GBP', amount: '50', period: 'YEAR', policy: 'BLOCK' } });
  await olga.ask('mutation ($i: CreditLimitInput!) { setCreditLimit(input: $i) { owed { amount } } }', { i: { accountId: viewer.account.id, currency: 'GBP', limit: '45' } });

  const wish = async (quantity: number) => {
    const { addCartLines: cart } = await bea.ask('mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id priceHash } }', { lines: [{ sku: 'MUG-RED', quantity: String(quantity) }] });
    return { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: newKey(), payment: { kind: 'INVOICE' }, costCentreId: centre.id } };
  };
  const { placeOrder: placed } = await bea.ask(PLACE, await wish(6)); // 41.70
  const seen = async () => {
    await world.settle();
    const { costCentres, creditAccounts } = await ann.ask(SEEN);
    return [costCentres[0].budgets[0].used.amount, creditAccounts[0].owed.amount];
  };
  expect(await seen()).toEqual(['41.70', '41.70']);

  const { stageOrderEdit: edit } = await olga.ask(STAGE, { input: { orderId: placed.id, lines: [{ orderLineId: placed.lines[0].id, quantity: '2' }] } });
  expect((await olga.ask(APPLY, { id: edit.id })).applyOrderEdit.total.amount).toBe('13.90');
  expect((await olga.refused(APPLY, { id: edit.id })).code).toBe('INVALID_STATE');
  expect(await seen()).toEqual(['13.90', '13.90']);
  await bea.ask(PLACE, await wish(4)); // 27.80
  expect(await seen()).toEqual(['41.70', '41.70']);
  expect((await bea.refused(PLACE, await wish(2))).code).toMatch(/BUDGET_EXCEEDED|CREDIT_LIMIT_EXCEEDED/);
});
