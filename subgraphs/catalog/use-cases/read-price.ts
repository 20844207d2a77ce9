import { refuse } from '#kernel/errors.ts';
import { unitMoneyOf, type Money } from '#kernel/money.ts';
import { readQuantity, toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { findPrice } from '../domain/find-price.ts';
import { orderProblem } from '../domain/order-problem.ts';
import { listPriceOnly, seesNetPrice, showSteps, type ShownStep } from '../domain/show-price.ts';
import type { Product } from '../entities/product.ts';
import { factorOf } from './read-units.ts';

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
export async function readPrice({ loaders, clock, viewer }: CatalogContext, product: Product, wish: PriceWish): Promise<ShownPrice | null> {
  const quantity = readQuantity(wish.quantity);
  const uom = wish.uom ?? product.primaryUom;
  const factor = uom === product.primaryUom ? undefined : factorOf(await loaders.unitsBySku.load(product.sku), uom);
  const problem = orderProblem(product, uom, quantity, factor);
  if (problem) throw refuse(problem, `${product.sku} cannot be had as ${quantity} ${uom}.`, { sku: product.sku, quantity, uom });

  const [list, rows] = await Promise.all([loaders.priceList(), loaders.pricesBySku.load(product.sku)]);
  const found = list && findPrice({ rows, list, quantityMicro: toMicro(quantity), uom, at: clock.now() });
  if (!found) return null;
  const price = seesNetPrice(viewer) ? found : listPriceOnly(found);
  return {
    unitPrice: unitMoneyOf(price.unitPriceMicro, list.currency),
    listPrice: unitMoneyOf(price.listPriceMicro, list.currency),
    explanation: showSteps(price.steps, list.currency),
    validUntil: price.validUntil,
  };
}
