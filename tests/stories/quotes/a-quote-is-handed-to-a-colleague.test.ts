import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { draft, move, mutation, read } from './negotiation.ts';

test('a rep takes a quote for himself, and hands it to nobody [QUOTE-19]', async () => {
  await using world = await startWorld();
  const [bea, sam, sue] = [await world.as('bea'), await world.as('sam'), await world.as('sue')];
  const { viewer } = await sue.ask('{ viewer { id } }');
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  expect((await sam.refused(mutation('assign', id, `salesRepId: "${viewer.id}"`))).code).toBe('FORBIDDEN');
  expect(await read(sam, id)).toMatchObject({ version: 2, status: 'QUOTE_REQUESTED', salesRep: null });
  expect((await move(sue, 'assign', id, `salesRepId: "${viewer.id}"`)).salesRep.name).toBe('Sue');
});

test('where the deployment allows it a rep hands a quote to a colleague who may publish, who alone works on it then [QUOTE-19]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_ASSIGN_COLLEAGUES: 'true' } });
  const [bea, sam, sue, rob, ann] = [await world.as('bea'), await world.as('sam'), await world.as('sue'), await world.as('rob'), await world.as('ann')];
  const idOf = async (who: typeof sam): Promise<string> => `salesRepId: "${(await who.ask('{ viewer { id } }')).viewer.id}"`;
  const { id } = await draft(bea);
  await move(bea, 'request', id);
  for (const unfit of [rob, ann]) expect((await sam.refused(mutation('assign', id, await idOf(unfit)))).code).toBe('FORBIDDEN');
  expect((await rob.refused(mutation('assign', id, await idOf(sue)))).code).toBe('FORBIDDEN');
  expect((await sam.refused(mutation('assign', id, 'salesRepId: "nobody"'))).code).toBe('FORBIDDEN');
  expect(await move(sam, 'assign', id, await idOf(sue))).toMatchObject({ version: 3, status: 'ASSIGNED', salesRep: { name: 'Sue' } });
  expect((await sam.refused(mutation('publish', id))).code).toBe('FORBIDDEN');
  expect((await move(sue, 'publish', id)).status).toBe('PUBLISHED');
  expect((await read(bea, id)).audits.map((audit: { action: string; actor: { name: string } }) => [audit.action, audit.actor.name])).toContainEqual(['ASSIGN_QUOTE', 'Sam']);
});
