import { refuse } from '#kernel/errors.ts';
import { microFrom, moneyOf, minorFrom } from '#kernel/money.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import type { OrderTotalQuestion } from '../outside/ports.ts';
import { askPrices } from './ask-outside.ts';
import { holdOutside } from './hold-outside.ts';
import { reserveStock, type Reserve } from './reserve-stock.ts';

/** What a checkout means to order, as it was confirmed. */
export interface OrderToPrepare extends Omit<OrderTotalQuestion, 'orderId' | 'at' | 'lines'> {
  readonly total: string;
  readonly lines: readonly OrderedLine[];
}

interface OrderedLine {
  readonly sku: string;
  readonly uom: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly discount: string;
  /** Whether its price is that of the outside system, which may have moved since. */
  readonly refresh: boolean;
}

/**
 * A checkout takes hold of its stock; then, where outside systems count and calculate, of theirs, asks their prices once more and
 * lets them come to the total: in that order, so that a price or total that is well is of goods that are held. Each may be
 * repeated, and whoever refuses leaves the stock to be released. [EXT-09]
 */
export async function prepareOrder(context: CatalogContext, reserve: Reserve, order: OrderToPrepare | null): Promise<boolean> {
  await reserveStock(context, reserve);
  await holdOutside(context, reserve.reservationId);
  if (!order || !context.config.outside.priceSource.orders) return true;
  await refuseMovedPrices(context, order);
  await refuseOtherTotal(context, reserve.reservationId, order);
  return true;
}

async function refuseMovedPrices({ outside, clock }: CatalogContext, { accountId, currency, lines }: OrderToPrepare): Promise<void> {
  if (!outside.prices) return;
  const asked = lines.filter(({ refresh }) => refresh);
  const answers = await askPrices(outside.prices, { accountId, currency, at: clock.now(), lines: asked, force: true });
  const moved = asked.filter(({ unitPrice }, i) => !isPrice(answers[i], unitPrice)).map(({ sku }) => sku);
  if (moved.length > 0) throw refuse('PRICE_CHANGED', 'The price moved while the order was prepared; nothing was ordered. Look at it again.', { skus: moved });
}

const isPrice = (answer: object | undefined, unitPrice: string): boolean =>
  answer !== undefined && 'unitPrice' in answer && microFrom(String(answer.unitPrice)) === microFrom(unitPrice);

/** An order is never placed for another total than its buyer confirmed, nor for another than the outside system will bill. */
async function refuseOtherTotal({ outside, clock, viewer }: CatalogContext, orderId: string, { total, lines, ...document }: OrderToPrepare): Promise<void> {
  if (!outside.prices) return;
  const asked = lines.map(({ sku, uom, quantity, unitPrice, discount }) => ({ sku, uom, quantity, unitPrice, discount }));
  const answer = await outside.prices.total({ ...document, orderId, at: clock.now(), lines: asked });
  if ('problem' in answer) throw refuse('PRICE_UNAVAILABLE', 'The total of the order could not be had; nothing was ordered. Try again in a moment.', { retriable: true });
  if (microFrom(answer.total) === microFrom(total)) return;
  const { currency } = document;
  const totals = { total: moneyOf(minorFrom(answer.total, currency), currency), previousTotal: moneyOf(minorFrom(total, currency), currency) };
  throw refuse('PRICE_CHANGED', "The seller's system comes to another total; nothing was ordered.", seesNetPrices(viewer) ? totals : {});
}
