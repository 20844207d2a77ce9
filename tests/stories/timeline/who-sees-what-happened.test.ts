import { expect, test } from 'vitest';
import { startWorld } from '../../support/world.ts';
import { uploadTo } from '../attachments/attaching.ts';
import { fillCart, newKey, orderCart } from '../orders/shopping.ts';
import { change, draft, move } from '../quotes/negotiation.ts';
import { entriesOf, factIn, RECORDED, refusedTo, told } from './timeline.ts';

const NOTE = 'mutation ($id: ID!, $internal: Boolean) { addQuoteNote(quoteId: $id, text: "Say no more.", internal: $internal) { version } }';

test("a rep sees a quote's entries in statuses he may read, and never what was the buyer's draft [QUOTE-04]", async () => {
  await using world = await startWorld({ env: RECORDED });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id: quoteId, lines } = await draft(bea);
  await change(bea, quoteId, [{ lineId: lines[0].id, quantity: '12' }]);
  await world.settle();
  expect(await refusedTo(sam, { quoteId })).toBe('NOT_FOUND');
  await move(bea, 'request', quoteId);
  await world.settle();
  expect(told(await entriesOf(bea, { quoteId }))).toEqual(['QUOTE CREATE_QUOTE', 'QUOTE LINES_CHANGED', 'QUOTE REQUEST_QUOTE']);
  expect(told(await entriesOf(sam, { quoteId }))).toEqual(['QUOTE REQUEST_QUOTE']);
  await move(bea, 'edit', quoteId);
  await world.settle();
  expect(await refusedTo(sam, { quoteId })).toBe('NOT_FOUND');
  await move(bea, 'request', quoteId);
  await world.settle();
  expect(told(await entriesOf(sam, { quoteId }))).toEqual(['QUOTE REQUEST_QUOTE', 'QUOTE REQUEST_QUOTE']);
});

test('internal notes are entries for the seller alone [QUOTE-50]', async () => {
  await using world = await startWorld({ env: RECORDED });
  const [bea, sam, sue] = [await world.as('bea'), await world.as('sam'), await world.as('sue')];
  const { id: quoteId } = await draft(bea);
  await move(bea, 'request', quoteId);
  await move(sam, 'assign', quoteId);
  await sam.ask(NOTE, { id: quoteId, internal: true });
  await sam.ask(NOTE, { id: quoteId, internal: false });
  await world.settle();
  const notes = async (person: typeof bea): Promise<number> => told(await entriesOf(person, { quoteId })).filter((entry) => entry === 'QUOTE NOTE_ADDED').length;
  expect([await notes(bea), await notes(sam), await notes(sue)]).toEqual([1, 2, 2]);
});

test("the seller's internal files are entries for the seller alone, until one is shown [QUOTE-50]", async () => {
  await using world = await startWorld({ env: { ...RECORDED, CARTWRIGHT_QUOTES_ATTACHMENT_CATEGORY: 'documents' } });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const { id: quoteId } = await draft(bea);
  await move(bea, 'request', quoteId);
  await move(sam, 'assign', quoteId);
  const { uploads: [cost, terms] } = await uploadTo(sam, `/quote-attachments?quoteId=${quoteId}`, { name: 'cost.pdf', content: 'cost' }, { name: 'terms.pdf', content: 'terms' });
  const apply = (file: typeof cost, internal: boolean): Promise<unknown> => sam.ask('mutation ($id: ID!, $add: [QuoteAttachmentInput!]) { applyQuoteAttachments(quoteId: $id, add: $add) { version } }', { id: quoteId, add: [{ uploadId: file?.id, internal }] });
  const files = async (person: typeof bea): Promise<number> => {
    await world.settle();
    return told(await entriesOf(person, { quoteId })).filter((entry) => entry === 'QUOTE ATTACHMENTS_CHANGED').length;
  };
  await apply(cost, true);
  expect([await files(bea), await files(sam)]).toEqual([0, 1]);
  await apply(terms, false);
  await apply(cost, false);
  expect([await files(bea), await files(sam)]).toEqual([2, 3]);
});

test('who may not see net prices is told no amounts, neither in pages nor what they were before [CART-29]', async () => {
  await using world = await startWorld({ env: RECORDED });
  const [bea, ben] = [await world.as('bea'), await world.as('ben')];
  const order = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '100' }]));
  await fillCart(ben, [{ sku: 'MUG-RED', quantity: '100' }]);
  await world.settle();
  expect(factIn(await entriesOf(bea, { orderId: order.id }), 'ORDER_PLACED', 'total')).toEqual([null, order.total.amount]);
  const theirs = await entriesOf(ben, { orderId: order.id });
  expect(told(theirs)).toContain('ORDER ORDER_PLACED');
  const { activeCart } = await ben.ask('{ activeCart { id } }');
  const own = await entriesOf(ben, { cartId: activeCart.id });
  expect(told(own)).toEqual(['CART LINES_ADDED']);
  const facts = [...theirs, ...own].flatMap((entry) => entry.facts);
  expect(facts.map(({ field }) => field)).toContain('quantity');
  expect(facts.filter(({ beforeAmount, afterAmount, field }) => beforeAmount || afterAmount || /total|price|amount/i.test(field))).toEqual([]);
});

test('what a reader may not read is left out, and with it nothing else', async () => {
  await using world = await startWorld({ env: RECORDED });
  const [bea, ann, sam] = [await world.as('bea'), await world.as('ann'), await world.as('sam')];
  const order = await orderCart(bea, await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]));
  const { addReturnLines: pending } = await bea.ask('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }', { line: order.lines[0]?.id });
  await world.settle();
  expect(told(await entriesOf(bea, { returnId: pending.id }))).toEqual(['RETURN RETURN_LINES_ADDED']);
  expect(await refusedTo(sam, { returnId: pending.id })).toBe('NOT_FOUND');
  await bea.ask('mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id } }', { id: pending.id, key: newKey() });
  await world.settle();
  const kinds = async (person: typeof bea): Promise<string[]> => [...new Set((await entriesOf(person, { orderId: order.id })).map(({ kind }) => kind))].sort();
  expect(await kinds(bea)).toEqual(['CART', 'ORDER', 'RETURN']);
  expect(await kinds(ann), 'the cart is not hers').toEqual(['ORDER', 'RETURN']);
  const forSam = told(await entriesOf(sam, { orderId: order.id }));
  expect(forSam).toContain('RETURN RETURN_SUBMITTED');
  expect(forSam).not.toContain('RETURN RETURN_LINES_ADDED');
});

test('until it is switched on it records nothing and says so', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const cart = await fillCart(bea, [{ sku: 'MUG-RED', quantity: '1' }]);
  await world.settle();
  expect(await refusedTo(bea, { cartId: cart.id })).toBe('OPERATION_DISABLED');
});
