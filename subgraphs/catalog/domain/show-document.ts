import { moneyOf, unitMoneyOf } from '#kernel/money.ts';
import type { LineProblem, PricedDocument, PricedLine, PriceSource, RefusedAgreement, RefusedPromotion, ShippingProblem, TaxAmount } from './engine/priced-document.ts';
import { showSteps, type ShownStep } from './show-price.ts';

/** A priced document as decimal text in its currency, for the wire. */
export interface ShownDocument {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly paymentTerm: string | null;
  readonly lines: ShownLine[];
  readonly freeLines: ShownFreeLine[];
  readonly adjustments: ShownAdjustment[];
  readonly shipping: ShownShipping | null;
  readonly taxes: ShownTax[];
  readonly subtotal: string;
  readonly discountTotal: string;
  readonly taxRelief: string;
  readonly taxTotal: string;
  readonly shippingTotal: string;
  readonly total: string;
  readonly promotionsApplied: ShownPromotion[];
  readonly promotionsRefused: readonly RefusedPromotion[];
  readonly agreementsRefused: readonly RefusedAgreement[];
  readonly sources: readonly PriceSource[];
}

export interface ShownLine {
  readonly id: string;
  readonly sku: string;
  readonly uom: string;
  readonly quantity: string;
  readonly name: string | null;
  readonly problem: LineProblem | null;
  readonly priceList: string | null;
  readonly priceListVersion: number | null;
  readonly listPrice: string | null;
  readonly unitPrice: string | null;
  readonly total: string | null;
  readonly discount: string;
  readonly taxes: ShownTax[];
  readonly explanation: ShownStep[];
  readonly validUntil: Date | null;
  readonly available: string | null;
  readonly indivisible: boolean;
  readonly returnable: boolean;
}

export interface ShownFreeLine {
  readonly sku: string;
  readonly name: string | null;
  readonly uom: string;
  readonly quantity: string;
  readonly promotionId: string;
  readonly freeGoodsOf: readonly string[];
  readonly available: string | null;
}

export interface ShownAdjustment {
  readonly promotionId: string;
  readonly name: string;
  readonly code: string | null;
  readonly amount: string;
}

export interface ShownTax {
  readonly code: string;
  readonly rate: string;
  readonly base: string;
  readonly amount: string;
}

export interface ShownShipping {
  readonly method: string;
  readonly name: string | null;
  readonly charge: string;
  readonly taxes: ShownTax[];
  readonly problem: ShippingProblem | null;
}

export interface ShownPromotion {
  readonly id: string;
  readonly version: number;
  readonly code: string | null;
  readonly amount: string;
}

export function showDocument(document: PricedDocument): ShownDocument {
  const { currency, shipping } = document;
  const text = (minor: bigint): string => moneyOf(minor, currency).amount;
  const showTaxes = (taxes: readonly TaxAmount[]): ShownTax[] => taxes.map(({ code, rate, baseMinor, amountMinor }) => ({ code, rate, base: text(baseMinor), amount: text(amountMinor) }));
  return {
    currency,
    pricesIncludeTax: document.pricesIncludeTax,
    paymentTerm: document.paymentTerm,
    lines: document.lines.map((line) => ({ ...showLine(line, currency), taxes: showTaxes(line.taxes) })),
    freeLines: document.freeLines.map(({ promotionVersion: _version, ...line }) => line),
    adjustments: document.adjustments.map(({ promotionId, name, code, amountMinor }) => ({ promotionId, name, code, amount: text(amountMinor) })),
    shipping: shipping && { method: shipping.method, name: shipping.name, charge: text(shipping.chargeMinor), taxes: showTaxes(shipping.taxes), problem: shipping.problem },
    taxes: showTaxes(document.taxes),
    subtotal: text(document.subtotalMinor),
    discountTotal: text(document.discountTotalMinor),
    taxRelief: text(document.taxReliefMinor),
    taxTotal: text(document.taxTotalMinor),
    shippingTotal: text(document.shippingTotalMinor),
    total: text(document.totalMinor),
    promotionsApplied: document.promotionsApplied.map(({ amountMinor, ...promotion }) => ({ ...promotion, amount: text(amountMinor) })),
    promotionsRefused: document.promotionsRefused,
    agreementsRefused: document.agreementsRefused,
    sources: document.sources,
  };
}

function showLine(line: PricedLine, currency: string): Omit<ShownLine, 'taxes'> {
  const { id, sku, uom, quantity, name, problem, priceList, priceListVersion, listMicro, unitMicro, totalMinor, validUntil, available, indivisible, returnable } = line;
  return {
    id,
    sku,
    uom,
    quantity,
    name,
    problem,
    priceList,
    priceListVersion,
    listPrice: listMicro === null ? null : unitMoneyOf(listMicro, currency).amount,
    unitPrice: unitMicro === null ? null : unitMoneyOf(unitMicro, currency).amount,
    total: totalMinor === null ? null : moneyOf(totalMinor, currency).amount,
    discount: moneyOf(line.discountMinor, currency).amount,
    explanation: showSteps(line.steps, currency),
    validUntil,
    available,
    indivisible,
    returnable,
  };
}
