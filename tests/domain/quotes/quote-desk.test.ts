import type { SqliteConnection } from '@mikro-orm/sqlite';
import { expect, test } from 'vitest';
import { expireQuotes } from '../../../subgraphs/quotes/use-cases/expire-quotes.ts';
import { moveOf, openDesk, type Desk, type Name } from './desk.ts';

const DAY = 86_400_000;
const PUBLISHED: readonly (readonly [Name, string])[] = [['bea', 'request'], ['sam', 'assign'], ['sam', 'publish']];

const statusOf = async (desk: Desk, id: string): Promise<string> => (await desk.ask('bea', 'query ($id: ID!) { quote(id: $id) { status } }', { id })).quote.status;
const mutate = (desk: Desk, name: Name, move: string, id: string): Promise<string> => desk.codeOf(name, `mutation { ${moveOf(move, id)} }`);

const confirm = (desk: Desk, name: Name, quoteId: string, priceHash: string, checkoutId = 'checkout-1'): Promise<string> =>
  desk.codeOf(name, 'mutation ($quoteId: ID!, $priceHash: String!, $checkoutId: ID!) { confirmQuote(quoteId: $quoteId, priceHash: $priceHash, checkoutId: $checkoutId) { total { amount } lines { sku unitPrice } } }', { quoteId, priceHash, checkoutId });
const hashOf = async (desk: Desk, id: string): Promise<string> => (await desk.ask('bea', 'query ($id: ID!) { quote(id: $id) { priceHash } }', { id })).quote.priceHash;

test('a published quote past its end is expired by the job, once, and can only be cloned [QUOTE-33, QUOTE-34]', async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(...PUBLISHED);
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(0);
  desk.clock.advance(30 * DAY);
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(1);
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(0);
  expect(await statusOf(desk, id)).toBe('EXPIRED');
  const { quote } = await desk.ask('sam', 'query ($id: ID!) { quote(id: $id) { audits { action from to actor { id } } availableActions { name allowed } } }', { id });
  expect(quote.audits.at(-1)).toEqual({ action: 'EXPIRE_QUOTE', from: 'PUBLISHED', to: 'EXPIRED', actor: null });
  expect(await mutate(desk, 'bea', 'edit', id)).toBe('INVALID_STATE');
  expect(await confirm(desk, 'bea', id, await hashOf(desk, id))).toBe('QUOTE_EXPIRED');
});

test('the job passes over statuses of the exclusion list [QUOTE-35, QUOTE-36]', async () => {
  await using desk = await openDesk();
  const waiting = await desk.quoteAfter(...PUBLISHED, ['bea', 'request']);
  const editing = await desk.quoteAfter(...PUBLISHED, ['bea', 'edit']);
  desk.clock.advance(31 * DAY);
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(1);
  expect([await statusOf(desk, waiting), await statusOf(desk, editing)]).toEqual(['QUOTE_REQUESTED', 'EXPIRED']);

  await using other = await openDesk({ CARTWRIGHT_QUOTES_EXPIRY_EXCLUSIONS: 'EDITING' });
  const requested = await other.quoteAfter(...PUBLISHED, ['bea', 'request']);
  other.clock.advance(31 * DAY);
  expect(await expireQuotes(other.contextOf('bea'))).toBe(1);
  expect(await statusOf(other, requested)).toBe('EXPIRED');
});

test("a clone of an expired quote is a new draft without the rep's prices, with the history; the source stays, and cloning twice gives the same [QUOTE-06, QUOTE-13]", async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(['bea', 'request'], ['sam', 'assign']);
  const LINES = 'query ($id: ID!) { quote(id: $id) { id number status total { amount } lines { id overridePrice { amount } } audits { action } } }';
  const { quote } = await desk.ask('bea', LINES, { id });
  await desk.ask('sam', 'mutation ($id: ID!, $line: ID!) { updateQuoteLines(quoteId: $id, lines: [{ lineId: $line, unitPrice: "0.5" }]) { id } }', { id, line: quote.lines[0].id });
  await desk.ask('sam', `mutation { ${moveOf('publish', id)} }`);
  expect(await mutate(desk, 'bea', 'clone', id)).toBe('INVALID_STATE');
  desk.clock.advance(31 * DAY);
  await expireQuotes(desk.contextOf('bea'));
  expect(await mutate(desk, 'sam', 'clone', id)).toBe('FORBIDDEN');

  const clones = [await desk.ask('bea', `mutation { ${moveOf('clone', id)} }`), await desk.ask('bea', `mutation { ${moveOf('clone', id)} }`)].map((answer) => answer.cloneQuote.id);
  expect(clones[0]).toBe(clones[1]);
  const { quote: clone } = await desk.ask('bea', LINES, { id: clones[0] });
  expect(clone).toMatchObject({ number: 'Q-2026-000002', status: 'DRAFTING', total: { amount: '3.00' }, lines: [{ overridePrice: null }] });
  expect(clone.audits.map((audit: { action: string }) => audit.action)).toEqual(['CREATE_QUOTE', 'REQUEST_QUOTE', 'ASSIGN_QUOTE', 'PUBLISH_QUOTE', 'EXPIRE_QUOTE', 'CLONE_QUOTE']);
  const { quote: source } = await desk.ask('bea', LINES, { id });
  expect(source).toMatchObject({ status: 'EXPIRED', total: { amount: '1.50' } });
});

