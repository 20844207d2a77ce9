import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { OrdersContext } from '../../../subgraphs/orders/context.ts';
import { lapseReturnClaim } from '../../../subgraphs/orders/use-cases/release-return-claim.ts';
import type { ReturnsContext } from '../../../subgraphs/returns/context.ts';
import { releaseLapsedClaims } from '../../../subgraphs/returns/use-cases/release-lapsed-claims.ts';
import { someone } from '../orders/shop.ts';
import { openDesk, type Desk } from './desk.ts';

const ADD = 'mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id } }';
const SUBMIT = 'mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id status } }';

interface Shown {
  id: string;
  status: string;
}

const buyer = someone('INDIVIDUAL');

const add = async (desk: Desk, orderLineId: string, quantity: string): Promise<Shown> => (await desk.ask<{ addReturnLines: Shown }>(buyer, ADD, { lines: [{ orderLineId, quantity, reason: 'DAMAGED' }] })).addReturnLines;
const submit = async (desk: Desk, id: string, key = newId()): Promise<Shown> => (await desk.ask<{ submitReturn: Shown }>(buyer, SUBMIT, { id, key })).submitReturn;

test('a submission that was lost, and that nobody came back to, keeps no colleague from returning the same after an hour; who comes back later is told what is left, or claims anew [RET-25]', async () => {
  const colleague = { ...someone('BUYER', ['CREATE_RETURN', 'VIEW_ORDER'], buyer.accountId) };
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line, '2');
  desk.breaks.after = 'claimReturn';
  await desk.refused(buyer, SUBMIT, { id, key: 'k' }).catch(() => undefined);
  desk.breaks.after = undefined;
  const lapse = async (): Promise<void> => {
    await releaseLapsedClaims(desk.returns.contextFor(SYSTEM) as ReturnsContext);
    await desk.settle();
  };
  desk.advance(3_599_000);
  await lapse();
  expect(await desk.returnable(line)).toBe('1');
  desk.advance(2_000);
  await Promise.all([lapse(), lapse()]);
  expect(await desk.returnable(line)).toBe('3');
  expect(await desk.claim(buyer, id, line, '2', false, 1), 'whoever stalled over the old version comes too late').toBe('STALE_VERSION');
  const { addReturnLines: theirs } = await desk.ask<{ addReturnLines: Shown }>(colleague, ADD, { lines: [{ orderLineId: line, quantity: '1', reason: 'WRONG' }] });
  await desk.ask(colleague, SUBMIT, { id: theirs.id, key: 'theirs' });
  expect(await submit(desk, id, 'k')).toMatchObject({ status: 'PENDING_APPROVAL' });
  expect(await desk.returnable(line)).toBe('0');
  desk.advance(4_000_000);
  await lapse();
  expect(await desk.returnable(line), 'what was handed in does not lapse').toBe('0');
});

test('word that a claim lapsed comes after the return has claimed anew: nothing is let go of', async () => {
  await using desk = await openDesk(buyer);
  const line = await desk.orderThreeBolts();
  const { id } = await add(desk, line, '2');
  await submit(desk, id);
  const { db, clock } = desk.orders.contextFor(SYSTEM) as OrdersContext;
  const { version } = await db.sql.selectFrom('ReturnClaim').select('version').where('returnId', '=', id).executeTakeFirstOrThrow();
  const lapse = (of: number) => db.transact((tx) => lapseReturnClaim(tx, { returnId: id, version: of, actorId: null, now: clock.now() }));
  await lapse(version);
  expect(await desk.returnable(line)).toBe('1');
  await lapse(version + 1);
  expect(await desk.returnable(line)).toBe('3');
});
