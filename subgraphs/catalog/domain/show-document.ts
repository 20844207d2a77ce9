import { moneyOf, unitMoneyOf } from '#kernel/money.ts';
import type { LineProblem, PricedDocument, PricedLine, PriceSource, RefusedAgreement, RefusedPromotion, ShippingProblem, TaxAmount, TaxProblem } from './engine/priced-document.ts';
import type { ConfigurationFault } from './configure-parts.ts';
import { showSteps, type ShownStep } from './show-price.ts';

/** A priced document as decimal text in its currency, for the wire. */
export interface ShownDocument {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly bestPrice: boolean;
  readonly paymentTerm: string | null;
  readonly lines: ShownLine[];
  readonly freeLines: ShownFreeLine[];
  readonly adjustments: ShownAdjustment[];
  readonly shipping: ShownShipping | null;
  readonly shipments: ShownShipment[];
  readonly taxes: ShownTax[];
  readonly subtotal: string;
  readonly discountTotal: string;
  readonly taxRelief: string;
  readonly taxTotal: string;
  readonly taxProblem: TaxProblem | null;
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
  readonly itemType: string | null;
  readonly primaryUom: string | null;
  readonly problem: LineProblem | null;
  readonly configurationFault: ConfigurationFault | null;
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
  readonly stockUnknown?: boolean;
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

export interface ShownShipment extends Omit<ShownShipping, 'taxes'> {
  readonly shipToId: string | null;
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
    bestPrice: document.bestPrice,
    paymentTerm: document.paymentTerm,
    lines: document.lines.map((line) => ({ ...showLine(line, currency), taxes: showTaxes(line.taxes) })),
    freeLines: document.freeLines.map(({ promotionVersion: _version, ...line }) => line),
    adjustments: document.adjustments.map(({ promotionId, name, code, amountMinor }) => ({ promotionId, name, code, amount: text(amountMinor) })),
    shipping: shipping && { method: shipping.method, name: shipping.name, charge: text(shipping.chargeMinor), taxes: showTaxes(shipping.taxes), problem: shipping.problem },
    shipments: document.shipments.map(({ chargeMinor, shipTo: _shipTo, taxed: _taxed, ...shipment }) => ({ ...shipment, charge: text(chargeMinor) })),
    taxes: showTaxes(document.taxes),
    subtotal: text(document.subtotalMinor),
    discountTotal: text(document.discountTotalMinor),
    taxRelief: text(document.taxReliefMinor),
    taxTotal: text(document.taxTotalMinor),
    taxProblem: document.taxProblem,
    shippingTotal: text(document.shippingTotalMinor),
    total: text(document.totalMinor),
    promotionsApplied: document.promotionsApplied.map(({ amountMinor, ...promotion }) => ({ ...promotion, amount: text(amountMinor) })),
    promotionsRefused: document.promotionsRefused,
    agreementsRefused: document.agreementsRefused,
    sources: document.sources,
  };
}

function showLine(line: PricedLine, currency: string): Omit<ShownLine, 'taxes'> {
  const { id, sku, uom, quantity, name, itemType, primaryUom, problem, priceList, priceListVersion, listMicro, unitMicro, totalMinor, validUntil, available, stockUnknown, indivisible, returnable } = line;
  return {
    id,
    sku,
    uom,
    quantity,
    name,
    itemType,
    primaryUom,
    problem,
    configurationFault: line.configurationFault,
    priceList,
    priceListVersion,
    listPrice: listMicro === null ? null : unitMoneyOf(listMicro, currency).amount,
    unitPrice: unitMicro === null ? null : unitMoneyOf(unitMicro, currency).amount,
    total: totalMinor === null ? null : moneyOf(totalMinor, currency).amount,
    discount: moneyOf(line.discountMinor, currency).amount,
    explanation: showSteps(line.steps, currency),
    validUntil,
    available,
    stockUnknown,
    indivisible,
    returnable,
  };
}
