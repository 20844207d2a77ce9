import { refuse } from '#kernel/errors.ts';
import { readQuantity } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { stepsFromOutside } from '../domain/offer-from-outside.ts';
import { seesNetPrice } from '../domain/show-price.ts';
import type { Product } from '../entities/product.ts';
import { readPrice, type PriceWish, type ShownPrice } from './read-price.ts';

/** What the viewer pays for one unit, of the outside system where there is one; whoever may see list prices only causes no question. [EXT-11] */
export async function answerPrice(context: CatalogContext, product: Product, wish: PriceWish): Promise<ShownPrice | null> {
  const listed = await readPrice(context, product, wish);
  if (!context.outside.prices || !listed || !seesNetPrice(context.viewer)) return listed;

  const { amount: listPrice, currency } = listed.listPrice;
  const { sku, primaryUom } = product;
  const answer = await context.outsideLoaders.price.load({ sku, uom: wish.uom ?? primaryUom, quantity: readQuantity(wish.quantity), currency });
  if (!('problem' in answer)) {
    return {
      unitPrice: { amount: answer.unitPrice, currency },
      listPrice: listed.listPrice,
      explanation: stepsFromOutside({ listPrice, currency, priceList: listed.explanation.find(({ kind }) => kind === 'LIST')?.source ?? null }, answer.unitPrice),
      validUntil: answer.validUntil,
    };
  }
  if (answer.problem === 'PRICE_NOT_FOUND') return null;
  throw refuse('PRICE_UNAVAILABLE', `The price of ${sku} is shown on request; ask again in a moment.`, { sku, retriable: true });
}
