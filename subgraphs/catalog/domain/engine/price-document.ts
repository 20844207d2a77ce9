import { sum } from '#kernel/money.ts';
import { admitPromotions } from './admit-promotions.ts';
import { chooseAgreements } from './choose-agreement.ts';
import { giveGoods } from './give-goods.ts';
import { indexLinePromotions } from './line-promotions.ts';
import { nameSources } from './name-sources.ts';
import { priceLine } from './price-line.ts';
import { priceShipping } from './price-shipping.ts';
import type { PricedDocument, PricedLine, PricedShipping } from './priced-document.ts';
import type { PricingFacts } from './pricing-facts.ts';
import type { PricingRequest } from './pricing-request.ts';
import { openScope } from './pricing-scope.ts';
import { promoteCart } from './promote-cart.ts';
import { sumTaxes, taxAmount } from './tax-amount.ts';
import { taxRatesFor } from './tax-rates.ts';
import { appliedPromotions, refusedPromotions } from './tell-promotions.ts';

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
  const freight = priceShipping(scope, units, subtotalMinor - discountTotalMinor);

  const rates = taxRatesFor(request, facts);
  const taxOn = (minor: bigint) => taxAmount(minor, rates, currency, pricesIncludeTax);
  const taxed = units.map((line, i) => taxOn((line.totalMinor ?? 0n) - (cart.discounts[i] ?? 0n)));
  const lines: PricedLine[] = units.map((line, i) => ({ ...line, discountMinor: cart.discounts[i] ?? 0n, taxes: taxed[i]?.taxes ?? [] }));
  const freightTaxed = freight?.taxed ? taxOn(freight.chargeMinor) : { taxes: [], reliefMinor: 0n };
  const shipping: PricedShipping | null = freight && { method: freight.method, name: freight.name, chargeMinor: freight.chargeMinor, taxes: freightTaxed.taxes, problem: freight.problem };

  const taxes = sumTaxes([...lines.flatMap((line) => line.taxes), ...freightTaxed.taxes]);
  const taxTotalMinor = sum(taxes.map(({ amountMinor }) => amountMinor));
  const taxReliefMinor = sum([...taxed, freightTaxed].map(({ reliefMinor }) => reliefMinor));
  const shippingTotalMinor = freight?.chargeMinor ?? 0n;
  return {
    currency,
    pricesIncludeTax,
    paymentTerm: agreements.ofDocument?.paymentTerm ?? paymentTerm,
    lines,
    freeLines,
    adjustments: cart.adjustments,
    shipping,
    taxes,
    subtotalMinor,
    discountTotalMinor,
    taxReliefMinor,
    taxTotalMinor,
    shippingTotalMinor,
    totalMinor: sum([subtotalMinor, -discountTotalMinor, shippingTotalMinor, pricesIncludeTax ? -taxReliefMinor : taxTotalMinor]),
    promotionsApplied: appliedPromotions(admitted, lines, cart, freeLines),
    promotionsRefused: refusedPromotions(admitted, lines, cart, freeLines),
    agreementsRefused: agreements.refused,
    sources: nameSources(facts, { lines, freeLines, adjustments: cart.adjustments, shipping, rates }),
  };
}
