import { isRefusal } from '#kernel/errors.ts';
import type { QuotesContext } from '../context.ts';
import { cpqOrder, type PlacedOrder } from '../domain/cpq-order.ts';
import type { Quote } from '../entities/quote.ts';
import { cancelOrder } from '../peers/orders.ts';
import { SHOP } from './ask-as-shop.ts';

/**
 * The seller's own CPQ takes over an order that was placed from a mirrored cart, without anybody's approval. It may take its time;
 * what it refuses, or has not heard of in time, is called off where the deployment says so, and stands otherwise. [CPQ-08, CPQ-12]
 * @returns whether that is settled; else it is tried again
 */
export async function tellOrderToCpq(context: QuotesContext, quote: Pick<Quote, 'id' | 'accountId'>, order: PlacedOrder): Promise<boolean> {
  const { cpq, config, clock, log } = context;
  if (!cpq) return true;
  const outcome = await cpq.order(cpqOrder(quote, order, { attributes: config.cpqAttributes, shippingMethods: config.cpqShippingMethods }));
  if (outcome === 'TAKEN') return true;
  const patience = config.cpqOrderPatienceSeconds * 1_000;
  const isLost = outcome === 'REFUSED' || clock.now().getTime() - Date.parse(order.placedAt) >= patience;
  if (!isLost) return false;
  log('the CPQ system has not taken an order', { orderId: order.id, number: order.number, outcome, canceled: config.cpqCancelOrderOnFailure });
  if (config.cpqCancelOrderOnFailure) await callOff(context, order);
  return config.cpqCancelOrderOnFailure || outcome === 'REFUSED';
}

async function callOff({ askAs, log, config }: QuotesContext, { id, number }: PlacedOrder): Promise<void> {
  try {
    await cancelOrder(askAs(SHOP), id, config.cpqCancelReason);
  } catch (error) {
    if (!isRefusal(error) || error.code === 'SUBGRAPH_UNAVAILABLE') throw error;
    log('an order the CPQ system has not taken could not be canceled', { orderId: id, number, code: error.code }); // canceled already, or under way to its buyer
  }
}
