import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { unitMoneyOf, type Money } from '#kernel/money.ts';
import type { Connection } from '#kernel/paging.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DateTimeScalar, DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import { sinceWhen } from '../domain/check-terms.ts';
import type { Promotion } from '../entities/promotion.ts';
import { listPromotions } from '../use-cases/list-promotions.ts';
import { upsertPromotion } from '../use-cases/upsert-promotion.ts';
import { EXPECTED_VERSION } from './expected-version.ts';
import { PromotionInput } from './pricing.inputs.ts';
import { PromotionConnectionType, PromotionType } from './promotion.type.ts';

const quantityOf = (micro: bigint | null | undefined): string | null => (micro == null ? null : fromMicro(micro));
const moneyIn = (micro: bigint | null | undefined, currency: string | null | undefined): Money | null => (micro == null || currency == null ? null : unitMoneyOf(micro, currency));

@Resolver(() => PromotionType)
export class PromotionResolver {
  @Query(() => PromotionConnectionType, { description: 'Promotions by id. Administrators only. Errors: FORBIDDEN, BAD_CURSOR.' })
  async promotions(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | null,
    @Ctx() context: CatalogContext,
  ): Promise<Connection<Promotion>> {
    requireAdministrator(context);
    return listPromotions(context, { first, after });
  }

  @Mutation(() => PromotionType, { description: 'Makes or changes a promotion, found again by its id. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT, QUANTITY_INVALID.' })
  async upsertPromotion(
    @Arg('input', () => PromotionInput, { description: 'The promotion as it shall be.' }) input: PromotionInput,
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<Promotion> {
    requireAdministrator(context);
    return upsertPromotion(context, input, expectedVersion);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What comes off each unit, or off the cart.' })
  amountOff(@Root() { amountOffMicro, currency }: Promotion): Money | null {
    return moneyIn(amountOffMicro, currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What the products it is for must cost together.' })
  minSubtotal(@Root() { minSubtotalMicro, currency }: Promotion): Money | null {
    return moneyIn(minSubtotalMicro, currency);
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'The quantity a line must reach.' })
  minQuantity(@Root() { minQuantityMicro }: Promotion): string | null {
    return quantityOf(minQuantityMicro);
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'Each time so many are bought, getQuantity is given.' })
  buyQuantity(@Root() { buyMicro }: Promotion): string | null {
    return quantityOf(buyMicro);
  }

  @FieldResolver(() => DecimalScalar, { nullable: true, description: 'How many are given each time.' })
  getQuantity(@Root() { getMicro }: Promotion): string | null {
    return quantityOf(getMicro);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'The first moment it holds; null when it always did.' })
  validFrom(@Root() { validFrom }: Promotion): Date | null {
    return sinceWhen(validFrom);
  }
}
