import type { Clock } from '#kernel/clock.ts';
import type { Data, Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';

export const TERMS = '{ text hash template templateVersion enforced reviewAgain acceptance { acceptedById acceptedByName acceptedAt } }';
export const READ = `query ($id: ID!) { termsOf(cartId: $id) ${TERMS} }`;
export const ACCEPT = `mutation ($id: ID!, $hash: String!) { acceptTerms(cartId: $id, hash: $hash) ${TERMS} }`;
export const REJECT = 'mutation ($id: ID!, $reason: String, $comment: String) { rejectTerms(cartId: $id, reason: $reason, comment: $comment) { id status reason cart { id } } }';
export const PUBLISH = 'mutation ($terms: TermsInput!) { publishTerms(terms: $terms) { site name version } }';

export const CLAUSES = [
  { heading: 'Delivery', text: 'We deliver {quantity} pieces.' },
  { text: 'Mugs may break.', skus: ['MUG-RED'] },
  { text: 'Large orders take a week.', variable: 'quantity', atLeast: '100' },
  { text: 'Goods go to the address {shipTo}.', variable: 'shipTo' },
];

/** A shop with terms, published by its administrator. */
export async function startWithTerms(env: Record<string, string> = {}, clock?: Clock): Promise<World> {
  const world = await startWorld({ clock, env: { CARTWRIGHT_ORDERS_CONTRACTS: 'true', CARTWRIGHT_ORDERS_CONTRACT_TEMPLATE: 'standard', CARTWRIGHT_CARTS_SHARING: 'true', ...env } });
  await (await world.as('olga')).ask(PUBLISH, { terms: { name: 'standard', clauses: CLAUSES } });
  return world;
}

export const ENFORCED = { CARTWRIGHT_ORDERS_ENFORCE_TERMS: 'true' };

export async function mugs(buyer: Session, quantity: string = '2'): Promise<Data> {
  return (await buyer.ask('mutation ($quantity: Decimal) { addCartLines(lines: [{ sku: "MUG-RED", quantity: $quantity }]) { id priceHash lines { id } } }', { quantity })).addCartLines;
}

export async function termsOf(reader: Session, id: string): Promise<Data> {
  return (await reader.ask(READ, { id })).termsOf;
}

/** Reads the terms and agrees to them. */
export async function agree(buyer: Session, id: string): Promise<Data> {
  const { hash } = await termsOf(buyer, id);
  return (await buyer.ask(ACCEPT, { id, hash })).acceptTerms;
}

let keys = 0;
export const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id termsAccepted terms { template templateVersion text acceptedById acceptedByName acceptedAt } } } }';
const PRICE_HASH = 'query ($id: ID!) { cart(id: $id) { priceHash } }';

/** What orders the cart at its present price. */
export async function orderOf(buyer: Session, cartId: string, more: Data = {}): Promise<{ input: Data }> {
  const { cart } = await buyer.ask(PRICE_HASH, { id: cartId });
  return { input: { cartId, priceHash: cart.priceHash, idempotencyKey: `terms-${++keys}`, ...more } };
}
