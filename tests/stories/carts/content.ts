import type { Data, Session } from '../../support/session.ts';

export const CONTENT = `id version total { amount } shippingTotal { amount } taxTotal { amount } note purchaseOrderNumber shippingInstructions requestedOn
  shipTo { id city } billTo { id city } fields { name label type value } problems { code lineId message } promotionCodes { code applied } pricingAgreementId shippingMethod
  shipments { shippingMethod addressId charge { amount } problem } freeGoods { quantity } taxes { code amount { amount } }
  lines { id quantity uom note total { amount } unitPrice { amount } product { sku } fields { name value } shipping { shipTo { city } shippingMethod instructions requestedOn } taxes { code amount { amount } } }`;
export const ADD = `mutation ($cartId: ID, $lines: [CartLineInput!]!) { addCartLines(cartId: $cartId, lines: $lines) { ${CONTENT} } }`;
export const UPDATE_CART = `mutation ($cartId: ID!, $actions: [CartAction!]!, $expectedVersion: Int, $key: String) {
  updateCart(cartId: $cartId, actions: $actions, expectedVersion: $expectedVersion, idempotencyKey: $key) { ${CONTENT} } }`;
export const READ = `query ($cartId: ID!) { cart(id: $cartId) { ${CONTENT} } }`;
export const ORDER = `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id shippingTotal { amount } total { amount } purchaseOrderNumber
  shipToAddressId fields { name label value } lines { product { sku } quantity fields { name label value } } } } }`;

export async function add(session: Session, ...lines: { sku: string; quantity?: string; uom?: string }[]): Promise<Data> {
  return (await session.ask(ADD, { lines })).addCartLines;
}

export async function update(session: Session, cartId: string, ...actions: object[]): Promise<Data> {
  return (await session.ask(UPDATE_CART, { cartId, actions })).updateCart;
}

export const linesOf = ({ lines }: Data): string[] => lines.map(({ product, quantity, uom }: Data) => `${quantity} ${uom} ${product.sku}`);

export async function addressesOf(session: Session): Promise<Map<string, string>> {
  const { viewer } = await session.ask('{ viewer { account { addresses { id city } } } }');
  return new Map(viewer.account.addresses.map(({ id, city }: Data) => [city, id]));
}

export async function ship(olga: Session, ...methods: object[]): Promise<void> {
  await olga.ask('mutation ($methods: [ShippingMethodInput!]!) { upsertShippingMethods(methods: $methods) { code } }', { methods });
}
