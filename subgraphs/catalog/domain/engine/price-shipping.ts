import { Decimal } from 'decimal.js';
import { microOf, roundToMinor, shareOf } from '#kernel/money.ts';
import { fromMicro, times, toMicro } from '#kernel/quantity.ts';
import { roundedUp } from '../convert-quantity.ts';
import { factorOf } from './find-list-price.ts';
import type { PricedShipping, ShippingProblem, UnitPricedLine } from './priced-document.ts';
import type { PricingScope } from './pricing-scope.ts';

export interface Freight extends Omit<PricedShipping, 'taxes'> {
  readonly taxed: boolean;
}

/** What it costs to bring the goods: flat, by weight, or nothing from an amount on. Null when nobody chose how. */
export function priceShipping(scope: PricingScope, lines: readonly UnitPricedLine[], goodsMinor: bigint): Freight | null {
  const { request, facts, currency } = scope;
  const wanted = request.shippingMethod;
  if (wanted == null) return null;
  const refused = (problem: ShippingProblem, name: string | null = null): Freight => ({ method: wanted, name, chargeMinor: 0n, taxed: false, problem });
  const method = facts.shipping.methods.find(({ code }) => code === wanted);
  if (!method) return refused('UNKNOWN_METHOD');
  const { code, name, countries, taxed } = method;
  if (countries && request.shipTo && !countries.includes(request.shipTo.country)) return refused('NOT_SERVED', name);

  const own = method.flatMinor + shareOf(method.perKilogramMinor, weightOf(scope, lines), method.currency);
  const inDocument = (minor: bigint): bigint | undefined => {
    const micro = scope.convert(microOf(minor, method.currency), method.currency);
    return micro === undefined ? undefined : roundToMinor(new Decimal(micro.toString()), currency);
  };
  const [charge, freeFrom] = [inDocument(own), method.freeFromMinor === null ? null : inDocument(method.freeFromMinor)];
  if (charge === undefined || freeFrom === undefined) return refused('EXCHANGE_RATE_NOT_FOUND', name);
  const free = goodsMinor === 0n || (freeFrom !== null && goodsMinor >= freeFrom);
  return { method: code, name, chargeMinor: free ? 0n : charge, taxed, problem: null };
}

/** Kilograms. What nobody weighed weighs nothing. */
function weightOf({ facts }: PricingScope, lines: readonly UnitPricedLine[]): Decimal {
  return lines.reduce((weight, { sku, uom, quantity, totalMinor }) => {
    const product = facts.products.get(sku);
    const factor = product && factorOf(product, uom);
    if (totalMinor === null || product?.weightMicro == null || !factor) return weight;
    return weight.plus(times(fromMicro(product.weightMicro), fromMicro(roundedUp(toMicro(quantity), factor))));
  }, new Decimal(0));
}
