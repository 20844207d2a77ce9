import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { CatalogContext } from '../context.ts';
import type { Availability } from '../domain/availability.ts';
import type { Product } from '../entities/product.ts';
import { answerAvailability } from '../use-cases/answer-availability.ts';
import { answerPrice } from '../use-cases/answer-price.ts';
import { findProduct } from '../use-cases/find-product.ts';
import type { ShownPrice } from '../use-cases/read-price.ts';
import { searchProducts } from '../use-cases/search-products.ts';
import { PriceType } from './price.type.ts';
import { ProductConnectionType, ProductType } from './product.type.ts';
import { AvailabilityType } from './stock.type.ts';

@Resolver(() => ProductType)
export class ProductResolver {
  @Query(() => ProductType, { nullable: true, description: 'One product by its SKU; null when the site sells none such.' })
  product(@Arg('sku', () => String, { description: 'The SKU; case counts.' }) sku: string, @Ctx() context: CatalogContext): Promise<Product | null> {
    return findProduct(context, sku);
  }

  @Query(() => ProductConnectionType, { description: 'What the site sells, in the order of the SKUs. Errors: NOT_FOUND for a category that is not there.' })
  products(
    @Arg('search', () => String, { nullable: true, description: "Text that the SKU, the name, or the viewer's own part number holds; case does not count." }) search: string | null,
    @Arg('category', () => String, { nullable: true, description: 'The code of a category; what stands in it or below it.' }) category: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | null,
    @Ctx() context: CatalogContext,
  ): Promise<Connection<Product>> {
    return searchProducts(context, { search, category }, { first, after });
  }

  @FieldResolver(() => PriceType, { nullable: true, description: 'What the viewer pays now; null when no price list has it. Errors: UNKNOWN_UOM, QUANTITY_INDIVISIBLE, QUANTITY_BELOW_MINIMUM, QUANTITY_NOT_A_STEP, PRICE_UNAVAILABLE when an outside price system does not answer.' })
  price(
    @Root() product: Product,
    @Arg('quantity', () => DecimalScalar, { nullable: true, defaultValue: '1', description: 'The quantity, in the unit; more may cost less.' }) quantity: string | null,
    @Arg('uom', () => String, { nullable: true, description: 'The unit of measure; the primary one when left out.' }) uom: string | null,
    @Ctx() context: CatalogContext,
  ): Promise<ShownPrice | null> {
    return answerPrice(context, product, { quantity: quantity ?? '1', uom });
  }

  @FieldResolver(() => AvailabilityType, { description: 'Whether it can be had. Errors: BAD_USER_INPUT for a day that is over, UNKNOWN_UOM, AVAILABILITY_UNKNOWN when an outside inventory system does not answer.' })
  availability(
    @Root() product: Product,
    @Arg('quantity', () => DecimalScalar, { nullable: true, defaultValue: '1', description: 'The quantity, in the unit.' }) quantity: string | null,
    @Arg('on', () => DateTimeScalar, { nullable: true, description: 'The day it is needed; today when left out.' }) on: Date | null,
    @Arg('uom', () => String, { nullable: true, description: 'The unit of measure; the primary one when left out.' }) uom: string | null,
    @Ctx() context: CatalogContext,
  ): Promise<Availability> {
    return answerAvailability(context, product, { quantity: quantity ?? '1', uom, on });
  }
}
