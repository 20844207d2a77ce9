import { afterAll, expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { envelope, letIn, LETS_IN, post, purchaseOrder, RETURN, setup, start, startRefused, visit } from './procurement.ts';

const world = await startWorld({ env: LETS_IN });
afterAll(() => world[Symbol.asyncDispose]());
const bea = await world.as('bea');
const { secret } = await letIn(world, bea);

/** So much time has passed for a session. */
const late = async (column: 'start_until' | 'expires_at' | 'returned_at'): Promise<unknown> => world.embedded.subgraphs.get('punchout')?.db.orm.em.getConnection().execute(`update punchout_session set ${column} = 1`);

test('a start page that is opened too late opens nothing', async () => {
  const { startToken } = await post(world, envelope(setup(), { secret }));
  await late('start_until');
  expect(await startRefused(world, startToken)).toBe('INVALID_STATE');
});

test('a session that is over returns nothing, and what was returned long ago is not ordered', async () => {
  const { visitor, session, lines } = await visit(world, secret);
  await late('expires_at');
  expect((await visitor.refused(RETURN, { id: session.id })).code).toBe('INVALID_STATE');
  await late('returned_at');
  const { code, text } = await post(world, envelope(purchaseOrder('PO-late', lines), { secret }));
  expect([code, text]).toEqual([412, expect.stringContaining('too long ago')]);
  expect((await bea.ask('{ orders { nodes { id } } }')).orders.nodes, 'nothing was ordered').toEqual([]);
});

test('a cart that was never returned is not ordered', async () => {
  const { startToken } = await post(world, envelope(setup(), { secret }));
  const { session } = await start(world, startToken);
  expect((await post(world, envelope(purchaseOrder('PO-none', [{ sku: 'MUG-RED', auxiliaryId: `${session.id}/x`, quantity: '1', price: '1' }]), { secret }))).code).toBe(412);
});

test('an order that somebody must approve is accepted, and is the order once they did', async () => {
  const ann = await world.as('ann');
  const limit = (perOrder: string | null): Promise<unknown> => ann.ask('mutation ($limit: SpendingLimitInput!) { setSpendingLimit(limit: $limit) { id } }', { limit: { userId: '01900000-0000-7000-8000-0000000000b1', currency: 'GBP', perOrder } });
  await limit('10.00');
  const { lines } = await visit(world, secret);
  const first = await post(world, envelope(purchaseOrder('PO-asks', lines), { secret }));
  expect([first.code, first.text]).toEqual([201, expect.stringContaining('spending limit')]);
  expect((await post(world, envelope(purchaseOrder('PO-asks', lines), { secret }))).code).toBe(201);
  const { approvals } = await ann.ask('{ approvals(search: { waitingForMe: true }) { nodes { id contentHash } } }');
  const { id: approvalId, contentHash } = approvals.nodes[0];
  const watch = await ann.watch('subscription ($id: ID!) { approvalChanged(approvalId: $id) { approval { status } } }', { id: approvalId });
  await ann.ask('mutation ($input: DecideApprovalInput!) { approveOrder(input: $input) { status } }', { input: { approvalId, contentHash } });
  await watch.until(({ approvalChanged }) => approvalChanged.approval.status === 'ORDERED');
  const again = await post(world, envelope(purchaseOrder('PO-asks', lines), { secret }));
  expect([again.code, again.text]).toEqual([200, expect.stringMatching(/^Order O-/)]);
  await limit('100000.00');
});

test('of the same setup twice at once one opens a session', async () => {
  const message = envelope(setup(), { secret, payloadId: 'at once' });
  const codes = (await Promise.all(Array.from({ length: 4 }, () => post(world, message)))).map(({ code }) => code);
  expect(codes.toSorted()).toEqual([200, 409, 409, 409]);
});

test('the same purchase order many times at once is one order', async () => {
  const { lines } = await visit(world, secret);
  const answers = await Promise.all(['a', 'a', 'b', 'c'].map((payloadId) => post(world, envelope(purchaseOrder('PO-once', lines), { secret, payloadId: `once ${payloadId}` }))));
  expect(new Set(answers.map(({ code, text }) => `${code} ${text}`)).size).toBe(1);
  expect(answers[0]?.code).toBe(200);
  expect((await bea.ask('{ orders { nodes { number } } }')).orders.nodes).toHaveLength(2); // the approved one before it
});
