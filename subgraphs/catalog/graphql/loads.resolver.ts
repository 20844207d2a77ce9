import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { LoadReport, OnError } from '#kernel/load-rows.ts';
import { LoadReportType, OnErrorEnum } from '#kernel/load-types.ts';
import { CurrencyCodeScalar } from '#kernel/scalars.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import type { TierRule } from '../domain/engine/pricing-facts.ts';
import type { PriceListLoad } from '../entities/price-list-load.ts';
import type { PriceList } from '../entities/price-list.ts';
import { abandonPriceListLoad } from '../use-cases/abandon-price-list-load.ts';
import { beginPriceListLoad } from '../use-cases/begin-price-list-load.ts';
import { loadPrices } from '../use-cases/load-prices.ts';
import { loadProducts } from '../use-cases/load-products.ts';
import { loadStock } from '../use-cases/load-stock.ts';
import { publishPriceListLoad } from '../use-cases/publish-price-list-load.ts';
import { PriceInput, ProductInput } from './catalog.inputs.ts';
import { PriceListLoadType } from './price-list-load.type.ts';
import { PriceListType } from './price.type.ts';
import { TierRuleEnum } from './pricing-enums.ts';
import { StockInput } from './seller.inputs.ts';

const DRY_RUN = { nullable: true, defaultValue: false, description: 'Only look: report on the rows and write nothing.' };
const ON_ERROR = { nullable: true, defaultValue: 'REJECT_ALL', description: 'What becomes of the load when a row is bad.' } as const;

/** Batch loads from other systems. Every load may be sent again: rows are found again by their keys. */
@Resolver()
export class LoadsResolver {
  @Mutation(() => LoadReportType, { description: 'Loads products row by row. Administrators only. Errors: FORBIDDEN.' })
  async loadProducts(
    @Arg('products', () => [ProductInput], { description: 'From 1 to 1,000 products.' }) products: ProductInput[],
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
    @Arg('onError', () => OnErrorEnum, ON_ERROR) onError: OnError | null,
    @Ctx() context: CatalogContext,
  ): Promise<LoadReport> {
    requireAdministrator(context);
    return loadProducts(context, products, { dryRun: dryRun ?? false, onError: onError ?? 'REJECT_ALL' });
  }

  @Mutation(() => LoadReportType, { description: 'Loads list prices row by row, into a list at once or into a load that is published later. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE.' })
  async loadPrices(
    @Arg('prices', () => [PriceInput], { description: 'From 1 to 1,000 prices.' }) prices: PriceInput[],
    @Arg('priceList', () => String, { nullable: true, description: 'The list that takes them at once, made when missing; or give a loadId.' }) priceList: string | null,
    @Arg('currency', () => CurrencyCodeScalar, { nullable: true, description: 'The currency of a list that is made now; GBP when left out.' }) currency: string | null,
    @Arg('tierRule', () => TierRuleEnum, { nullable: true, description: 'Which tier holds in a list that is made now, CHEAPEST when left out, so that more never costs more; a list keeps its rule.' }) tierRule: TierRule | null,
    @Arg('loadId', () => ID, { nullable: true, description: 'The load beginPriceListLoad answered with; or give a priceList.' }) loadId: string | null,
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
    @Arg('onError', () => OnErrorEnum, ON_ERROR) onError: OnError | null,
    @Ctx() context: CatalogContext,
  ): Promise<LoadReport> {
    requireAdministrator(context);
    return loadPrices(context, { priceList, currency, tierRule, loadId }, prices, { dryRun: dryRun ?? false, onError: onError ?? 'REJECT_ALL' });
  }

  @Mutation(() => LoadReportType, { description: 'Loads counts of stock row by row. Administrators only. Errors: FORBIDDEN.' })
  async loadStock(
    @Arg('stock', () => [StockInput], { description: 'From 1 to 1,000 counts.' }) stock: StockInput[],
    @Arg('dryRun', () => Boolean, DRY_RUN) dryRun: boolean | null,
    @Arg('onError', () => OnErrorEnum, ON_ERROR) onError: OnError | null,
    @Ctx() context: CatalogContext,
  ): Promise<LoadReport> {
    requireAdministrator(context);
    return loadStock(context, stock, { dryRun: dryRun ?? false, onError: onError ?? 'REJECT_ALL' });
  }

  @Mutation(() => PriceListLoadType, { description: 'Begins to replace a whole price list; nobody sees the new prices before they are published. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async beginPriceListLoad(
    @Arg('priceList', () => String, { description: 'The code of the list, made when missing.' }) priceList: string,
    @Arg('currency', () => CurrencyCodeScalar, { nullable: true, description: 'The currency of a list that is made now; GBP when left out.' }) currency: string | null,
    @Arg('tierRule', () => TierRuleEnum, { nullable: true, description: 'Which tier holds in a list that is made now, CHEAPEST when left out, so that more never costs more; a list keeps its rule.' }) tierRule: TierRule | null,
    @Ctx() context: CatalogContext,
  ): Promise<PriceListLoad> {
    requireAdministrator(context);
    return beginPriceListLoad(context, { priceList, currency, tierRule });
  }

  @Mutation(() => PriceListType, { description: 'Puts the loaded prices in the place of all the list had, at once. The same again is the same. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE, CONFLICT, BAD_USER_INPUT for a load without rows.' })
  async publishPriceListLoad(@Arg('loadId', () => ID, { description: 'The load.' }) loadId: string, @Ctx() context: CatalogContext): Promise<PriceList> {
    requireAdministrator(context);
    return publishPriceListLoad(context, loadId);
  }

  @Mutation(() => PriceListLoadType, { description: 'Gives a load up; its rows go away by themselves. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE when it is published.' })
  async abandonPriceListLoad(@Arg('loadId', () => ID, { description: 'The load.' }) loadId: string, @Ctx() context: CatalogContext): Promise<PriceListLoad> {
    requireAdministrator(context);
    return abandonPriceListLoad(context, loadId);
  }
}
