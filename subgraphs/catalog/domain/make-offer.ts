import { unitMoneyOf } from '#kernel/money.ts';
import type { LineProblem, UnitPricedLine } from './engine/priced-document.ts';
import { showSteps, type ShownStep } from './show-price.ts';

export interface OfferRequest {
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
}

export interface Offer {
  readonly sku: string;
  readonly uom: string;
  readonly quantity: string;
  readonly problem: LineProblem | null;
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

/** A priced line by itself, outside of any document. */
export function makeOffer(line: UnitPricedLine, currency: string): Offer {
  const { sku, uom, quantity, problem, name, listMicro, unitMicro, steps, priceList, priceListVersion, available, indivisible, returnable } = line;
  return {
    sku,
    uom,
    quantity,
    problem,
    name,
    currency: unitMicro === null ? null : currency,
    listPrice: listMicro === null ? null : unitMoneyOf(listMicro, currency).amount,
    unitPrice: unitMicro === null ? null : unitMoneyOf(unitMicro, currency).amount,
    explanation: showSteps(steps, currency),
    priceList,
    priceListVersion,
    available,
    indivisible,
    returnable,
  };
}
