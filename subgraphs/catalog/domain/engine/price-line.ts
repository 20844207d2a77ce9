import { lineTotal } from '#kernel/money.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import { availableOf } from '../availability.ts';
import { configureParts, isConfigured } from '../configure-parts.ts';
import { orderProblem } from '../order-problem.ts';
import { applyAgreement } from './apply-agreement.ts';
import type { ChosenAgreements } from './choose-agreement.ts';
import { chooseList } from './choose-list.ts';
import { factorOf } from './find-list-price.ts';
import { makeableOf } from './makeable-of.ts';
import type { LinePromotions } from './line-promotions.ts';
import { listSteps } from './list-steps.ts';
import { overrideUnit } from './override-unit.ts';
import type { UnitPricedLine } from './priced-document.ts';
import type { LineRequest } from './pricing-request.ts';
import type { PricingScope } from './pricing-scope.ts';
import { promoteUnit } from './promote-unit.ts';
import { listStepOf, priceAfter, type Step } from './waterfall.ts';

/** One line from the list price to what a unit costs: list, tier, conversion, agreement, then promotions or a rep's own price. */
export function priceLine(scope: PricingScope, line: LineRequest, agreements: ChosenAgreements, promotions: LinePromotions): UnitPricedLine {
  const quantity = readQuantity(line.quantity);
  const product = scope.facts.products.get(line.sku);
  if (!product || !(product.sold || scope.request.wholeCatalog)) return { ...NOTHING, id: line.id, sku: line.sku, uom: line.uom ?? '', quantity, problem: 'UNKNOWN_SKU' };

  const uom = line.uom ?? product.primaryUom;
  const { name, itemType = null, primaryUom, taxClass, indivisible, returnable, stock } = product;
  const factor = factorOf(product, uom);
  const parts = configureParts(product, line.configuration ?? []);
  const free = isConfigured(parts) && line.configuration?.length ? makeableOf(scope.facts, line.sku, parts) : stock;
  const known = { name, itemType, primaryUom, taxClass, indivisible, returnable };
  const unpriced: UnitPricedLine = { ...NOTHING, ...known, id: line.id, sku: line.sku, uom, quantity, available: availableOf(free, factor) };
  if (!isConfigured(parts)) return { ...unpriced, problem: 'CONFIGURATION_INVALID', configurationFault: parts };
  const problem = orderProblem(product, uom, quantity, factor);
  if (problem) return { ...unpriced, problem };
  if (line.outsideProblem) return { ...unpriced, problem: line.outsideProblem };

  const agreement = agreements.ofLine.get(line.id) ?? agreements.ofDocument;
  const quantityMicro = toMicro(quantity);
  const answer = chooseList(scope, { sku: line.sku, uom, quantityMicro, configuration: line.configuration }, agreement);
  if ('problem' in answer) return { ...unpriced, problem: answer.problem };

  const { chosen, losers } = answer;
  const listed = listSteps(chosen, losers, scope.currency);
  const agreed = applyAgreement(scope, listed, agreement);
  const candidates = promotions.candidates(line.sku, quantityMicro);
  const promoted = line.override ? overrideUnit(scope, agreed, candidates, line.override) : promoteUnit(scope, agreed, candidates);
  const { steps } = promoted;
  const total = (step: Step): bigint => lineTotal(step.afterMicro, quantity, scope.currency);
  return {
    ...unpriced,
    priceList: chosen.list.code,
    priceListVersion: chosen.list.version,
    listMicro: listStepOf(steps)?.afterMicro ?? 0n,
    unitMicro: priceAfter(steps),
    totalMinor: lineTotal(priceAfter(steps), quantity, scope.currency),
    steps,
    validUntil: chosen.found.tier.validUntil ?? null,
    overridden: line.override != null,
    promotions: promoted.applied.map(({ id }) => ({ id, amountMinor: taken(steps, id, total) })),
    promotionsLost: promoted.lost.map(({ promotion, reason }) => ({ id: promotion.id, reason })),
  };
}

/** What a step took off the rounded line; over all steps it is the whole way from the list total to the line total. */
function taken(steps: readonly Step[], source: string, total: (step: Step) => bigint): bigint {
  const at = steps.findIndex((step) => step.kind === 'PROMOTION' && step.source === source);
  const [before, after] = [steps[at - 1], steps[at]];
  return before && after ? total(before) - total(after) : 0n;
}

const NOTHING: Omit<UnitPricedLine, 'id' | 'sku' | 'uom' | 'quantity'> = {
  name: null,
  taxClass: 'STANDARD',
  itemType: null,
  primaryUom: null,
  problem: null,
  configurationFault: null,
  priceList: null,
  priceListVersion: null,
  listMicro: null,
  unitMicro: null,
  totalMinor: null,
  steps: [],
  validUntil: null,
  overridden: false,
  promotions: [],
  promotionsLost: [],
  available: null,
  indivisible: false,
  returnable: false,
};
