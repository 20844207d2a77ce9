import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import type { TierRule } from '../domain/engine/pricing-facts.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { Product } from '../entities/product.ts';
import { adjustStock } from '../use-cases/adjust-stock.ts';
import { upsertPrices } from '../use-cases/upsert-prices.ts';
import { upsertProducts } from '../use-cases/upsert-products.ts';
import { PriceInput, ProductInput } from './catalog.inputs.ts';
import { EXPECTED_VERSION } from './expected-version.ts';
import { PriceListType } from './price.type.ts';
import { TierRuleEnum } from './pricing-enums.ts';
import { ProductType } from './product.type.ts';

/** What the seller's administrators keep: products, prices and stock. */
@Resolver()
export class CatalogResolver {
  @Mutation(() => [ProductType], { description: 'Loads products, found again by SKU: all of them or none. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT naming the row.' })
  async upsertProducts(
    @Arg('products', () => [ProductInput], { description: 'From 1 to 1,000 products.' }) products: ProductInput[],
    @Ctx() context: CatalogContext,
  ): Promise<Product[]> {
    requireAdministrator(context);
    return upsertProducts(context, products);
  }

  @Mutation(() => PriceListType, { description: 'Loads prices into a list, which is made when missing: all of them or none. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT naming the row.' })
  async upsertPrices(
    @Arg('priceList', () => String, { description: 'The code of the list; the site sells from "default".' }) priceList: string,
    @Arg('prices', () => [PriceInput], { description: 'From 1 to 1,000 prices.' }) prices: PriceInput[],
    @Arg('currency', () => CurrencyCodeScalar, { nullable: true, description: 'The currency of a list that is made now, GBP when left out; a list keeps its currency.' }) currency: string | null,
    @Arg('tierRule', () => TierRuleEnum, { nullable: true, description: 'Which tier holds in a list that is made now, CHEAPEST when left out; a list keeps its rule.' }) tierRule: TierRule | null,
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<PriceList> {
    requireAdministrator(context);
    return upsertPrices(context, { priceList, prices, currency, tierRule }, expectedVersion);
  }

  @Mutation(() => ProductType, { description: 'Sets how much lies in the warehouse, and tracks the product from then on. Administrators only. Errors: FORBIDDEN, UNKNOWN_SKU, BAD_USER_INPUT when checkouts hold more.' })
  async adjustStock(
    @Arg('sku', () => String, { description: 'The SKU.' }) sku: string,
    @Arg('onHand', () => DecimalScalar, { description: 'How much lies there, in the primary unit.' }) onHand: string,
    @Ctx() context: CatalogContext,
  ): Promise<Product> {
    requireAdministrator(context);
    return adjustStock(context, sku, onHand);
  }
}