test('a checkout holds the quote: the same may confirm again, no other, and nothing moves it until it is released [QUOTE-30]', async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(...PUBLISHED);
  const hash = await hashOf(desk, id);
  expect(await confirm(desk, 'ann', id, hash)).toBe('NOT_FOUND');
  expect(await confirm(desk, 'sam', id, hash)).toBe('FORBIDDEN');
  expect(await confirm(desk, 'bea', id, 'another')).toBe('PRICE_CHANGED');
  expect(await confirm(desk, 'bea', id, hash)).toBe('allowed');
  expect(await confirm(desk, 'bea', id, hash)).toBe('allowed');
  expect(await confirm(desk, 'bea', id, hash, 'checkout-2')).toBe('INVALID_STATE');
  for (const [name, move] of [['bea', 'request'], ['bea', 'edit'], ['bea', 'cancel'], ['sam', 'recall'], ['sam', 'cancel']] as const) expect(await mutate(desk, name, move, id)).toBe('INVALID_STATE');
  desk.clock.advance(31 * DAY);
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(0);

  const release = 'mutation ($id: ID!, $checkout: ID!) { releaseQuote(quoteId: $id, checkoutId: $checkout) }';
  await desk.ask('bea', release, { id, checkout: 'checkout-2' });
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(0);
  await desk.ask('bea', release, { id, checkout: 'checkout-1' });
  await desk.ask('bea', release, { id, checkout: 'checkout-1' });
  expect(await confirm(desk, 'bea', id, hash)).toBe('QUOTE_EXPIRED');
  expect(await expireQuotes(desk.contextOf('bea'))).toBe(1);
});

test('the order that was placed submits the quote its checkout holds, once; afterwards nobody changes it [QUOTE-31]', async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(...PUBLISHED);
  await confirm(desk, 'bea', id, await hashOf(desk, id));
  desk.clock.advance(31 * DAY); // placed in time, told late
  const event = { id: 'e1', accountId: 'acme', aggregateType: 'order', aggregateId: 'order-1', aggregateVersion: 1, type: 'ORDER_PLACED', schemaVersion: 1, payload: { quoteId: id, checkoutId: 'checkout-1', orderId: 'order-1' }, actorId: 'bea', createdAt: desk.clock.now() };
  await desk.bus.publish(event);
  await desk.bus.publish(event);
  const { quote } = await desk.ask('rob', 'query ($id: ID!) { quote(id: $id) { status version audits { action actor { id } } } }', { id });
  expect(quote).toMatchObject({ status: 'SUBMITTED', version: 6 });
  expect(quote.audits.at(-1)).toEqual({ action: 'SUBMIT_QUOTE', actor: { id: 'bea' } });
  for (const [name, move] of [['bea', 'edit'], ['bea', 'cancel'], ['sam', 'recall'], ['sam', 'cancel']] as const) expect(await mutate(desk, name, move, id)).toBe('INVALID_STATE');
});

