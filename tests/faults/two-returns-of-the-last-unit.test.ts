import { expect, test } from 'vitest';
import type { Viewer } from '#kernel/viewer.ts';
import { someone } from '../domain/orders/shop.ts';
import { openDesk } from '../domain/returns/desk.ts';
import { percentile, report, rounded } from '../support/figures.ts';
import { startWorld } from '../support/world.ts';
import { order } from '../stories/fulfilment/fulfilment.ts';
import { newKey } from '../stories/orders/shopping.ts';
import { ADD, add, back, CANCEL, lineOf, PENDING, submit, SUBMIT, UPDATE } from '../stories/returns/returning.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 12);
const RIGHTS = ['CHECKOUT', 'CREATE_ORDER', 'CREATE_RETURN', 'VIEW_ORDER', 'VIEW_NET_PRICE'];
const LEFT = 'query ($id: ID!) { order(id: $id) { lines { quantity returnableQuantity returnedQuantity } } }';

test('two people submit returns of the same last units at once, round after round: one gets them, the other is told what remains and returns that [RET-25, I12]', async () => {
  await using world = await startWorld();
  const [bea, ann] = [await world.as('bea'), await world.as('ann')];
  const waits: number[] = [];
  const wins: Record<string, number> = { bea: 0, ann: 0 };
  let told = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const purchase = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }]);
    const people = round % 2 === 0 ? [{ name: 'bea', person: bea }, { name: 'ann', person: ann }] : [{ name: 'ann', person: ann }, { name: 'bea', person: bea }];
    const tries = [];
    for (const each of people) tries.push({ ...each, pending: await add(each.person, back(lineOf(purchase), '2')) });

    const began = performance.now();
    const answers = await Promise.all(tries.map(async ({ person, pending }) => (await person.answer(SUBMIT, { id: pending.id, key: newKey() })).errors?.[0]?.extensions));
    waits.push(performance.now() - began);
    const losers = tries.filter((_, i) => answers[i]);
    for (const { name } of tries.filter((_, i) => !answers[i])) wins[name] = (wins[name] ?? 0) + 1;
    expect(losers).toHaveLength(1);
    const refusal = answers.find((answer) => answer);
    expect(refusal).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { orderNumber: purchase.number, sku: 'MUG-RED', returnableQuantity: '1' } });
    told++;

    const [loser] = losers;
    if (!loser) continue;
    await loser.person.ask(UPDATE, { id: loser.pending.id, lines: [{ lineId: loser.pending.lines[0]?.id, quantity: '1' }] });
    await submit(loser.person, loser.pending.id);
    expect((await bea.ask(LEFT, { id: purchase.id })).order.lines).toEqual([{ quantity: '3', returnableQuantity: '0', returnedQuantity: '3' }]);
  }
  report('two returns of the last unit', { rounds: ROUNDS, wins, told, p50Ms: rounded(percentile(waits, 0.5)), p99Ms: rounded(percentile(waits, 0.99)) });
}, 120_000);

test('two returns that both passed every look before they claim: the claim lets one through, whoever comes first [RET-25, I12]', async () => {
  const [one, other] = [someone('BUYER', RIGHTS, 'acme'), someone('BUYER', RIGHTS, 'acme')];
  await using desk = await openDesk(one);
  const add = async (viewer: Viewer, orderLineId: string): Promise<string> =>
    (await desk.ask<{ addReturnLines: { id: string } }>(viewer, 'mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id } }', { lines: [{ orderLineId, quantity: '2', reason: 'DAMAGED' }] })).addReturnLines.id;
  const codes: string[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const line = await desk.orderThreeBolts();
    const ids = [await add(one, line), await add(other, line)];
    let waiting = 0;
    const both = Promise.withResolvers<void>();
    desk.breaks.before = () => (++waiting === 2 ? both.resolve() : undefined, both.promise);
    const answers = await Promise.all([one, other].map((viewer, i) => desk.ask(viewer, 'mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id } }', { id: ids[i], key: ids[i] }).then(() => undefined, (error: { code?: string; extensions?: { code: string; details: { returnableQuantity: string } } }) => error.extensions)));
    desk.breaks.before = undefined;
    expect(waiting).toBe(2);
    expect(answers.filter((answer) => answer === undefined)).toHaveLength(1);
    const refusal = answers.find((answer) => answer !== undefined);
    expect(refusal).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', details: { returnableQuantity: '1' } });
    codes.push(refusal?.code ?? '');
    expect(await desk.returnable(line)).toBe('1');
    for (const [i, viewer] of [one, other].entries()) if (answers[i]) await desk.ask(viewer, 'mutation ($id: ID!) { cancelReturn(returnId: $id) { id } }', { id: ids[i] });
    await desk.settle();
  }
  report('two claims of the last unit', { rounds: ROUNDS, refused: codes.length });
}, 60_000);

test('ten adds of one person at once make one pending return that has them all; given up at the same time, nothing stays taken [RET-07, RET-08, RET-10]', async () => {
  await using world = await startWorld();
  const cat = await world.as('cat');
  const lines = (await order(cat, [{ sku: 'MUG-RED', quantity: '10' }])).lines.map(({ id }) => id);
  const answers = await Promise.all(Array.from({ length: 10 }, () => cat.ask(ADD, { lines: [back(lines[0])] })));
  expect(new Set(answers.map(({ addReturnLines: { id } }) => id)).size).toBe(1);
  const { pendingReturn } = await cat.ask(PENDING);
  expect(pendingReturn).toMatchObject({ version: 10, lines: [{ quantity: '10' }] });

  const { id } = pendingReturn;
  const race = await Promise.all([cat.answer(SUBMIT, { id, key: 'race' }), cat.answer(CANCEL, { id })]);
  await world.settle();
  const codes = race.map(({ errors }) => String(errors?.[0]?.extensions?.code ?? 'done'));
  const left = (await cat.ask('{ returns { nodes { status } } }')).returns.nodes as { status: string }[];
  report('submitted and given up at once', { submit: codes[0], cancel: codes[1], left: left.map(({ status }) => status) });
  expect(codes).toContain('done');
  const isTaken = left.some(({ status }) => status === 'PENDING_APPROVAL');
  const again = await cat.answer(ADD, { lines: [back(lines[0], '10')] });
  expect(again.errors?.[0]?.extensions?.code ?? 'added').toBe(isTaken ? 'RETURN_QUANTITY_EXCEEDED' : 'added');
}, 60_000);
