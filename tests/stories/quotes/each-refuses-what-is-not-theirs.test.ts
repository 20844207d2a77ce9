import { expect, test } from 'vitest';
import type { PersonName, Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { CHANGE, change, draft, move, mutation, read, READ } from './negotiation.ts';

async function people<Name extends PersonName>(world: World, ...names: Name[]): Promise<{ [N in Name]: Session }> {
  const sessions = await Promise.all(names.map(async (name) => [name, await world.as(name)] as const));
  return Object.fromEntries(sessions) as { [N in Name]: Session };
}

const codeOf = async (who: Session, name: string, id: string, more = ''): Promise<string> => (await who.refused(mutation(name, id, more))).code;

test("a draft exists for its owner only: not for reps, colleagues, administrators or strangers [QUOTE-04, QUOTE-07, QUOTE-12]", async () => {
  await using world = await startWorld();
  const { bea, ...others } = await people(world, 'bea', 'ann', 'gus', 'cat', 'sam', 'rob', 'olga', 'pia', 'guest');
  const { id } = await draft(bea);
  for (const other of Object.values(others)) {
    expect((await other.refused(READ, { id })).code).toBe('NOT_FOUND');
    expect(await codeOf(other, 'request', id)).toBe('NOT_FOUND');
    expect(await codeOf(other, 'cancel', id)).toBe('NOT_FOUND');
    expect((await other.refused(CHANGE, { quoteId: id, lines: [{ sku: 'MUG-BLUE' }] })).code).toBe('NOT_FOUND');
  }
  expect((await (await world.as('nobody')).refused(READ, { id })).code).toBe('UNAUTHENTICATED');
});

test('a requested quote is for its owner and the reps; publishing and rejecting wait for an assignment [QUOTE-08, QUOTE-15, QUOTE-16, QUOTE-23, QUOTE-38]', async () => {
  await using world = await startWorld();
  const { bea, ann, sam, rob, olga } = await people(world, 'bea', 'ann', 'sam', 'rob', 'olga');
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  for (const reader of [bea, sam, rob]) expect((await read(reader, id)).status).toBe('QUOTE_REQUESTED');
  for (const stranger of [ann, olga]) expect((await stranger.refused(READ, { id })).code).toBe('NOT_FOUND');
  expect(await codeOf(sam, 'publish', id)).toBe('ASSIGNMENT_REQUIRED');
  expect(await codeOf(sam, 'reject', id, 'reason: "no"')).toBe('ASSIGNMENT_REQUIRED');
  expect((await sam.refused(CHANGE, { quoteId: id, lines: [{ sku: 'MUG-BLUE' }] })).code).toBe('FORBIDDEN');
  expect(await codeOf(rob, 'assign', id)).toBe('FORBIDDEN');
  expect(await codeOf(bea, 'assign', id)).toBe('FORBIDDEN');
  expect((await change(bea, id, [{ sku: 'MUG-BLUE', quantity: '2' }])).lines).toHaveLength(3);
});

test('an assigned quote is changed, published and rejected by its rep alone [QUOTE-20, QUOTE-22, QUOTE-24, QUOTE-38, QUOTE-42]', async () => {
  await using world = await startWorld();
  const { bea, sam, sue, rob } = await people(world, 'bea', 'sam', 'sue', 'rob');
  const { id, lines } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const price = { quoteId: id, lines: [{ lineId: lines[0].id, unitPrice: '1' }] };
  for (const other of [bea, sue, rob]) {
    expect((await other.refused(CHANGE, price)).code).toBe('FORBIDDEN');
    expect(await codeOf(other, 'publish', id)).toBe('FORBIDDEN');
    expect(await codeOf(other, 'reject', id, 'reason: "no"')).toBe('FORBIDDEN');
  }
  for (const other of [sue, rob]) expect(await codeOf(other, 'cancel', id)).toBe('FORBIDDEN');
  expect(await codeOf(sue, 'assign', id)).toBe('INVALID_STATE');
  expect(await codeOf(bea, 'edit', id)).toBe('INVALID_STATE');
  expect((await move(sam, 'reject', id, 'reason: "Sold out"')).status).toBe('REJECTED');
  expect((await move(bea, 'request', id)).status).toBe('QUOTE_REQUESTED');
});

test('a published offer stands: nobody changes it, the buyer takes it back first and the seller sees it no more [QUOTE-25, QUOTE-26, QUOTE-27, QUOTE-28, QUOTE-32]', async () => {
  await using world = await startWorld();
  const { bea, sam, sue, rob } = await people(world, 'bea', 'sam', 'sue', 'rob');
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await move(sam, 'publish', id);
  for (const reader of [bea, sam, sue, rob]) expect((await reader.refused(CHANGE, { quoteId: id, lines: [{ sku: 'MUG-BLUE' }] })).code).toBe('QUOTE_STATUS_INVALID');
  expect(await codeOf(bea, 'recall', id)).toBe('FORBIDDEN');
  expect(await codeOf(rob, 'recall', id)).toBe('FORBIDDEN');
  expect(await codeOf(sam, 'edit', id)).toBe('FORBIDDEN');
  expect(await codeOf(bea, 'clone', id)).toBe('INVALID_STATE');

  expect((await move(bea, 'edit', id)).status).toBe('EDITING');
  for (const rep of [sam, sue, rob]) {
    expect((await rep.refused(READ, { id })).code).toBe('NOT_FOUND');
    expect(await codeOf(rep, 'recall', id)).toBe('NOT_FOUND');
  }
  expect((await change(bea, id, [{ sku: 'MUG-BLUE' }])).lines).toHaveLength(3);
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  await move(sam, 'publish', id);
  expect((await move(sue, 'recall', id)).status).toBe('QUOTE_REQUESTED');
});

test('a canceled quote takes nothing but its deletion by a rep; then it is gone [QUOTE-40, QUOTE-41, QUOTE-43]', async () => {
  await using world = await startWorld();
  const { bea, sam } = await people(world, 'bea', 'sam');
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  expect(await codeOf(sam, 'delete', id)).toBe('INVALID_STATE');
  await move(bea, 'cancel', id, 'reason: "No budget"');
  for (const name of ['request', 'edit', 'cancel', 'clone']) expect(await codeOf(bea, name, id)).toBe('INVALID_STATE');
  for (const name of ['assign', 'publish', 'recall']) expect(await codeOf(sam, name, id)).toBe('INVALID_STATE');
  expect(await codeOf(bea, 'delete', id)).toBe('FORBIDDEN');
  await move(sam, 'delete', id);
  for (const reader of [bea, sam]) expect((await reader.refused(READ, { id })).code).toBe('NOT_FOUND');
  expect(await codeOf(sam, 'delete', id)).toBe('NOT_FOUND');
});

test('internal notes stay with the seller; a rep without the right to publish only reads [QUOTE-08, QUOTE-50]', async () => {
  await using world = await startWorld();
  const { bea, sam, rob } = await people(world, 'bea', 'sam', 'rob');
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  const note = (text: string, internal: boolean): string => `mutation { addQuoteNote(quoteId: "${id}", text: "${text}", internal: ${internal}) { version notes { text } } }`;
  await bea.ask(note('Soon, please.', false));
  await sam.ask(note('Margin is thin.', true));
  expect((await bea.refused(note('psst', true))).code).toBe('FORBIDDEN');
  expect((await rob.refused(note('me too', false))).code).toBe('FORBIDDEN');
  const texts = async (who: Session): Promise<string[]> => (await read(who, id)).notes.map((each: { text: string }) => each.text);
  expect(await texts(bea)).toEqual(['Soon, please.']);
  expect(await texts(rob)).toEqual(['Soon, please.', 'Margin is thin.']);
});
