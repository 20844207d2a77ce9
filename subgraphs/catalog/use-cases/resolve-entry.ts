import type { ErrorCode } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import type { AnsweredOffer } from '../domain/offer-from-outside.ts';
import type { OfferRequest } from '../domain/make-offer.ts';
import { orderProblem, type OrderProblem } from '../domain/order-problem.ts';
import type { Product } from '../entities/product.ts';
import { answerPrices } from './answer-offers.ts';
import { findItems, type NamedItem } from './find-items.ts';

export interface EntryRow extends NamedItem {
  readonly quantity: string;
  readonly uom?: string | null;
}

export interface EntryItem {
  readonly sku: string | null;
  readonly name: string | null;
  readonly primaryUom: string | null;
  /** Those a buyer may choose from. */
  readonly uoms: readonly string[];
  readonly problem: ErrorCode | null;
  readonly message: string | null;
}

export interface EntryWish {
  /** Otherwise the primary unit is all there is to choose. */
  readonly allUoms: boolean;
  /** Whether a row without a price has a problem. */
  readonly checkPrices: boolean;
}

/**
 * What the rows of a direct entry stand for, with the units to choose from. A row that cannot be ordered as it is still tells
 * its item. Without need no price is looked up. [DIE-03, DIE-11..14]
 */
export async function resolveEntry(context: CatalogContext, rows: readonly EntryRow[], { allUoms, checkPrices }: EntryWish): Promise<EntryItem[]> {
  const items = await findItems(context, rows);
  const inList = allUoms && (await sellsFromSiteList(context));
  const uomsInQuestion = (row: EntryRow, product: Product): readonly string[] => (inList ? product.uoms : checkPrices ? [uomOf(row, product)] : []);
  const isPriced = await findPriced(context, rows.map((row) => ({ row, product: items.productOf(row) })), uomsInQuestion);
  return rows.map((row) => {
    const product = items.productOf(row);
    if (!product) return { ...NOTHING, problem: 'UNKNOWN_SKU', message: `There is no product ${row.sku || row.partNumber}.` };
    const { sku, name, primaryUom } = product;
    const uom = uomOf(row, product);
    const problem = orderProblem(product, uom, row.quantity, items.factorOf(product, uom)) ?? (isPriced(row, product, uom) ? null : 'PRICE_NOT_FOUND');
    const uoms = allUoms ? product.uoms.filter((each) => isPriced(row, product, each)) : [primaryUom];
    return { sku, name, primaryUom, uoms, problem, message: problem && SENTENCES[problem](sku, `${row.quantity} ${uom}`) };
  });
}

const NOTHING = { sku: null, name: null, primaryUom: null, uoms: [] };
const uomOf = (row: EntryRow, { primaryUom }: Product): string => row.uom || primaryUom;

const SENTENCES: { readonly [P in OrderProblem | 'PRICE_NOT_FOUND']: (sku: string, amount: string) => string } = {
  UNKNOWN_UOM: (sku) => `${sku} is not sold in this unit of measure.`,
  QUANTITY_INDIVISIBLE: (sku, amount) => `${sku} is sold in whole units only, not as ${amount}.`,
  QUANTITY_BELOW_MINIMUM: (sku, amount) => `${sku} is not sold in so small a quantity as ${amount}.`,
  QUANTITY_NOT_A_STEP: (sku, amount) => `${sku} is sold in certain steps only, not as ${amount}.`,
  PRICE_NOT_FOUND: (sku, amount) => `${sku} has no price for ${amount}.`,
};

/** A site that nobody set up does. [CART-63] */
async function sellsFromSiteList({ db, config }: CatalogContext): Promise<boolean> {
  const site = await db.sql.selectFrom('SitePricing').select('mode').where('site', '=', config.site).executeTakeFirst();
  return site?.mode !== 'BEST_PRICE';
}

type IsPriced = (row: EntryRow, product: Product, uom: string) => boolean;

/** Whether there is a price for each row in each unit in question: one question for all of them. What is not in question counts as priced. [DIE-12, DIE-14] */
async function findPriced(context: CatalogContext, rows: readonly { row: EntryRow; product: Product | undefined }[], uomsInQuestion: (row: EntryRow, product: Product) => readonly string[]): Promise<IsPriced> {
  const questions = new Map<string, OfferRequest>();
  for (const { row, product } of rows) {
    for (const uom of product ? uomsInQuestion(row, product) : []) {
      const question = { sku: product?.sku ?? '', uom, quantity: row.quantity };
      questions.set(keyOf(question), question);
    }
  }
  const offers = await answerPrices(context, [...questions.values()]);
  const unpriced = new Set([...questions.keys()].filter((_, i) => hasNoPrice(offers[i])));
  return ({ quantity }, { sku }, uom) => !unpriced.has(keyOf({ sku, uom, quantity }));
}

const keyOf = ({ sku, uom, quantity }: OfferRequest): string => JSON.stringify([sku, uom, quantity]);
const hasNoPrice = (offer: AnsweredOffer | undefined): boolean => offer?.problem === 'PRICE_NOT_FOUND' || offer?.problem === 'EXCHANGE_RATE_NOT_FOUND';
