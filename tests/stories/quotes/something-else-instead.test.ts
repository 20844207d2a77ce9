import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { draft, move } from './negotiation.ts';

const LINES = 'version status audits { action from to } lines { id product { sku } quantity uom unitPrice { amount } overridePrice { amount } total { amount } alternatives { id product { sku name } description quantity uom listPrice { amount } unitPrice { amount } total { amount } } substitutes { sku } }';
const OFFER = `mutation ($quoteId: ID!, $lineId: ID!, $alternatives: [QuoteAlternativeInput!]!, $expectedVersion: Int) { offerQuoteAlternatives(quoteId: $quoteId, lineId: $lineId, alternatives: $alternatives, expectedVersion: $expectedVersion) { ${LINES} } }`;
const PICK = `mutation ($quoteId: ID!, $alternativeId: ID!, $comment: String, $expectedVersion: Int) { pickQuoteAlternative(quoteId: $quoteId, alternativeId: $alternativeId, comment: $comment, expectedVersion: $expectedVersion) { ${LINES} total { amount } } }`;
const READ = `query ($id: ID!) { quote(id: $id) { ${LINES} availableActions { name allowed } } }`;

test('a rep offers something else for a line, and the buyer who picks it has the offer asked for again with it, at the price the rep named [QUOTE-21, QUOTE-27]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_QUOTES_MAX_DISCOUNT_PERCENT: '50' } });
  const [bea, ann, gus, sam, sue, rob] = [await world.as('bea'), await world.as('ann'), await world.as('gus'), await world.as('sam'), await world.as('sue'), await world.as('rob')];
  const { id: quoteId, lines: [mug, pot] } = await draft(bea);
  const offer = { quoteId, lineId: mug.id, alternatives: [{ sku: 'MUG-BLUE', unitPrice: '5.00' }, { sku: 'PLATE-27', quantity: '3' }] };
  expect((await sam.refused(OFFER, offer)).code, 'a draft is its owner\'s').toBe('NOT_FOUND');
  await move(bea, 'request', quoteId);
  for (const rep of [sam, rob]) expect((await rep.refused(OFFER, offer)).code, 'not before it is his').toBe('FORBIDDEN');
  await move(sam, 'assign', quoteId);
  for (const other of [bea, sue, rob]) expect((await other.refused(OFFER, offer)).code).toBe('FORBIDDEN');
  for (const stranger of [ann, gus]) expect((await stranger.refused(OFFER, offer)).code).toBe('NOT_FOUND');
  expect((await sam.refused(OFFER, { ...offer, lineId: quoteId })).code).toBe('NOT_FOUND');
  expect((await sam.refused(OFFER, { ...offer, alternatives: [{ sku: 'NO-SUCH' }] })).code).toBe('UNKNOWN_SKU');
  expect((await sam.refused(OFFER, { ...offer, alternatives: [{ sku: 'MUG-BLUE', unitPrice: '1.00' }] })).code).toBe('DISCOUNT_TOO_DEEP');
  expect((await sam.refused(OFFER, { ...offer, expectedVersion: 1 })).code).toBe('STALE_VERSION');
  const { offerQuoteAlternatives: offered } = await sam.ask(OFFER, { ...offer, expectedVersion: 3 });
  expect(offered).toMatchObject({ version: 4, status: 'ASSIGNED' });
  expect(offered.lines[0]).toMatchObject({
    product: { sku: 'MUG-RED' },
    substitutes: [{ sku: 'MUG-BLUE' }, { sku: 'MUG-WHITE' }],
    alternatives: [
      { product: { sku: 'MUG-BLUE', name: 'Stoneware mug, blue' }, quantity: '10', uom: 'EA', listPrice: { amount: '6.95' }, unitPrice: { amount: '5.00' }, total: { amount: '50.00' } },
      { product: { sku: 'PLATE-27' }, quantity: '3', unitPrice: { amount: '8.20' }, total: { amount: '24.60' } },
    ],
  });
  const [blue, plate] = offered.lines[0].alternatives.map((each: { id: string }) => each.id);
  expect((await bea.refused(PICK, { quoteId, alternativeId: blue })).code, 'the rep works on it').toBe('QUOTE_STATUS_INVALID');

  const { version } = await move(sam, 'publish', quoteId);
  expect((await sam.refused(OFFER, { ...offer, alternatives: [] })).code).toBe('QUOTE_STATUS_INVALID');
  expect((await bea.ask(READ, { id: quoteId })).quote.availableActions).toContainEqual({ name: 'pickQuoteAlternative', allowed: true });
  expect((await sam.refused(PICK, { quoteId, alternativeId: blue })).code).toBe('FORBIDDEN');
  for (const stranger of [ann, gus]) expect((await stranger.refused(PICK, { quoteId, alternativeId: blue })).code).toBe('NOT_FOUND');
  expect((await bea.refused(PICK, { quoteId, alternativeId: mug.id })).code).toBe('NOT_FOUND');
  expect((await bea.refused(PICK, { quoteId, alternativeId: blue, expectedVersion: version - 1 })).code).toBe('STALE_VERSION');
  const frames = await sam.watch('subscription ($id: ID!) { quoteChanged(quoteId: $id) { cause } }', { id: quoteId });
  await frames.next();
  const { pickQuoteAlternative: picked } = await bea.ask(PICK, { quoteId, alternativeId: blue, comment: 'Blue will do.', expectedVersion: version });
  expect(picked).toMatchObject({ status: 'QUOTE_REQUESTED', version: version + 3, lines: [{ id: mug.id, product: { sku: 'MUG-BLUE' }, quantity: '10', unitPrice: { amount: '5.00' }, overridePrice: { amount: '5.00' }, total: { amount: '50.00' } }, { id: pot.id, product: { sku: 'TEAPOT-1L' } }] });
  expect(picked.audits.slice(-3)).toEqual([{ action: 'EDIT_QUOTE', from: 'PUBLISHED', to: 'EDITING' }, { action: 'PICK_ALTERNATIVE', from: 'EDITING', to: 'EDITING' }, { action: 'REQUEST_QUOTE', from: 'EDITING', to: 'QUOTE_REQUESTED' }]);
  expect((await frames.next()).quoteChanged.cause).toBe('EDIT_QUOTE');
  await frames.close();
  const REVISIONS = 'query ($id: ID!) { quote(id: $id) { revisions { alternatives { lineId sku quantity unitPrice } } } }';
  const { revisions } = (await bea.ask(REVISIONS, { id: quoteId })).quote;
  expect(revisions.map(({ alternatives }: { alternatives: object[] }) => alternatives.length), 'the offer keeps what stood beside its lines').toEqual([0, 2, 2]);
  expect(revisions[1].alternatives[0]).toEqual({ lineId: mug.id, sku: 'MUG-BLUE', quantity: '10', unitPrice: '5.00' });
  const { quoteDiff } = await bea.ask('query ($id: ID!) { quoteDiff(quoteId: $id, from: 2, to: 3) { lines { lineId changed } } }', { id: quoteId });
  expect(quoteDiff.lines).toEqual([{ lineId: mug.id, changed: expect.arrayContaining(['sku', 'unitPrice', 'total']) as string[] }]);

  expect((await bea.ask(PICK, { quoteId, alternativeId: blue })).pickQuoteAlternative.version, 'a second click changes nothing').toBe(picked.version);
  const { pickQuoteAlternative: plates } = await bea.ask(PICK, { quoteId, alternativeId: plate });
  expect(plates).toMatchObject({ status: 'QUOTE_REQUESTED', version: picked.version + 1, lines: [{ product: { sku: 'PLATE-27' }, quantity: '3', overridePrice: null }, {}] });
  await bea.ask('mutation ($quoteId: ID!, $line: ID!) { updateQuoteLines(quoteId: $quoteId, lines: [{ lineId: $line, remove: true }]) { id } }', { quoteId, line: mug.id });
  expect((await bea.refused(PICK, { quoteId, alternativeId: blue })).code, 'a line that goes takes them along').toBe('NOT_FOUND');
});

