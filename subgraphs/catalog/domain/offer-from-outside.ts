import { microFrom, unitMoneyOf } from '#kernel/money.ts';
import type { LineProblem } from './engine/priced-document.ts';
import type { Offer } from './make-offer.ts';
import type { PriceAnswer, StockAnswer } from './outside-answer.ts';
import type { ShownStep } from './show-price.ts';

/** An offer of which the price or the stock may come from outside. */
export interface AnsweredOffer extends Omit<Offer, 'problem'> {
  readonly problem: LineProblem | 'PRICE_UNAVAILABLE' | null;
  /** The inventory system did not say. */
  readonly stockUnknown?: boolean;
}

/** The outside price in place of ours; only the list price stays, and without a price of today there is none at all. [EXT-03, EXT-04] */
export function priceFromOutside(offer: AnsweredOffer, answer: PriceAnswer): AnsweredOffer {
  if ('problem' in answer) {
    return { ...offer, problem: answer.problem, currency: null, listPrice: null, unitPrice: null, explanation: [], priceList: null, priceListVersion: null };
  }
  if (offer.listPrice === null || offer.currency === null) return offer;
  const { listPrice, currency, priceList } = offer;
  return { ...offer, unitPrice: answer.unitPrice, explanation: stepsFromOutside({ listPrice, currency, priceList }, answer.unitPrice) };
}

export function stockFromOutside<Line extends { readonly available: string | null; readonly stockUnknown?: boolean }>(line: Line, answer: StockAnswer): Line {
  return 'problem' in answer ? { ...line, available: null, stockUnknown: true } : { ...line, available: answer.available };
}

/** From the list price to the price of the outside system, which keeps its reasons to itself. */
export function stepsFromOutside({ listPrice, currency, priceList }: { listPrice: string; currency: string; priceList: string | null }, unitPrice: string): ShownStep[] {
  const amount = (text: string): ShownStep['delta'] => unitMoneyOf(microFrom(text), currency);
  const list: ShownStep = { kind: 'LIST', source: priceList ?? 'list', delta: amount(listPrice), unitPriceAfter: amount(listPrice), sourceVersion: null, losers: [], note: null };
  const delta = unitMoneyOf(microFrom(unitPrice) - microFrom(listPrice), currency);
  return [list, { kind: 'OUTSIDE', source: 'price source', delta, unitPriceAfter: amount(unitPrice), sourceVersion: null, losers: [], note: null }];
}
