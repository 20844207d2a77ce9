import { sum } from '#kernel/money.ts';
import type { TaxClass } from '../tax-classes.ts';
import { admitPromotions } from './admit-promotions.ts';
import { chooseAgreements } from './choose-agreement.ts';
import { giveGoods } from './give-goods.ts';
import { indexLinePromotions } from './line-promotions.ts';
import { nameSources } from './name-sources.ts';
import { priceLine } from './price-line.ts';
import { priceShipping } from './price-shipping.ts';
import type { PricedDocument, PricedLine, PricedShipping } from './priced-document.ts';
import type { PricingFacts } from './pricing-facts.ts';
import type { PricingRequest, Territory } from './pricing-request.ts';
import { openScope } from './pricing-scope.ts';
import { promoteCart } from './promote-cart.ts';
import { joinTaxed, taxAmount } from './tax-amount.ts';
import { taxRatesFor } from './tax-rates.ts';
import { appliedPromotions, refusedPromotions } from './tell-promotions.ts';
import { totalDocument } from './total-document.ts';

/**
 * The one way to a price: lines first, then what is taken off the document, freight, and taxes on what is left. The same
 * request and facts give the same answer, whatever the order the facts came in.
 */
export function priceDocument(request: PricingRequest, facts: PricingFacts): PricedDocument {
  const scope = openScope(request, facts);
  const { currency } = scope;
  const { pricesIncludeTax, paymentTerm } = facts.site;
  const agreements = chooseAgreements(request, facts);
  const admitted = admitPromotions(request, facts);
  const index = indexLinePromotions(admitted.promotions, request.lines);
  const units = request.lines.map((line) => priceLine(scope, line, agreements, index));

  const freeLines = giveGoods(scope, units, admitted.promotions);
  const cart = promoteCart(scope, units, admitted.promotions);
  const subtotalMinor = sum(units.map((line) => line.totalMinor ?? 0n));
  const discountTotalMinor = sum(cart.adjustments.map(({ amountMinor }) => amountMinor));
  const { freight, shipments } = priceShipping(scope, units, cart.discounts);

  const rates = taxRatesFor(request, facts);
  const taxOn = (minor: bigint, taxClass: TaxClass, shipTo: Territory | null | undefined) => taxAmount(minor, rates(taxClass, shipTo), currency, pricesIncludeTax);
  const lines: PricedLine[] = units.map((line, i) => ({ ...line, discountMinor: cart.discounts[i] ?? 0n, taxes: [] }));
  const taxed = {
    lines: lines.map((line, i) => taxOn((line.totalMinor ?? 0n) - line.discountMinor, line.taxClass, request.lines[i]?.shipTo)),
    freight: joinTaxed(shipments.filter((shipment) => shipment.taxed).map(({ chargeMinor, shipTo }) => taxOn(chargeMinor, 'STANDARD', shipTo))),
  };
  const shipping: PricedShipping | null = freight && { ...freight, taxes: [] };
  const hasRates = rates('STANDARD', null).length > 0 || [...taxed.lines, taxed.freight].some(({ taxes }) => taxes.length > 0);
  const untaxed: PricedDocument = {
    currency,
    pricesIncludeTax,
    bestPrice: facts.site.mode === 'BEST_PRICE' && !request.guest,
    paymentTerm: agreements.ofDocument?.paymentTerm ?? paymentTerm,
    lines,
    freeLines,
    adjustments: cart.adjustments,
    shipping,
    shipments,
    taxes: [],
    subtotalMinor,
    discountTotalMinor,
    taxReliefMinor: 0n,
    taxTotalMinor: 0n,
    taxProblem: null,
    shippingTotalMinor: freight?.chargeMinor ?? 0n,
    totalMinor: 0n,
    promotionsApplied: appliedPromotions(admitted, lines, cart, freeLines),
    promotionsRefused: refusedPromotions(admitted, lines, cart, freeLines),
    agreementsRefused: agreements.refused,
    sources: nameSources(facts, { lines, freeLines, adjustments: cart.adjustments, shipping, taxed: hasRates }),
  };
  return totalDocument(untaxed, taxed);
}
