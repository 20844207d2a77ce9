import { scaleUnit } from '#kernel/money.ts';
import type { Exchange } from './exchange.ts';
import { findListPrice, type FoundPrice, type WantedGoods } from './find-list-price.ts';
import type { LineProblem } from './priced-document.ts';
import type { AgreementFacts, ListFacts } from './pricing-facts.ts';
import type { PricingScope } from './pricing-scope.ts';
import type { Candidate } from './waterfall.ts';

export interface ListPrice {
  readonly list: ListFacts;
  readonly exchange: Exchange | null;
  readonly found: FoundPrice;
  /** In the currency of the document. */
  readonly unitMicro: bigint;
}

export type ChosenList = { readonly chosen: ListPrice; readonly losers: readonly Candidate[] } | { readonly problem: LineProblem };

/** The list a line is priced from: the agreement's, or the site's, or in best-price mode the cheapest that is open. [CART-63, CART-64, CART-68] */
export function chooseList(scope: PricingScope, goods: WantedGoods, agreement: AgreementFacts | null): ChosenList {
  const ordinary = listsInQuestion(scope);
  const bound = agreement?.priceList ?? null;
  const answers = (bound === null ? ordinary : [bound]).map((code) => askList(scope, goods, code));
  const priced = answers.filter((answer) => typeof answer === 'object').sort(cheapestFirst);
  const [chosen, ...others] = priced;
  if (!chosen) return { problem: answers.find((answer) => answer === 'EXCHANGE_RATE_NOT_FOUND') ?? 'PRICE_NOT_FOUND' };
  if (bound === null) return { chosen, losers: others.map((other) => loser(other, `${chosen.list.code} is not dearer.`)) };
  const overridden = ordinary.filter((code) => code !== bound).map((code) => askList(scope, goods, code));
  return { chosen, losers: overridden.filter((answer) => typeof answer === 'object').map((other) => loser(other, `The agreement ${agreement?.id} sets the list ${bound}.`)) };
}

function listsInQuestion({ request, facts }: PricingScope): readonly string[] {
  const { mode, priceList } = facts.site;
  return mode === 'SITE_LIST' || request.guest ? [priceList] : [...new Set([priceList, ...facts.openLists])];
}

function askList({ facts, request, exchangeFrom }: PricingScope, goods: WantedGoods, code: string): ListPrice | LineProblem {
  const list = facts.lists.get(code);
  const found = list && findListPrice(facts, list, goods, request.at);
  if (!found) return 'PRICE_NOT_FOUND';
  const exchange = exchangeFrom(list.currency);
  if (exchange === undefined) return 'EXCHANGE_RATE_NOT_FOUND';
  const { unitPriceMicro } = found.tier;
  return { list, exchange, found, unitMicro: exchange ? scaleUnit(unitPriceMicro, exchange.factor, exchange.decimals) : unitPriceMicro };
}

const cheapestFirst = (a: ListPrice, b: ListPrice): number => {
  if (a.unitMicro !== b.unitMicro) return a.unitMicro < b.unitMicro ? -1 : 1;
  return a.list.code < b.list.code ? -1 : 1;
};

const loser = ({ list, unitMicro }: ListPrice, reason: string): Candidate => ({ source: list.code, unitMicro, reason });
