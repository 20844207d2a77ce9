import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { CatalogContext } from '../context.ts';
import type { Availability } from '../domain/availability.ts';
import type { Product } from '../entities/product.ts';
import { readAvailability } from '../use-cases/read-availability.ts';
import { readPrice, type ShownPrice } from '../use-cases/read-price.ts';
import { searchProducts } from '../use-cases/search-products.ts';
import { PriceType } from './price.type.ts';
import { ProductConnectionType, ProductType } from './product.type.ts';
import { AvailabilityType } from './stock.type.ts';

@Resolver(() => ProductType)
export class ProductResolver {
  @Query(() => ProductType, { nullable: true, description: 'One product by its SKU; null when there is none.' })
  async product(@Arg('sku', () => String, { description: 'The SKU; case counts.' }) sku: string, @Ctx() { loaders }: CatalogContext): Promise<Product | null> {
    return (await loaders.productBySku.load(sku)) ?? null;
  }

  @Query(() => ProductConnectionType, { description: 'Products in the order of their SKUs.' })
  products(
    @Arg('search', () => String, { nullable: true, description: 'Text that the SKU or the name holds; case does not count.' }) search: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | null,
    @Ctx() context: CatalogContext,
  ): Promise<Connection<Product>> {
    return searchProducts(context, search, { first, after });
  }

  @FieldResolver(() => PriceType, { nullable: true, description: 'What the viewer pays now; null when no price list has it. Errors: UNKNOWN_UOM, QUANTITY_INDIVISIBLE.' })
  price(
    @Root() product: Product,
    @Arg('quantity', () => DecimalScalar, { nullable: true, defaultValue: '1', description: 'The quantity, in the unit; more may cost less.' }) quantity: string | null,
    @Arg('uom', () => String, { nullable: true, description: 'The unit of measure; the primary one when left out.' }) uom: string | null,
    @Ctx() context: CatalogContext,
  ): Promise<ShownPrice | null> {
    return readPrice(context, product, { quantity: quantity ?? '1', uom });
  }

  @FieldResolver(() => AvailabilityType, { description: 'Whether it can be had.' })
  availability(
    @Root() product: Product,
    @Arg('quantity', () => DecimalScalar, { nullable: true, defaultValue: '1', description: 'The quantity, in the primary unit.' }) quantity: string | null,
    @Arg('on', () => DateTimeScalar, { nullable: true, description: 'The day it is needed. No supplies are planned yet, so the answer is that of now.' }) _on: Date | null,
    @Ctx() context: CatalogContext,
  ): Promise<Availability> {
    return readAvailability(context, product.sku, quantity ?? '1');
  }
}
