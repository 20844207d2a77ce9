import { refuse } from '#kernel/errors.ts';
import { microFrom } from '#kernel/money.ts';
import type { CatalogContext } from '../context.ts';
import type { PricedDocument, PricedLine } from '../domain/engine/priced-document.ts';
import type { LineRequest, PricingRequest } from '../domain/engine/pricing-request.ts';
import { stockFromOutside } from '../domain/offer-from-outside.ts';
import type { PriceAnswer } from '../domain/outside-answer.ts';
import { promotionsApply } from '../domain/promotions-apply.ts';
import type { PriceQuestion, PriceSource } from '../outside/ports.ts';

export interface Forced {
  /** Asks an outside price system itself, and refuses when it does not answer: never a price of before. [EXT-05] */
  readonly forcePrices?: boolean | null;
  /** Likewise the stock of these SKUs. [EXT-07] */
  readonly forceStockOf?: readonly string[] | null;
}

/**
 * Puts the prices of an outside system into the request: one question for the whole document. Only what has a list price is
 * asked for: without one it is not for sale here. [EXT-03, EXT-04]
 */
export async function withOutsidePrices({ outside, config }: CatalogContext, request: PricingRequest, ours: PricedDocument, force: boolean): Promise<PricingRequest> {
  if (!outside.prices) return request;
  const configured = new Set(request.lines.filter(({ configuration }) => configuration?.length).map(({ id }) => id));
  const lines = ours.lines.filter(({ id, problem }) => problem === null && !configured.has(id));
  const answers = await askPrices(outside.prices, { accountId: request.accountId, currency: ours.currency, at: request.at, lines, force });
  const byId = new Map(lines.map(({ id }, i) => [id, answers[i]]));
  const priced = request.lines.map((line): LineRequest => {
    const answer = byId.get(line.id);
    if (configured.has(line.id)) return { ...line, outsideProblem: 'PRICE_NOT_FOUND' }; // its price would be that of the model without what was chosen
    if (!answer || line.override) return line;
    if ('problem' in answer) return { ...line, outsideProblem: answer.problem };
    return { ...line, override: { kind: 'OUTSIDE', unitMicro: microFrom(answer.unitPrice), by: 'price source' } };
  });
  return { ...request, promotions: promotionsApply(config.outside.priceSource.kind), lines: priced };
}

/** One answer a line. Forced, a line without a price of this moment refuses them all. [EXT-05, EXT-11] */
export async function askPrices(source: PriceSource, question: PriceQuestion): Promise<PriceAnswer[]> {
  if (question.lines.length === 0) return [];
  const answers = await source.prices(question);
  const missing = question.lines.filter((_, i) => isProblem(answers[i], 'PRICE_UNAVAILABLE')).map(({ sku }) => sku);
  if (!question.force || missing.length === 0) return answers;
  throw refuse('PRICE_UNAVAILABLE', 'The price of today could not be had, and no other will do here. Nothing was changed; try again in a moment.', { skus: missing, retriable: true });
}

/** Puts the stock of an outside system into the lines; null with `stockUnknown` where it did not say, refused where it had to. [EXT-06, EXT-07] */
export async function withOutsideStock<Line extends StockedLine>({ outside }: CatalogContext, lines: readonly Line[], forcedSkus: readonly string[]): Promise<Line[]> {
  if (!outside.inventory) return [...lines];
  const asked = stockLinesOf(lines).map(({ sku, uom }) => ({ sku, uom, force: forcedSkus.includes(sku) }));
  if (asked.length === 0) return [...lines];
  const answers = await outside.inventory.availability(asked);
  const missing = asked.filter(({ force }, i) => force && isProblem(answers[i], 'AVAILABILITY_UNKNOWN')).map(({ sku }) => sku);
  if (missing.length > 0) {
    throw refuse('AVAILABILITY_UNKNOWN', 'Whether so much can be had could not be found out. Nothing was changed; try again in a moment.', { skus: missing, retriable: true });
  }
  const byUnit = new Map(asked.map((line, i) => [unitKey(line), answers[i]]));
  return lines.map((line) => {
    const answer = byUnit.get(unitKey(line));
    return answer ? stockFromOutside(line, answer) : line;
  });
}

type InUnit = Pick<PricedLine, 'sku' | 'uom'>;
type StockedLine = InUnit & Pick<PricedLine, 'name' | 'available' | 'stockUnknown'> & { readonly problem: string | null };
const unitKey = ({ sku, uom }: InUnit): string => JSON.stringify([sku, uom]);

/** Each product once in each unit; what is not sold here, or not in that unit, is nobody's question. */
function stockLinesOf<Line extends StockedLine>(lines: readonly Line[]): Line[] {
  const sold = lines.filter(({ name, problem }) => name !== null && problem !== 'UNKNOWN_UOM');
  return [...new Map(sold.map((line) => [unitKey(line), line])).values()];
}

const isProblem = (answer: object | undefined, problem: string): boolean => answer !== undefined && 'problem' in answer && answer.problem === problem;
