import { startWorld, type World } from '../../support/world.ts';

const RESULT = 'row line selected customerPartNumber partNumber uom quantity sku name primaryUom uoms problem message';
export const SETTINGS = '{ directEntrySettings { offered rows extraRows maxRows allUoms headerCodes } }';
export const RESOLVE = `query ($rows: [DirectEntryRow!]!) { resolveDirectEntry(rows: $rows) { ${RESULT} } }`;
export const PARSE = `query ($content: String!, $hasHeader: Boolean) { parseDirectEntryCsv(content: $content, hasHeader: $hasHeader) { rows { ${RESULT} } ignored truncated notice } }`;
export const ADD_ROWS = `mutation ($cartId: ID, $rows: [DirectEntryRow!]!, $expectedVersion: Int, $key: String) {
  addDirectEntry(cartId: $cartId, rows: $rows, expectedVersion: $expectedVersion, idempotencyKey: $key) { id version total { amount } lines { uom quantity product { sku } } }
}`;
export const ACTIVE = '{ activeCart { id version lines { uom quantity product { sku } } } }';
export const LOAD_NUMBERS = 'mutation ($accountId: ID!, $partNumbers: [CustomerPartNumberInput!]!) { upsertCustomerPartNumbers(accountId: $accountId, partNumbers: $partNumbers) }';

/** The product with direct entry on, as most of these stories need it. */
export const startEntryWorld = (env: Record<string, string> = {}): Promise<World> => startWorld({ env: { CARTWRIGHT_CARTS_DIRECT_ENTRY: 'true', ...env } });

/** What Acme calls things is loaded; RED stands for two mugs, of which the blue one ranks higher. */
export async function loadNumbers(world: World): Promise<void> {
  const [olga, bea] = [await world.as('olga'), await world.as('bea')];
  const { viewer } = await bea.ask('{ viewer { account { id } } }');
  const partNumbers = [
    { partNumber: 'RED', sku: 'MUG-RED', rank: 1 },
    { partNumber: 'RED', sku: 'MUG-BLUE', rank: 2 },
    { partNumber: 'M4', sku: 'SCREW-M4', rank: 1 },
  ];
  await olga.ask(LOAD_NUMBERS, { accountId: viewer.account.id, partNumbers });
}
