import type { Data, Session } from '../../support/session.ts';

export const CART = `id version priceHash subtotal { amount } discountTotal { amount } taxTotal { amount } shippingTotal { amount } total { amount }
  taxes { code rate amount { amount } } adjustments { name code amount { amount } } promotionCodes { code applied reason } paymentTerm shippingMethod pricingAgreementId
  freeGoods { product { sku } quantity } problems { code lineId }
  lines { id product { sku } quantity listPrice { amount } unitPrice { amount } total { amount } discount { amount }
    priceExplanation { kind source sourceVersion delta { amount } unitPriceAfter { amount } losers { source unitPrice { amount } reason } } }`;

/** Red mugs: 6.95, from ten on 6.25, from a hundred on 5.40. */
export async function addMugs(session: Session, quantity: number): Promise<Data> {
  return (await session.ask(`mutation ($quantity: Decimal!) { addCartLines(lines: [{ sku: "MUG-RED", quantity: $quantity }]) { ${CART} } }`, { quantity: String(quantity) })).addCartLines;
}

export async function promote(olga: Session, promotion: Record<string, unknown>): Promise<void> {
  await olga.ask('mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { id } }', { input: promotion });
}

/** Twenty percent on everything, of the site's own country. */
export async function tax(olga: Session, code = 'VAT', rate = '0.2'): Promise<void> {
  await olga.ask('mutation ($rates: [TaxRateInput!]!) { upsertTaxRates(rates: $rates) { __typename } }', { rates: [{ code, country: 'GB', rate }] });
  await olga.ask('mutation { setSitePricing(input: { mode: SITE_LIST, priceList: "default", country: "GB", paymentTerm: "NET30" }) { __typename } }');
}

export const applyCode = `mutation ($cart: ID!, $code: String!) { applyPromotionCode(cartId: $cart, code: $code) { ${CART} } }`;
export const placeOrder = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id total { amount } taxTotal { amount } lines { product { sku } quantity total { amount } } } } }';
