import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { answer, approvalOf, APPROVE, asked, idOf, mugs, PLACE, settled } from './approvals.ts';

const RULE = 'mutation ($rule: ApprovalRuleInput!) { saveApprovalRule(rule: $rule) { id name active requesters { id } } }';
const STAND_IN = 'mutation ($substitute: ApprovalSubstituteInput!) { setApprovalSubstitute(substitute: $substitute) { id user { id } substitute { id } } }';
const APPROVERS = [{ allOf: [{ anyOf: [{ permission: 'APPROVE_ORDER' }] }] }];
const acmeOf = async (person: { ask: (query: string) => Promise<Record<string, any>> }): Promise<string> => (await person.ask('{ viewer { account { id } } }')).viewer.account.id; // oxlint-disable-line no-explicit-any

test('a rule asks one tier after the other, all that a tier names, and the seller may keep it for an account', async () => {
  await using world = await startWorld();
  const [bea, ben, ann, olga, gus] = [await world.as('bea'), await world.as('ben'), await world.as('ann'), await world.as('olga'), await world.as('gus')];
  const tiers = [{ allOf: [{ anyOf: [{ userId: await idOf(ben) }] }] }, { allOf: [{ anyOf: [{ permission: 'APPROVE_ORDER' }] }] }];
  const rule = { name: 'Mugs', requesterIds: [await idOf(bea)], match: 'ANY', conditions: { skus: ['MUG-RED'], currency: 'GBP', totalFrom: '100000.00' }, tiers };
  expect((await olga.refused(RULE, { rule })).code).toBe('BAD_USER_INPUT');
  expect((await gus.refused(RULE, { rule: { ...rule, accountId: await acmeOf(bea) } })).code).toBe('NOT_FOUND');
  expect((await bea.refused(RULE, { rule })).code).toBe('FORBIDDEN');
  expect((await ann.refused(RULE, { rule: { ...rule, requesterIds: [await idOf(gus)] } })).code).toBe('NOT_FOUND');
  const { saveApprovalRule: saved } = await olga.ask(RULE, { rule: { ...rule, accountId: await acmeOf(bea) } });
  expect((await bea.ask('{ approvalRules { id tiers { allOf { needed } } } }')).approvalRules).toEqual([{ id: saved.id, tiers: [{ allOf: [{ needed: 1 }] }, { allOf: [{ needed: 1 }] }] }]);
  expect((await gus.ask('{ approvalRules { id } }')).approvalRules).toEqual([]);

  const { approvalId } = await asked(bea, 1);
  expect((await ann.refused(APPROVE, await answer(ann, approvalId))).code).toBe('FORBIDDEN'); // not asked yet
  const known = await answer(ben, approvalId);
  await ben.ask(APPROVE, known);
  expect((await ben.refused(APPROVE, known)).code).toBe('FORBIDDEN'); // nor again
  expect((await approvalOf(ann, approvalId)).demands).toMatchObject([{ kind: 'RULE', reason: 'The rule "Mugs" wants approval.', tiers: [{ allOf: [{ given: 1 }] }, { allOf: [{ given: 0 }] }] }]);
  await ann.ask(APPROVE, await answer(ann, approvalId));
  expect(await settled(world, bea, approvalId)).toMatchObject({ status: 'ORDERED', decisions: [{ by: { id: await idOf(ben) } }, { by: { id: await idOf(ann) } }] });

  const told = (await world.mail()).filter(({ subject }) => subject.includes('pprov')).map(({ to, subject }) => `${to}: ${subject.replace(/A-\d+-\d+/, 'N')}`);
  expect(told).toEqual(['ben@acme.example: Please approve N', 'ann@acme.example: Please approve N', 'bea@acme.example: Approval N']);
});

