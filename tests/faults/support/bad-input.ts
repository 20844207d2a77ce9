/** One way to be wrong; `$cartId` and the like come from the test. */
export interface BadInput {
  readonly what: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code: string;
}

export interface Known {
  readonly cartId: string;
  readonly lineId: string;
  readonly version: number;
  /** A cart of somebody else. */
  readonly foreignId: string;
}

const ADD = 'mutation ($cartId: ID!, $lines: [CartLineInput!]!, $expected: Int) { addCartLines(cartId: $cartId, lines: $lines, expectedVersion: $expected) { version } }';
const UPDATE = 'mutation ($cartId: ID!, $lines: [CartLineUpdate!]!) { updateCartLines(cartId: $cartId, lines: $lines) { version } }';

/** What a broken or hostile client may send about a cart, and the code it gets back. */
export function badInputs({ cartId, lineId, version, foreignId }: Known): BadInput[] {
  const add = (what: string, line: unknown, code: string): BadInput => ({ what, query: ADD, variables: { cartId, lines: [line] }, code });
  const update = (what: string, quantity: unknown, code: string): BadInput => ({ what, query: UPDATE, variables: { cartId, lines: [{ lineId, quantity }] }, code });
  return [
    add('an unknown SKU', { sku: 'NO-SUCH', quantity: '1' }, 'UNKNOWN_SKU'),
    add('a SKU in the wrong case', { sku: 'mug-red', quantity: '1' }, 'UNKNOWN_SKU'),
    add('a SKU of fifty thousand letters', { sku: 'X'.repeat(50_000), quantity: '1' }, 'UNKNOWN_SKU'),
    add('an unknown unit', { sku: 'MUG-RED', quantity: '1', uom: 'MTR' }, 'UNKNOWN_UOM'),
    add('a product without a price', { sku: 'VASE-NEW', quantity: '1' }, 'PRICE_NOT_FOUND'),
    add('a negative quantity', { sku: 'MUG-RED', quantity: '-1' }, 'QUANTITY_INVALID'),
    add('a quantity of zero', { sku: 'MUG-RED', quantity: '0' }, 'QUANTITY_INVALID'),
    add('a fraction of a whole thing', { sku: 'HAMPER-XL', quantity: '1.5' }, 'QUANTITY_INDIVISIBLE'),
    add('seven decimals', { sku: 'CABLE-2.5', quantity: '0.0000001' }, 'QUANTITY_INVALID'),
    add('more than can be ordered', { sku: 'MUG-RED', quantity: '1000000001' }, 'QUANTITY_INVALID'),
    add('1e30 as text', { sku: 'MUG-RED', quantity: '1e30' }, 'BAD_USER_INPUT'),
    add('1e30 as a number', { sku: 'MUG-RED', quantity: 1e30 }, 'BAD_USER_INPUT'),
    add('a float', { sku: 'MUG-RED', quantity: 1.5 }, 'BAD_USER_INPUT'),
    add('NaN as text', { sku: 'MUG-RED', quantity: 'NaN' }, 'BAD_USER_INPUT'),
    add('a quantity that is an object', { sku: 'MUG-RED', quantity: { $gt: 0 } }, 'BAD_USER_INPUT'),
    add('a null quantity', { sku: 'MUG-RED', quantity: null }, 'BAD_USER_INPUT'),
    add('a null line', null, 'BAD_USER_INPUT'),
    add('a line that is a text', 'MUG-RED', 'BAD_USER_INPUT'),
    add('a line with an unknown field', { sku: 'MUG-RED', quantity: '1', unitPrice: '0.01' }, 'BAD_USER_INPUT'),
    add('a line without a SKU', { quantity: '1' }, 'BAD_USER_INPUT'),
    add('a SKU that is a number', { sku: 1, quantity: '1' }, 'BAD_USER_INPUT'),
    { what: 'an amount beyond what a document holds', query: ADD, variables: { cartId, lines: Array.from({ length: 1_000 }, () => ({ sku: 'DRILL-18V', quantity: '1000000000' })) }, code: 'AMOUNT_TOO_LARGE' },
    { what: 'no lines', query: ADD, variables: { cartId, lines: [] }, code: 'BAD_USER_INPUT' },
    { what: 'null for lines', query: ADD, variables: { cartId, lines: null }, code: 'BAD_USER_INPUT' },
    { what: 'too many lines', query: ADD, variables: { cartId, lines: Array.from({ length: 1_001 }, () => ({ sku: 'MUG-RED' })) }, code: 'BAD_USER_INPUT' },
    { what: 'one bad line among good ones', query: ADD, variables: { cartId, lines: [{ sku: 'MUG-RED' }, { sku: 'NO-SUCH' }, { sku: 'MUG-BLUE' }] }, code: 'UNKNOWN_SKU' },
    { what: 'a version behind', query: ADD, variables: { cartId, lines: [{ sku: 'MUG-RED' }], expected: version - 1 }, code: 'STALE_VERSION' },
    { what: 'a version ahead', query: ADD, variables: { cartId, lines: [{ sku: 'MUG-RED' }], expected: version + 1 }, code: 'STALE_VERSION' },
    { what: 'a version that is no Int', query: ADD, variables: { cartId, lines: [{ sku: 'MUG-RED' }], expected: 2 ** 40 }, code: 'BAD_USER_INPUT' },
    { what: "somebody else's cart", query: ADD, variables: { cartId: foreignId, lines: [{ sku: 'MUG-RED' }] }, code: 'NOT_FOUND' },
    { what: 'a cart id that is rubbish', query: ADD, variables: { cartId: "1' or '1'='1", lines: [{ sku: 'MUG-RED' }] }, code: 'NOT_FOUND' },
    { what: 'an empty cart id', query: ADD, variables: { cartId: '', lines: [{ sku: 'MUG-RED' }] }, code: 'NOT_FOUND' },
    update('a negative new quantity', '-2', 'QUANTITY_INVALID'),
    update('a new quantity of 1e30', '1e30', 'BAD_USER_INPUT'),
    { what: 'a line the cart does not have', query: UPDATE, variables: { cartId, lines: [{ lineId: foreignId, quantity: '1' }] }, code: 'NOT_FOUND' },
    { what: 'no updates', query: UPDATE, variables: { cartId, lines: [] }, code: 'BAD_USER_INPUT' },
    { what: 'removing nothing', query: 'mutation ($cartId: ID!) { removeCartLines(cartId: $cartId, lineIds: []) { version } }', variables: { cartId }, code: 'BAD_USER_INPUT' },
    { what: 'a name of blanks', query: 'mutation ($cartId: ID!) { saveCart(cartId: $cartId, name: "   ") { version } }', variables: { cartId }, code: 'BAD_USER_INPUT' },
    { what: 'a cursor that is rubbish', query: '{ carts(after: "rubbish") { nodes { id } } }', code: 'BAD_CURSOR' },
    { what: 'a cursor of another shape', query: `{ carts(after: "${Buffer.from('{"a":1}').toString('base64url')}") { nodes { id } } }`, code: 'BAD_CURSOR' },
    { what: 'a page of -1', query: '{ carts(first: -1) { nodes { id } } }', code: 'BAD_USER_INPUT' },
    { what: 'a page of a million', query: '{ carts(first: 1000000) { nodes { id } } }', code: 'BAD_USER_INPUT' },
    { what: 'an order at another price', query: 'mutation ($cartId: ID!) { placeOrder(input: { cartId: $cartId, priceHash: "rubbish", idempotencyKey: "k1" }) { __typename } }', variables: { cartId }, code: 'PRICE_CHANGED' },
    { what: 'an order of nothing', query: 'mutation { placeOrder(input: { priceHash: "x", idempotencyKey: "k2" }) { __typename } }', code: 'BAD_USER_INPUT' },
    { what: 'a malformed document', query: 'mutation { addCartLines(', code: 'GRAPHQL_PARSE_FAILED' },
    { what: 'an unknown field', query: '{ activeCart { id secret } }', code: 'GRAPHQL_VALIDATION_FAILED' },
    { what: 'a field that is for peers only', query: '{ _entities(representations: []) { __typename } }', code: 'GRAPHQL_VALIDATION_FAILED' },
    { what: 'a missing variable', query: ADD, variables: {}, code: 'BAD_USER_INPUT' },
    { what: 'a document nested too deep', query: `{ activeCart ${'{ owner { account '.repeat(40)}{ id }${' } }'.repeat(40)} }`, code: 'GRAPHQL_VALIDATION_FAILED' },
  ];
}

