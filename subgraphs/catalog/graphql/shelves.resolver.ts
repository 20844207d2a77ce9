import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { CatalogContext } from '../context.ts';
import type { Category } from '../entities/category.ts';
import type { UnitOfMeasure } from '../entities/unit-of-measure.ts';
import { readCategories } from '../use-cases/read-categories.ts';
import { readUnitsOfMeasure } from '../use-cases/read-units.ts';
import { resolveItems, type ResolvedItem } from '../use-cases/resolve-items.ts';
import { ItemRowInput, ResolvedItemType } from './resolved-item.type.ts';
import { CategoryType, UnitOfMeasureType } from './unit.type.ts';

/** Ways to find a product other than looking for it. */
@Resolver()
export class ShelvesResolver {
  @Query(() => [CategoryType], { description: 'The tree of categories, each before what stands in it.' })
  categories(@Ctx() { db }: CatalogContext): Promise<Category[]> {
    return readCategories(db.sql);
  }

  @Query(() => [UnitOfMeasureType], { description: 'The units everybody means the same by; a product may have others.' })
  unitsOfMeasure(@Ctx() { db }: CatalogContext): Promise<UnitOfMeasure[]> {
    return readUnitsOfMeasure(db.sql);
  }

  @Query(() => [ResolvedItemType], { description: 'Looks up the rows of a direct entry, all in one go and in their order; a bad row has a problem and spoils no other. Errors: UNAUTHENTICATED, BAD_USER_INPUT beyond 1,000 rows.' })
  resolveItems(@Arg('rows', () => [ItemRowInput], { description: 'At most 1,000 rows.' }) rows: ItemRowInput[], @Ctx() context: CatalogContext): Promise<ResolvedItem[]> {
    return resolveItems(context, rows);
  }
}
