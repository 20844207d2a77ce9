import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { unitMoneyOf, type Money } from '#kernel/money.ts';
import type { Connection } from '#kernel/paging.ts';
import { DateTimeScalar, MoneyType } from '#kernel/shared-types.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import { sinceWhen } from '../domain/check-terms.ts';
import type { Agreement } from '../entities/agreement.ts';
import { listAgreements } from '../use-cases/list-agreements.ts';
import { upsertAgreement } from '../use-cases/upsert-agreement.ts';
import { AgreementConnectionType, AgreementType } from './agreement.type.ts';
import { EXPECTED_VERSION } from './expected-version.ts';
import { AgreementInput } from './pricing.inputs.ts';

@Resolver(() => AgreementType)
export class AgreementResolver {
  @Query(() => AgreementConnectionType, { description: "Agreements by id: for a buyer those of their own account, for the seller's people all. Errors: UNAUTHENTICATED, BAD_CURSOR." })
  agreements(
    @Arg('accountId', () => ID, { nullable: true, description: "Those of one account; for the seller's people, a buyer always gets their own." }) accountId: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | null,
    @Ctx() context: CatalogContext,
  ): Promise<Connection<Agreement>> {
    return listAgreements(context, { first, after }, accountId);
  }

  @Mutation(() => AgreementType, { description: 'Makes or changes an agreement, found again by its id. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async upsertAgreement(
    @Arg('input', () => AgreementInput, { description: 'The agreement as it shall be.' }) input: AgreementInput,
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<Agreement> {
    requireAdministrator(context);
    return upsertAgreement(context, input, expectedVersion);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What comes off each unit price.' })
  amountOff(@Root() { amountOffMicro, currency }: Agreement): Money | null {
    return amountOffMicro == null || currency == null ? null : unitMoneyOf(amountOffMicro, currency);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'The first moment it holds; null when it always did.' })
  validFrom(@Root() { validFrom }: Agreement): Date | null {
    return sinceWhen(validFrom);
  }

  @FieldResolver(() => [ID], { nullable: true, description: "The accounts that may use it; null for everybody but the seller's people." })
  async accountIds(@Root() { id }: Agreement, @Ctx() { viewer, loaders }: CatalogContext): Promise<string[] | null> {
    return viewer && isSeller(viewer) ? loaders.accountsByAgreement.load(id) : null;
  }
}
