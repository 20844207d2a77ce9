import { refuse } from '#kernel/errors.ts';
import { unitMoneyOf, type Money } from '#kernel/money.ts';
import { readQuantity } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { isOrderProblem } from '../domain/order-problem.ts';
import { listPriceOnly, seesNetPrice, showSteps, type ShownStep } from '../domain/show-price.ts';
import type { Product } from '../entities/product.ts';

export interface ShownPrice {
  readonly unitPrice: Money;
  readonly listPrice: Money;
  readonly explanation: readonly ShownStep[];
  readonly validUntil: Date | null;
}

export interface PriceWish {
  readonly quantity: string;
  readonly uom?: string | null;
}

/** What the viewer pays for one unit now; null when no price list of theirs has it. [CART-29] */
export async function readPrice({ loaders, viewer }: CatalogContext, { sku, primaryUom }: Product, wish: PriceWish): Promise<ShownPrice | null> {
  const quantity = readQuantity(wish.quantity); // refused here, or it would take the whole batch along
  const { line, currency } = await loaders.priced.load({ sku, quantity, uom: wish.uom ?? primaryUom });
  if (isOrderProblem(line.problem)) {
    throw refuse(line.problem, `${sku} cannot be had as ${line.quantity} ${line.uom}.`, { sku, quantity: line.quantity, uom: line.uom });
  }
  const { listMicro, unitMicro, steps, validUntil } = seesNetPrice(viewer) ? line : listPriceOnly(line);
  if (listMicro === null || unitMicro === null) return null;
  return { unitPrice: unitMoneyOf(unitMicro, currency), listPrice: unitMoneyOf(listMicro, currency), explanation: showSteps(steps, currency), validUntil };
}