test('an alternative that was taken back is gone, also in the middle of picking it, and who sees no net prices sees list prices of them', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id: quoteId, lines: [mug] } = await draft(bea);
  await move(bea, 'request', quoteId);
  await move(sam, 'assign', quoteId);
  const alternatives = [{ sku: 'MUG-BLUE', unitPrice: '5.00' }];
  const { offerQuoteAlternatives: { lines: [{ alternatives: [first] }] } } = await sam.ask(OFFER, { quoteId, lineId: mug.id, alternatives });
  const { offerQuoteAlternatives: { lines: [{ alternatives: [second] }] } } = await sam.ask(OFFER, { quoteId, lineId: mug.id, alternatives });
  await world.embedded.subgraphs.get('accounts')?.db.orm.em.getConnection().execute("update app_user set permissions = '[\"CREATE_ORDER\"]' where email = 'bea@acme.example'");
  const blind = await world.as('bea');
  expect((await blind.ask(READ, { id: quoteId })).quote.lines[0].alternatives).toMatchObject([{ unitPrice: { amount: '6.95' }, total: { amount: '69.50' } }]);
  await move(sam, 'publish', quoteId);
  const REVISIONS = 'query ($id: ID!) { quote(id: $id) { revisions { alternatives { unitPrice } } } }';
  expect([(await blind.ask(REVISIONS, { id: quoteId })).quote.revisions[1], (await sam.ask(REVISIONS, { id: quoteId })).quote.revisions[1]]).toEqual([{ alternatives: [{ unitPrice: '6.95' }] }, { alternatives: [{ unitPrice: '5.00' }] }]);
  expect((await bea.refused(PICK, { quoteId, alternativeId: first.id })).code).toBe('NOT_FOUND');
  const [one, other] = await Promise.all([bea.answer(PICK, { quoteId, alternativeId: second.id }), sam.answer('mutation ($id: ID!) { recallQuote(quoteId: $id) { status } }', { id: quoteId })]);
  const codes = [one, other].map(({ errors }) => errors?.[0]?.extensions?.code ?? 'done');
  expect(codes.filter((code) => code === 'done'), `one wins, the other is told: ${codes.join()}`).toHaveLength(1);
});

