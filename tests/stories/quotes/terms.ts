import type { Session } from '../../support/session.ts';

/* What the seller's administrator sets up for a story. */

export const PRICED = 'id version status priceHash subtotal { amount } discountTotal { amount } shippingTotal { amount } taxTotal { amount } total { amount } taxes { code rate amount { amount } } adjustments { promotionId code amount { amount } } promotionCodes freeGoods { quantity product { sku } } lines { id unitPrice { amount } total { amount } discount { amount } priceExplanation { kind source } }';

// oxlint-disable-next-line no-explicit-any
type Quote = Record<string, any>;

/** Prices are those of the country from now on, and so are the taxes. */
export async function taxBritain(olga: Session, rate = '0.2'): Promise<void> {
  await olga.ask('mutation { setSitePricing(input: { mode: SITE_LIST, priceList: "default", country: "GB" }) { site } }');
  await setRate(olga, rate);
}

export const setRate = (olga: Session, rate: string): Promise<unknown> => olga.ask('mutation ($rate: Decimal!) { upsertTaxRates(rates: [{ code: "VAT", country: "GB", rate: $rate, validFrom: "2020-01-01T00:00:00Z" }]) { version } }', { rate });

export const promote = (olga: Session, input: object): Promise<unknown> => olga.ask('mutation ($input: PromotionInput!) { upsertPromotion(input: $input) { id } }', { input });

export async function priced(who: Session, id: string): Promise<Quote> {
  return (await who.ask(`query ($id: ID!) { quote(id: $id) { ${PRICED} } }`, { id })).quote;
}

export const SET_TERMS = `mutation ($id: ID!, $terms: QuoteTermsInput!) { updateQuoteTerms(quoteId: $id, terms: $terms) { ${PRICED} } }`;

export async function setTerms(who: Session, id: string, terms: object): Promise<Quote> {
  return (await who.ask(SET_TERMS, { id, terms })).updateQuoteTerms;
}
