import { afterAll, expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { FILL, golden, letIn, LETS_IN, RETURN, RETURN_URL, start } from './procurement.ts';

const world = await startWorld({ env: LETS_IN });
afterAll(() => world[Symbol.asyncDispose]());
const bea = await world.as('bea');
const { secret } = await letIn(world, bea);

const call = (fields: Record<string, string>, method: 'GET' | 'POST' = 'POST'): Promise<Response> => {
  const url = new URL('/punchout/oci', world.url);
  if (method === 'GET') url.search = String(new URLSearchParams(fields));
  return fetch(url, { method, redirect: 'manual', ...(method === 'POST' && { body: new URLSearchParams(fields) }) });
};
const login = { USERNAME: 'acme & sons', PASSWORD: secret, HOOK_URL: RETURN_URL, '~target': '_top', '~OkCode': 'ADDI', '~caller': 'CTLG' };

test.each(['GET', 'POST'] as const)('who comes with %s is sent to the start page, and goes back with a form as OCI has it', async (method) => {
  const response = await call(login, method);
  expect(response.status).toBe(303);
  const page = new URL(response.headers.get('location') ?? '');
  expect(page.origin + page.pathname).toBe('https://shop.example/punchout');
  const { visitor, session } = await start(world, page.searchParams.get('token') ?? '');
  expect(session).toMatchObject({ protocol: 'OCI', status: 'OPEN' });
  await visitor.ask(FILL, { cart: session.cart.id });
  const { returnPunchOutCart: form } = await visitor.ask(RETURN, { id: session.id });
  expect([form.url, form.target]).toEqual([RETURN_URL, '_top']);
  const text = form.fields.map(({ name, value }: { name: string; value: string }) => `${name}=${value}`).join('\n');
  expect(text.replaceAll(session.id.replaceAll('-', ''), '{SESSION}')).toBe(golden('oci-form.txt'));
});

test('what is wrong is said in plain words: credentials, address, what is missing, what is not offered', async () => {
  const statusOf = async (fields: Record<string, string>): Promise<number> => (await call({ ...login, ...fields })).status;
  expect(await statusOf({ PASSWORD: 'wrong' })).toBe(401);
  expect(await statusOf({ USERNAME: 'nobody' })).toBe(401);
  expect(await statusOf({ HOOK_URL: 'https://evil.example/' })).toBe(403);
  expect(await statusOf({ HOOK_URL: '' })).toBe(400);
  expect(await statusOf({ FUNCTION: 'BACKGROUND_SEARCH' })).toBe(501);
  expect((await fetch(new URL('/punchout/oci', world.url), { method: 'PUT' })).status).toBe(405);
});

test('switched off, nobody is let in by any door', async () => {
  await using closed = await startWorld();
  for (const path of ['/punchout/oci', '/punchout/cxml']) expect((await fetch(new URL(path, closed.url), { method: 'POST', body: 'x' })).status).toBe(404);
  const olga = await closed.as('olga');
  expect((await olga.refused('{ punchOutPartners { id } }')).code).toBe('OPERATION_DISABLED');
});