test('an administrator says what can be had instead of a product; nobody else does, and nothing stands for itself', async () => {
  await using world = await startWorld();
  const [olga, sam, bea] = [await world.as('olga'), await world.as('sam'), await world.as('bea')];
  const SET = 'mutation ($sku: String!, $substitutes: [String!]!) { setProductSubstitutes(sku: $sku, substitutes: $substitutes) { sku substitutes { sku name } } }';
  const wish = { sku: 'BOWL-16', substitutes: ['PLATE-27', 'MUG-WHITE'] };
  for (const other of [sam, bea]) expect((await other.refused(SET, wish)).code).toBe('FORBIDDEN');
  expect((await olga.refused(SET, { ...wish, substitutes: ['BOWL-16'] })).code).toBe('BAD_USER_INPUT');
  expect((await olga.refused(SET, { ...wish, substitutes: ['NO-SUCH'] })).code).toBe('BAD_USER_INPUT');
  expect((await olga.refused(SET, { ...wish, sku: 'NO-SUCH' })).code).toBe('UNKNOWN_SKU');
  for (const _twice of [1, 2]) expect((await olga.ask(SET, wish)).setProductSubstitutes.substitutes.map(({ sku }: { sku: string }) => sku)).toEqual(wish.substitutes);
  await olga.ask('mutation { addToAssortment(site: "default", skus: ["BOWL-16", "MUG-WHITE"]) }');
  expect((await bea.ask('{ product(sku: "BOWL-16") { substitutes { sku } } }')).product.substitutes).toEqual([{ sku: 'MUG-WHITE' }]);
  expect((await olga.ask(SET, { ...wish, substitutes: [] })).setProductSubstitutes.substitutes).toEqual([]);
});

test('each line has alternatives of its own, ten at most and none that cannot be had; the word of whoever picks one is kept [QUOTE-21, QUOTE-27]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id: quoteId, lines: [mug, pot] } = await draft(bea);
  await move(bea, 'request', quoteId);
  await move(sam, 'assign', quoteId);
  const offer = { quoteId, lineId: mug.id, alternatives: [{ sku: 'MUG-BLUE', unitPrice: '5.00' }] };
  await sam.ask(OFFER, offer);
  const { offerQuoteAlternatives: both } = await sam.ask(OFFER, { ...offer, lineId: pot.id, alternatives: [{ sku: 'PLATE-27' }, { sku: 'MUG-BLUE', quantity: '2' }] });
  expect(both.lines.map(({ alternatives }: { alternatives: object[] }) => alternatives.length)).toEqual([1, 2]);
  const codeOf = async (...alternatives: object[]): Promise<string> => (await sam.refused(OFFER, { ...offer, alternatives })).code;
  expect(await codeOf(...Array.from({ length: 11 }, () => ({ sku: 'MUG-BLUE' })))).toBe('BAD_USER_INPUT');
  expect(await codeOf({ sku: 'MUG-BLUE', quantity: '0' })).toBe('QUANTITY_INVALID');
  expect(await codeOf({ sku: 'MUG-BLUE', unitPrice: '-1' })).toBe('BAD_USER_INPUT');
  await move(sam, 'publish', quoteId);
  await bea.ask(PICK, { quoteId, alternativeId: both.lines[0].alternatives[0].id, comment: 'Blue will do.' });
  expect((await sam.ask('query ($id: ID!) { quote(id: $id) { notes { text } } }', { id: quoteId })).quote.notes).toContainEqual({ text: 'Blue will do.' });
});
