import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { CatalogContext } from '../context.ts';
import { ratioText } from '../domain/convert-quantity.ts';
import { unitOf } from '../domain/units-of-measure.ts';
import type { Category } from '../entities/category.ts';
import type { Product } from '../entities/product.ts';
import { ProductType } from './product.type.ts';
import { readOptionClasses, type ClassWithOptions } from '../use-cases/read-option-classes.ts';
import { CategoryType, OptionClassType, ProductComponentType, ProductUnitType } from './unit.type.ts';

const maybe = (micro: bigint | null | undefined): string | null => (micro == null ? null : fromMicro(micro));

/** What a product measures, is made of and stands in. */
@Resolver(() => ProductType)
export class ProductPartsResolver {
  @FieldResolver(() => [ProductUnitType], { description: 'The same units as uoms, each with what it holds of the primary one.' })
  async units(@Root() { sku }: Product, @Ctx() { loaders }: CatalogContext): Promise<ProductUnitType[]> {
    const units = (await loaders.unitsBySku.load(sku)) ?? [];
    return units.map((unit) => ({ uom: unit.uom, name: unitOf(unit.uom)?.name ?? null, factor: ratioText(unit) }));
  }

  @FieldResolver(() => [ProductComponentType], { description: 'What a kit, a model or an option class is made of, one level; empty for everything else.' })
  async components(@Root() { sku }: Product, @Ctx() { loaders }: CatalogContext): Promise<ProductComponentType[]> {
    const rows = (await loaders.componentsBySku.load(sku)) ?? [];
    return rows.map(({ componentSku, ratioMicro, optional, optionClass, isDefault, position }) => ({ sku: componentSku, ratio: fromMicro(ratioMicro), optional, optionClass: optionClass ?? null, isDefault, position }));
  }

  @FieldResolver(() => [OptionClassType], { description: 'What may be chosen of a model, in order; empty for everything else.' })
  optionClasses(@Root() product: Product, @Ctx() context: CatalogContext): Promise<ClassWithOptions[]> {
    return readOptionClasses(context, product);
  }

  @FieldResolver(() => [ProductType], { description: 'What can be had instead, best first; buyers see what the site sells.' })
  async substitutes(@Root() { sku }: Product, @Ctx() { loaders }: CatalogContext): Promise<Product[]> {
    const found = await Promise.all(((await loaders.substitutesBySku.load(sku)) ?? []).map((substitute) => loaders.productBySku.load(substitute)));
    return found.flatMap((product) => product ?? []);
  }

  @FieldResolver(() => [CategoryType], { description: 'The categories it stands in.' })
  async categories(@Root() { sku }: Product, @Ctx() { loaders }: CatalogContext): Promise<Category[]> {
    return (await loaders.categoriesBySku.load(sku)) ?? [];
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'Kilograms of one primary unit; null when not known.' })
  weight(@Root() { weightMicro }: Product): string | null {
    return maybe(weightMicro);
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'The smallest quantity it is sold in, in the primary unit; null when any will do.' })
  minQuantity(@Root() { minQuantityMicro }: Product): string | null {
    return maybe(minQuantityMicro);
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'Quantities are multiples of this, in the primary unit; null when any will do.' })
  stepQuantity(@Root() { stepQuantityMicro }: Product): string | null {
    return maybe(stepQuantityMicro);
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'How much is packed together, in the primary unit; null when not known.' })
  packSize(@Root() { packSizeMicro }: Product): string | null {
    return maybe(packSizeMicro);
  }
}