test('a quote that moved while it was being priced is read and priced again; one with an expected version is refused', async () => {
  let interfere: (() => Promise<void>) | undefined;
  await using desk = await openDesk({}, async () => {
    const once = interfere;
    interfere = undefined;
    await once?.();
  });
  const id = await desk.quoteAfter();
  const add = (sku: string, version?: number): string => `mutation { updateQuoteLines(quoteId: "${id}", lines: [{ sku: "${sku}" }]${version ? `, expectedVersion: ${version}` : ''}) { version lines { product { sku } } } }`;
  interfere = async () => void (await desk.ask('bea', add('BOLT')));
  const { updateQuoteLines } = await desk.ask('bea', add('NUT'));
  expect(updateQuoteLines).toEqual({ version: 3, lines: [{ product: { sku: 'NAIL' } }, { product: { sku: 'BOLT' } }, { product: { sku: 'NUT' } }] });
  interfere = async () => void (await desk.ask('bea', add('BOLT')));
  expect(await desk.codeOf('bea', add('NUT', 3))).toBe('STALE_VERSION');
});

test("whoever edits, prices are asked for the buyer", async () => {
  await using desk = await openDesk();
  const id = await desk.quoteAfter(['bea', 'request'], ['sam', 'assign']);
  await desk.ask('sam', `mutation { updateQuoteLines(quoteId: "${id}", lines: [{ sku: "BOLT" }]) { id } }`);
  expect(desk.pricedFor).toEqual(['acme', 'acme']);
});

test('where assignment is not required, any publishing rep changes, publishes or rejects a requested quote; a plain one does not [QUOTE-16, QUOTE-23, QUOTE-24, QUOTE-38]', async () => {
  await using desk = await openDesk({ CARTWRIGHT_QUOTES_ASSIGNMENT_REQUIRED: 'false' });
  const [a, b] = [await desk.quoteAfter(['bea', 'request']), await desk.quoteAfter(['bea', 'request'])];
  const change = `mutation { updateQuoteLines(quoteId: "${a}", lines: [{ sku: "BOLT" }]) { id } }`;
  expect(await desk.codeOf('rob', change)).toBe('FORBIDDEN');
  expect(await desk.codeOf('sue', change)).toBe('allowed');
  expect(await mutate(desk, 'rob', 'publish', a)).toBe('FORBIDDEN');
  expect(await mutate(desk, 'sue', 'publish', a)).toBe('allowed');
  expect(await mutate(desk, 'sam', 'reject', b)).toBe('allowed');
});

test('a business buyer without ASK_SALES_ASSISTANCE, a rep and an administrator are refused assistance [ASSIST-02]', async () => {
  await using desk = await openDesk();
  for (const name of ['eve', 'sam', 'olga'] as const) expect(await desk.codeOf(name, 'mutation { requestAssistance(cartId: "01900000-0000-7000-8000-000000000001") { id } }')).toBe('FORBIDDEN');
});

/** How SQLite would find the quotes of a question: a line a statement. */
async function plansOf(desk: Desk, question: string): Promise<string[]> {
  const database = await (desk.running.db.orm.em.getConnection() as SqliteConnection).getNativeClient();
  const statements: string[] = [];
  const prepare = database.prepare.bind(database);
  database.prepare = ((statement: string) => (statements.push(statement), prepare(statement))) as typeof database.prepare;
  await desk.ask('sam', question);
  database.prepare = prepare as typeof database.prepare;
  return statements
    .filter((statement) => /from "quote" /.test(statement))
    .flatMap((statement) => prepare(`explain query plan ${statement}`).all(Array.from(statement.matchAll(/\?/g), () => null)) as { detail: string }[])
    .map(({ detail }) => detail);
}

test('every page of the desk, the last too, begins where an index says, one stretch a status, and is sorted by it', async () => {
  await using desk = await openDesk();
  for (let i = 0; i < 3; i++) await desk.quoteAfter(...PUBLISHED);
  for (const [sort, keys] of [['NEWEST', 'id<?'], ['EXPIRING', '(expires_at,id)>(?,?)'], ['VALUE', '(total_minor,id)<(?,?)']] as const) {
    for (const [filter, index] of [['', 'all'], ['mine: true, ', 'rep']] as const) {
      const question = (after: string): string => `{ quotes(sort: ${sort}, filter: { ${filter}${sort === 'VALUE' ? 'currency: "EUR"' : ''} }, first: 1${after}) { nodes { id } pageInfo { endCursor } } }`;
      const first = await desk.ask('sam', question(''));
      const plans = await plansOf(desk, question(`, after: "${first.quotes.pageInfo.endCursor}"`));
      expect(plans.length, sort).toBe(8); // the statuses a rep may see
      for (const plan of plans) {
        expect(plan).toContain(`USING INDEX quote_desk_${index}_${sort.toLowerCase()} (`);
        expect(plan).toContain(keys);
      }
    }
  }
});
