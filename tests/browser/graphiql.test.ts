import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildClientSchema, getIntrospectionQuery, parse, validate, type IntrospectionQuery } from 'graphql';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProduct } from '../support/product.ts';

const CHROMIUM = '/usr/bin/chromium';
const EXAMPLES = new URL('../../gateway/graphiql/page/examples/', import.meta.url);
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

const present = existsSync(CHROMIUM);
if (!present) console.warn(`GraphiQL in a browser is not tested: there is no ${CHROMIUM} (apt-get install chromium).`);

describe.skipIf(!present)('GraphiQL in a browser', () => {
  const complaints: string[] = [];
  const requests: Request[] = [];
  const sent: string[] = [];
  let product: Awaited<ReturnType<typeof startProduct>>;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    product = await startProduct();
    browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: QUIET });
    page = await browser.newPage();
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => requests.push(request));
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))));
    await open();
  });

  afterAll(async () => {
    await browser?.close();
    await product?.close();
  });

  test('every example is valid in the published schema', async () => {
    const answer = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: getIntrospectionQuery() }),
    });
    const { data } = (await answer.json()) as { data: IntrospectionQuery };
    const schema = buildClientSchema(data);
    for (const name of readdirSync(EXAMPLES)) {
      const problems = validate(schema, parse(readFileSync(new URL(name, EXAMPLES), 'utf8')));
      expect(problems.map(({ message }) => message), name).toEqual([]);
    }
  });

  test('the schema is explained, and completed while typing', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await page.getByRole('link', { name: 'activeCart', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();
    await page.getByRole('button', { name: 'New tab' }).click();
    await page.locator('.graphiql-query-editor .monaco-editor').first().click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('{ activeC');
    await page.locator('.suggest-widget .monaco-list-row', { hasText: 'activeCart' }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('a chosen person signs in through the API, and their token goes with each request', async () => {
    await openTab(1);
    await be('bea@acme.example');
    await run();
    expect(await answerWith('"BUYER"')).toContain('"unitPrice"');
    expect(await lastAuthorization()).toMatch(/^Bearer ./);
    await be('nobody');
    await run();
    await answerWith('"viewer": null');
    expect(await lastAuthorization()).toBeUndefined();
  });

  test('the person is remembered over a reload, without signing in again', async () => {
    await be('bea@acme.example');
    const token = await page.evaluate<string>(`JSON.parse(sessionStorage.getItem('cartwright.identity')).session.token`);
    await open();
    await openTab(1);
    await run();
    await answerWith('"BUYER"');
    expect(await lastAuthorization()).toBe(`Bearer ${token}`);
  });

  test('a cart is watched live, and a switch reconnects as the other person', async () => {
    await openTab(2);
    await run();
    const { cartId } = (JSON.parse(await answerWith('"cartId"')) as { data: { addCartLines: { cartId: string } } }).data.addCartLines;
    await openTab(3);
    await run();
    await answerWith('"SNAPSHOT"');
    const asBea = lastSent('connection_init');
    expect(asBea).toContain('"authorization":"Bearer ');
    expect(lastSent('subscribe')).toContain(cartId);
    await addLineElsewhere(cartId);
    await page.getByText('frame 2', { exact: true }).waitFor();
    await be('gus@globex.example');
    await answerWith('"NOT_FOUND"');
    expect(lastSent('connection_init')).not.toBe(asBea);
  });

  test('all of it came from this server, and nothing was complained of', () => {
    const outside = requests.map((request) => request.url()).filter((url) => !url.startsWith(product.url) && !url.startsWith('data:'));
    expect(outside).toEqual([]);
    expect(complaints).toEqual([]);
  });

  async function open(): Promise<void> {
    await page.goto(`${product.url}/graphql`);
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  }

  async function be(who: string): Promise<void> {
    await page.getByLabel('Who to be').selectOption(who);
    await page.locator('select[aria-busy="false"]').waitFor();
  }

  /** The editor parses a tab's document a moment after it is shown; only then does the run button know it. */
  async function openTab(number: number): Promise<void> {
    await page.locator('.graphiql-tab-button').nth(number - 1).click();
    await page.locator('.graphiql-query-editor .view-line', { hasText: `# ${number}. ` }).waitFor();
  }

  async function run(): Promise<void> {
    await page.locator('.graphiql-execute-button').click();
  }

  async function answerWith(part: string): Promise<string> {
    const read = `__MONACO.editor.getModels().find(({ uri }) => uri.path.endsWith('response.json'))?.getValue() ?? ''`;
    await expect.poll(() => page.evaluate<string>(read), { timeout: 10_000 }).toContain(part);
    return page.evaluate<string>(read);
  }

  async function lastAuthorization(): Promise<string | undefined> {
    return requests.findLast((request) => request.method() === 'POST')?.headers()['authorization'];
  }

  function lastSent(type: string): string {
    return sent.findLast((frame) => frame.includes(`"type":"${type}"`)) ?? '';
  }

  async function addLineElsewhere(cartId: string): Promise<void> {
    const token = await page.evaluate<string>(`JSON.parse(sessionStorage.getItem('cartwright.identity')).session.token`);
    const sku = await page.evaluate<string>(`JSON.parse(sessionStorage.getItem('cartwright.recall')).sku`);
    await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({
        query: 'mutation ($cartId: ID!, $sku: String!) { addCartLines(cartId: $cartId, lines: [{ sku: $sku }]) { version } }',
        variables: { cartId, sku },
      }),
    });
  }
});
