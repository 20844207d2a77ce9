/** What a storefront shows of a cart; all of it lies in one subgraph. */
const CART = 'id version total { amount currency } lines { id quantity unitPrice { amount } total { amount } product { sku } }';

export const ADD_LINE = `mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 1 }]) { ${CART} } }`;
export const READ_CART = `{ activeCart { ${CART} } }`;
