import type { Session } from '../../support/session.ts';
import type { Watch } from '../../support/watch.ts';

export const CART_FIELDS = 'id version name owner { name } total { amount currency } problems { code lineId } lines { id quantity unitPrice { amount } total { amount } product { sku name } }';
export const ADD = `mutation ($cartId: ID, $lines: [CartLineInput!]!, $expectedVersion: Int, $key: String) { addCartLines(cartId: $cartId, lines: $lines, expectedVersion: $expectedVersion, idempotencyKey: $key) { ${CART_FIELDS} } }`;
export const UPDATE = `mutation ($cartId: ID!, $lineId: ID!, $quantity: Decimal!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: $quantity }]) { ${CART_FIELDS} } }`;
export const READ = `query ($cartId: ID!) { cart(id: $cartId) { ${CART_FIELDS} } }`;
export const WATCH = `subscription ($cartId: ID!, $after: Int) { cartChanged(cartId: $cartId, afterVersion: $after) { kind cause fromVersion version cart { ${CART_FIELDS} } } }`;
export const SET_PRICE = 'mutation ($prices: [PriceInput!]!) { upsertPrices(priceList: "default", prices: $prices) { code } }';

/** The two ways a change reaches a browser. */
export const WAYS = [
  { way: 'WebSocket', watch: (session: Session, variables: Record<string, unknown>): Promise<Watch> => session.watch(WATCH, variables) },
  { way: 'SSE', watch: async (session: Session, variables: Record<string, unknown>): Promise<Watch> => session.watchEvents(WATCH, variables) },
] as const;
