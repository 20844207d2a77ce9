import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import type { Category } from '../entities/category.ts';
import type { Product } from '../entities/product.ts';
import { addToAssortment } from '../use-cases/add-to-assortment.ts';
import { removeFromAssortment } from '../use-cases/remove-from-assortment.ts';
import { setComponents } from '../use-cases/set-components.ts';
import { setSubstitutes } from '../use-cases/set-substitutes.ts';
import { upsertCategories } from '../use-cases/upsert-categories.ts';
import { upsertCustomerPartNumbers } from '../use-cases/upsert-customer-part-numbers.ts';
import { upsertSupply } from '../use-cases/upsert-supply.ts';
import { ProductType } from './product.type.ts';
import { CategoryInput, ComponentInput, CustomerPartNumberInput, OptionClassInput, SupplyInput } from './seller.inputs.ts';
import { CategoryType } from './unit.type.ts';

/** How the seller's administrators arrange what is sold. */
@Resolver()
export class SellerResolver {
  @Mutation(() => ProductType, { description: 'Says anew what a kit, model or option class is made of. Administrators only. Errors: FORBIDDEN, UNKNOWN_SKU, BAD_USER_INPUT naming the row, or the way round when it would contain itself.' })
  async setComponents(
    @Arg('sku', () => String, { description: 'The SKU of the kit, model or option class.' }) sku: string,
    @Arg('components', () => [ComponentInput], { description: 'At most 200, in the order they are shown; none empties it.' }) components: ComponentInput[],
    @Arg('optionClasses', () => [OptionClassInput], { nullable: true, description: 'Rules for the classes that components name; one without a rule takes one option or none.' }) optionClasses: OptionClassInput[] | null,
    @Ctx() context: CatalogContext,
  ): Promise<Product> {
    requireAdministrator(context);
    return setComponents(context, sku, components, optionClasses ?? []);
  }

  @Mutation(() => ProductType, { description: 'Says anew what can be had instead of a product, best first; it goes one way only. Administrators only. Errors: FORBIDDEN, UNKNOWN_SKU, BAD_USER_INPUT naming the row.' })
  async setProductSubstitutes(
    @Arg('sku', () => String, { description: 'The SKU of the product.' }) sku: string,
    @Arg('substitutes', () => [String], { description: 'At most 20 SKUs; none takes all away.' }) substitutes: string[],
    @Ctx() context: CatalogContext,
  ): Promise<Product> {
    requireAdministrator(context);
    return setSubstitutes(context, sku, substitutes);
  }

  @Mutation(() => [CategoryType], { description: 'Makes, renames and moves categories, parents first: all of them or none. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async upsertCategories(@Arg('categories', () => [CategoryInput], { description: 'From 1 to 1,000 categories.' }) categories: CategoryInput[], @Ctx() context: CatalogContext): Promise<Category[]> {
    requireAdministrator(context);
    return upsertCategories(context, categories);
  }

  @Mutation(() => Int, { description: 'Adds products to what a site sells; from the first one on it sells nothing else. Answers with how many it sells. Administrators only. Errors: FORBIDDEN, UNKNOWN_SKU.' })
  async addToAssortment(
    @Arg('site', () => String, { description: 'The code of the site; "default" when there is one only.' }) site: string,
    @Arg('skus', () => [String], { description: 'From 1 to 1,000 SKUs.' }) skus: string[],
    @Ctx() context: CatalogContext,
  ): Promise<number> {
    requireAdministrator(context);
    return addToAssortment(context, site, skus);
  }

  @Mutation(() => Int, { description: 'Takes products out of what a site sells; with the last one the limit ends. Answers with how many are left. Administrators only. Errors: FORBIDDEN.' })
  async removeFromAssortment(
    @Arg('site', () => String, { description: 'The code of the site.' }) site: string,
    @Arg('skus', () => [String], { description: 'From 1 to 1,000 SKUs.' }) skus: string[],
    @Ctx() context: CatalogContext,
  ): Promise<number> {
    requireAdministrator(context);
    return removeFromAssortment(context, site, skus);
  }

  @Mutation(() => Int, { description: 'Loads what an account calls products: all of them or none. Answers with how many it has. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT naming the row.' })
  async upsertCustomerPartNumbers(
    @Arg('accountId', () => ID, { description: 'The account.' }) accountId: string,
    @Arg('partNumbers', () => [CustomerPartNumberInput], { description: 'From 1 to 1,000 numbers.' }) partNumbers: CustomerPartNumberInput[],
    @Ctx() context: CatalogContext,
  ): Promise<number> {
    requireAdministrator(context);
    return upsertCustomerPartNumbers(context, accountId, partNumbers);
  }

  @Mutation(() => Int, { description: 'Loads what is on its way to the warehouse, found again by externalId: all of them or none. Answers with how many of the rows are on their way. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT naming the row.' })
  async upsertSupply(@Arg('supplies', () => [SupplyInput], { description: 'From 1 to 1,000 supplies.' }) supplies: SupplyInput[], @Ctx() context: CatalogContext): Promise<number> {
    requireAdministrator(context);
    return upsertSupply(context, supplies);
  }
}
