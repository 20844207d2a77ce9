import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import { forgetOutsidePrices, forgetOutsideStock } from '../use-cases/forget-outside-answers.ts';
import { OutsidePriceInput } from './outside.inputs.ts';

/** What the seller's own systems tell us; they sign in as an administrator. */
@Resolver()
export class OutsideResolver {
  @Mutation(() => Int, { description: 'Forgets prices of the outside price system that were kept, so that the next question goes to it; carts with the products are repriced, those that are watched at once. The answer is how many were kept. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async invalidateOutsidePrices(
    @Arg('items', () => [OutsidePriceInput], { description: 'From 1 to 500 items.' }) items: OutsidePriceInput[],
    @Ctx() context: CatalogContext,
  ): Promise<number> {
    requireAdministrator(context);
    return forgetOutsidePrices(context, items);
  }

  @Mutation(() => Int, { description: 'Forgets stock of the outside inventory system that was kept, so that the next question goes to it. The answer is how many were kept. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  invalidateOutsideInventory(
    @Arg('skus', () => [String], { description: 'From 1 to 500 SKUs.' }) skus: string[],
    @Ctx() context: CatalogContext,
  ): number {
    requireAdministrator(context);
    return forgetOutsideStock(context, skus);
  }
}