const FOLLOW = 'subscription ($cartId: ID!, $after: Int) { cartChanged(cartId: $cartId, afterVersion: $after) { version } }';

/** What may be wrong with a subscription. */
export function badSubscriptions({ cartId, foreignId }: Known): BadInput[] {
  return [
    { what: "somebody else's cart", query: FOLLOW, variables: { cartId: foreignId }, code: 'NOT_FOUND' },
    { what: "somebody else's cart after a version", query: FOLLOW, variables: { cartId: foreignId, after: 0 }, code: 'NOT_FOUND' },
    { what: 'a cart id that is rubbish', query: FOLLOW, variables: { cartId: '../../etc' }, code: 'NOT_FOUND' },
    { what: 'a version that is a text', query: FOLLOW, variables: { cartId, after: 'x' }, code: 'BAD_USER_INPUT' },
    { what: 'a version that is no Int', query: FOLLOW, variables: { cartId, after: 2 ** 40 }, code: 'BAD_USER_INPUT' },
    { what: 'an unknown field', query: 'subscription ($cartId: ID!) { cartChanged(cartId: $cartId) { secret } }', variables: { cartId }, code: 'GRAPHQL_VALIDATION_FAILED' },
    { what: 'two subscriptions in one', query: 'subscription ($a: ID!) { a: cartChanged(cartId: $a) { version } b: cartChanged(cartId: $a) { version } }', variables: { a: cartId }, code: 'GRAPHQL_VALIDATION_FAILED' },
    { what: 'a malformed document', query: 'subscription { cartChanged(', code: 'GRAPHQL_PARSE_FAILED' },
  ];
}
