import { Decimal } from 'decimal.js';
import { microOf, minorFrom, roundToMinor, shareOf, sum } from '#kernel/money.ts';
import { fromMicro, times, toMicro } from '#kernel/quantity.ts';
import { roundedUp } from '../convert-quantity.ts';
import { factorOf } from './find-list-price.ts';
import type { PricedShipment, PricedShipping, ShippingProblem, UnitPricedLine } from './priced-document.ts';
import type { Territory } from './pricing-request.ts';
import type { PricingScope } from './pricing-scope.ts';

export interface PricedFreight {
  /** All of it, under the name of the first shipment. */
  readonly freight: Omit<PricedShipping, 'taxes'> | null;
  readonly shipments: readonly PricedShipment[];
}

/** Lines that travel together: one way to ship, one address. */
interface Shipment {
  readonly method: string;
  readonly shipTo: Territory | null;
  readonly shipToId: string | null;
  readonly lines: UnitPricedLine[];
  /** What was agreed for it, whatever its weight and worth. */
  readonly agreed: string | null;
  goodsMinor: bigint;
}

/**
 * What it costs to bring the goods, a shipment at a time: flat, by weight, or nothing from an amount on. The document's own
 * shipment comes first; a line that goes elsewhere or otherwise is in another one, and one that nobody said how to ship in none.
 */
export function priceShipping(scope: PricingScope, lines: readonly UnitPricedLine[], discounts: readonly bigint[]): PricedFreight {
  const shipments = gather(scope, lines, discounts).map((shipment) => priceShipment(scope, shipment));
  const [first] = shipments;
  if (!first) return { freight: null, shipments };
  const { method, name } = first;
  const problem = shipments.find((each) => each.problem !== null)?.problem ?? null;
  return { freight: { method, name, chargeMinor: sum(shipments.map(({ chargeMinor }) => chargeMinor)), problem }, shipments };
}

function gather({ request }: PricingScope, lines: readonly UnitPricedLine[], discounts: readonly bigint[]): Shipment[] {
  const shipments = new Map<string, Shipment>();
  const open = (method: string, shipTo: Territory | null | undefined, shipToId: string | null): Shipment => {
    const key = `${method}|${shipToId ?? ''}`;
    const shipment = shipments.get(key) ?? { method, shipTo: shipTo ?? null, shipToId, lines: [], agreed: shipToId === null && method === request.shippingMethod ? (request.freight ?? null) : null, goodsMinor: 0n };
    shipments.set(key, shipment);
    return shipment;
  };
  if (request.shippingMethod != null) open(request.shippingMethod, request.shipTo, null);
  lines.forEach((line, i) => {
    const { shippingMethod, shipTo, shipToId } = request.lines[i] ?? {};
    const method = shippingMethod ?? request.shippingMethod;
    if (method == null) return;
    const shipment = open(method, shipTo ?? request.shipTo, shipToId ?? null);
    shipment.lines.push(line);
    shipment.goodsMinor += (line.totalMinor ?? 0n) - (discounts[i] ?? 0n);
  });
  return [...shipments.values()];
}

function priceShipment(scope: PricingScope, { method: wanted, shipTo, shipToId, lines, agreed, goodsMinor }: Shipment): PricedShipment {
  const { facts, currency } = scope;
  const refused = (problem: ShippingProblem, name: string | null = null): PricedShipment => ({ method: wanted, shipTo, shipToId, name, chargeMinor: 0n, taxed: false, problem });
  const method = facts.shipping.methods.find(({ code }) => code === wanted);
  if (!method) return refused('UNKNOWN_METHOD');
  const { code, name, countries, taxed } = method;
  if (countries && shipTo && !countries.includes(shipTo.country)) return refused('NOT_SERVED', name);
  if (agreed !== null) return { method: code, shipTo, shipToId, name, chargeMinor: minorFrom(agreed, currency), taxed, problem: null };

  const own = method.flatMinor + shareOf(method.perKilogramMinor, weightOf(scope, lines), method.currency);
  const inDocument = (minor: bigint): bigint | undefined => {
    const micro = scope.convert(microOf(minor, method.currency), method.currency);
    return micro === undefined ? undefined : roundToMinor(new Decimal(micro.toString()), currency);
  };
  const [charge, freeFrom] = [inDocument(own), method.freeFromMinor === null ? null : inDocument(method.freeFromMinor)];
  if (charge === undefined || freeFrom === undefined) return refused('EXCHANGE_RATE_NOT_FOUND', name);
  const free = goodsMinor === 0n || (freeFrom !== null && goodsMinor >= freeFrom);
  return { method: code, shipTo, shipToId, name, chargeMinor: free ? 0n : charge, taxed, problem: null };
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
