export const CART = 'id version name status expiresAt total { amount } lines { id quantity unitPrice { amount } product { sku } }';
export const ADD = `mutation ($cartId: ID, $lines: [CartLineInput!]!, $expectedVersion: Int, $key: String) { addCartLines(cartId: $cartId, lines: $lines, expectedVersion: $expectedVersion, idempotencyKey: $key) { ${CART} } }`;
export const UPDATE = `mutation ($cartId: ID!, $lines: [CartLineUpdate!]!, $expectedVersion: Int, $key: String) { updateCartLines(cartId: $cartId, lines: $lines, expectedVersion: $expectedVersion, idempotencyKey: $key) { ${CART} } }`;
export const SAVE = `mutation ($cartId: ID!, $name: String) { saveCart(cartId: $cartId, name: $name) { ${CART} } }`;
export const ACTIVATE = `mutation ($cartId: ID!) { activateCart(cartId: $cartId) { ${CART} } }`;
export const DUPLICATE = `mutation ($cartId: ID!, $name: String!) { duplicateCart(cartId: $cartId, name: $name) { ${CART} } }`;
export const DELETE = 'mutation ($cartId: ID!) { deleteCart(cartId: $cartId) { id status } }';
export const CLAIM = `mutation ($token: String!, $mode: GuestCartMode!) { claimGuestCart(guestToken: $token, mode: $mode) { ${CART} } }`;
export const READ = `query ($cartId: ID!) { cart(id: $cartId) { ${CART} } }`;
export const ACTIVE = `{ activeCart { ${CART} } }`;
export const LIST = '{ carts { nodes { id name status } } }';

export const skusOf = ({ lines }: { lines: readonly { product: { sku: string } }[] }): string[] => lines.map(({ product }) => product.sku);