test('a category of a product asks, also from a shelf below, and a rule that is off does not', async () => {
  await using world = await startWorld();
  const [bea, ann, olga] = [await world.as('bea'), await world.as('ann'), await world.as('olga')];
  await olga.ask('mutation ($categories: [CategoryInput!]!) { upsertCategories(categories: $categories) { code } }', { categories: [{ code: 'risky', name: 'Risky' }, { code: 'sharp', name: 'Sharp', parent: 'risky' }] });
  const product = { sku: 'KNIFE', name: 'Knife', primaryUom: 'EACH', categories: ['sharp'] };
  await olga.ask('mutation ($products: [ProductInput!]!) { upsertProducts(products: $products) { sku } }', { products: [product] });
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "KNIFE", unitPrice: "3.00" }]) { version } }');
  const rule = { name: 'Knives', conditions: { categories: ['risky'] }, tiers: APPROVERS };
  const { saveApprovalRule: saved } = await ann.ask(RULE, { rule });
  expect((await bea.ask(PLACE, { input: (await mugs(bea, 1)).input })).placeOrder.status).toBe('BOOKED');
  const { addCartLines: cart } = await bea.ask('mutation { addCartLines(lines: [{ sku: "KNIFE", quantity: "1" }]) { id priceHash } }');
  expect((await bea.ask(PLACE, { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'knife' } })).placeOrder.approvalId).toBeDefined();
  expect((await ann.ask(RULE, { rule: { ...rule, id: saved.id, active: false } })).saveApprovalRule.active).toBe(false);
});

test('who stands in for an approver answers for them, but not about what that approver ordered', async () => {
  await using world = await startWorld();
  const [bea, ben, ann, gus] = [await world.as('bea'), await world.as('ben'), await world.as('ann'), await world.as('gus')];
  await ann.ask(RULE, { rule: { name: 'All', conditions: {}, tiers: APPROVERS } });
  const { approvalId } = await asked(bea, 1);
  expect((await ben.refused(APPROVE, await answer(ben, approvalId))).code).toBe('FORBIDDEN');
  const away = { substituteId: await idOf(ben), endsAt: '2999-01-01T00:00:00Z' };
  expect((await bea.refused(STAND_IN, { substitute: { ...away, userId: await idOf(ann) } })).code).toBe('FORBIDDEN');
  expect((await ann.refused(STAND_IN, { substitute: { ...away, userId: await idOf(bea), substituteId: await idOf(ann) } })).code).toBe('FORBIDDEN');
  expect((await ann.refused(STAND_IN, { substitute: { ...away, substituteId: await idOf(gus) } })).code).toBe('NOT_FOUND');
  await ann.ask(STAND_IN, { substitute: away });
  expect((await ben.ask('{ approvals(search: { waitingForMe: true }) { nodes { id } } }')).approvals.nodes).toEqual([{ id: approvalId }]);
  await ben.ask(APPROVE, await answer(ben, approvalId));
  expect((await settled(world, bea, approvalId)).decisions).toMatchObject([{ by: { id: await idOf(ben) }, onBehalfOf: { id: await idOf(ann) } }]);

  const anns = await asked(ann, 2);
  expect((await ben.refused(APPROVE, await answer(ben, anns.approvalId))).code).toBe('FORBIDDEN');
});

test('an edited cart makes its approval void at once, and a price that moved too', async () => {
  await using world = await startWorld();
  const [bea, ann, olga] = [await world.as('bea'), await world.as('ann'), await world.as('olga')];
  await ann.ask(RULE, { rule: { name: 'All', conditions: {}, tiers: APPROVERS } });
  const edited = await asked(bea, 5);
  const known = await answer(ann, edited.approvalId);
  await bea.ask('mutation ($cart: ID!, $line: ID!) { updateCartLines(cartId: $cart, lines: [{ lineId: $line, quantity: "6" }]) { id } }', { cart: edited.cartId, line: edited.lineId });
  expect(await settled(world, bea, edited.approvalId)).toMatchObject({ status: 'VOID', trouble: { code: 'APPROVAL_STALE' } });
  expect((await ann.refused(APPROVE, known)).code).toBe('INVALID_STATE');

  const { cart } = await bea.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: edited.cartId });
  const again = (await bea.ask(PLACE, { input: { cartId: edited.cartId, priceHash: cart.priceHash, idempotencyKey: 'again' } })).placeOrder;
  const read = await answer(ann, again.approvalId);
  await olga.ask('mutation { upsertPrices(priceList: "default", prices: [{ sku: "MUG-RED", unitPrice: "6.00" }]) { version } }');
  await world.settle();
  await ann.answer(APPROVE, read); // too late already, or refused when it comes to the order
  expect(await settled(world, bea, again.approvalId)).toMatchObject({ status: 'VOID', order: null });
});
