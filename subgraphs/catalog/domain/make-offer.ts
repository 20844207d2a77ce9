import { unitMoneyOf } from '#kernel/money.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import { availableOf, type Counted } from './availability.ts';
import type { Ratio } from './convert-quantity.ts';
import { findPrice, type PriceRow } from './find-price.ts';
import type { ItemType } from './item-types.ts';
import { orderProblem, type Orderable, type OrderProblem } from './order-problem.ts';
import { showSteps, type ShownStep } from './show-price.ts';

export interface OfferRequest {
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
}

/** What is known of a SKU in one price list. */
export interface OfferFacts {
  readonly product?: OfferedProduct;
  readonly stock?: Counted;
  readonly prices: readonly PriceRow[];
  readonly list?: { readonly code: string; readonly currency: string; readonly version: number };
  /** Of the unit asked for, to the primary one. */
  readonly factor?: Ratio;
  readonly at: Date;
}

interface OfferedProduct extends Orderable {
  readonly name: string;
  readonly primaryUom: string;
  readonly itemType: ItemType;
  readonly returnable: boolean;
}

export type OfferProblem = 'UNKNOWN_SKU' | OrderProblem | 'PRICE_NOT_FOUND';

export interface Offer {
  readonly sku: string;
  readonly uom: string;
  readonly quantity: string;
  readonly problem: OfferProblem | null;
  readonly name: string | null;
  readonly currency: string | null;
  readonly listPrice: string | null;
  readonly unitPrice: string | null;
  readonly explanation: readonly ShownStep[];
  readonly priceList: string | null;
  readonly priceListVersion: number | null;
  readonly available: string | null;
  readonly indivisible: boolean;
  readonly returnable: boolean;
}

/** Answers one request for a product in a quantity: its price and how it came about, or why there is none. */
export function makeOffer(request: OfferRequest, { product, stock, prices, list, factor, at }: OfferFacts): Offer {
  const quantity = readQuantity(request.quantity);
  if (!product) return { ...NOTHING, sku: request.sku, uom: request.uom ?? '', quantity, problem: 'UNKNOWN_SKU' };

  const uom = request.uom ?? product.primaryUom;
  const { name, indivisible, returnable } = product;
  const available = availableOf(stock, factor);
  const offer: Offer = { ...NOTHING, sku: request.sku, uom, quantity, name, indivisible, returnable, available };
  const problem = orderProblem(product, uom, quantity, factor);
  if (problem) return { ...offer, problem };

  const found = list && findPrice({ rows: prices, list, quantityMicro: toMicro(quantity), uom, at });
  if (!found) return { ...offer, problem: 'PRICE_NOT_FOUND' };
  const { code, currency, version } = list;
  return {
    ...offer,
    currency,
    listPrice: unitMoneyOf(found.listPriceMicro, currency).amount,
    unitPrice: unitMoneyOf(found.unitPriceMicro, currency).amount,
    explanation: showSteps(found.steps, currency),
    priceList: code,
    priceListVersion: version,
  };
}

const NOTHING: Omit<Offer, 'sku' | 'uom' | 'quantity'> = {
  problem: null,
  name: null,
  currency: null,
  listPrice: null,
  unitPrice: null,
  explanation: [],
  priceList: null,
  priceListVersion: null,
  available: null,
  indivisible: false,
  returnable: false,
};
