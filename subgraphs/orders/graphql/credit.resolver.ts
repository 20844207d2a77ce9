import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import type { CreditAccount } from '../entities/credit.ts';
import { listCredit } from '../use-cases/list-credit.ts';
import { setCreditLimit, type WantedCredit } from '../use-cases/set-credit-limit.ts';
import { ForeignAccount } from './foreign-types.ts';

@ObjectType('CreditAccount', { simpleResolvers: true, description: 'What an account owes for orders on account (INVOICE), in one currency, and how much it may.' })
class CreditAccountType implements Pick<CreditAccount, 'currency'> {
  @Field(() => String, { description: 'ISO 4217.' })
  currency: string;
}

@InputType('CreditLimitInput', { description: 'How much an account may owe in a currency.' })
class CreditLimitInput implements WantedCredit {
  @Field(() => ID, { description: 'The account.' })
  accountId: string;
  @Field(() => String, { description: 'ISO 4217.' })
  currency: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'In the major unit, such as 5000.00; without one there is no limit.' })
  limit?: string | null;
}

@Resolver(() => CreditAccountType)
export class CreditResolver {
  @Query(() => [CreditAccountType], { description: 'What an account owes and may owe, by currency. Sellers name the account; business buyers need VIEW_NET_PRICE for their own. Errors: FORBIDDEN, NOT_FOUND.' })
  creditAccounts(@Arg('accountId', () => ID, { nullable: true, description: "The account; the viewer's own when left out." }) accountId: string | null, @Ctx() context: OrdersContext): Promise<CreditAccount[]> {
    return listCredit(context, accountId);
  }

  @Mutation(() => CreditAccountType, { description: "Says how much an account may owe; orders on account beyond it are refused with CREDIT_LIMIT_EXCEEDED. The seller's administrators only. Errors: FORBIDDEN, BAD_USER_INPUT." })
  setCreditLimit(@Arg('input', () => CreditLimitInput, { description: 'The limit.' }) input: CreditLimitInput, @Ctx() context: OrdersContext): Promise<CreditAccount> {
    return setCreditLimit(context, input);
  }

  @FieldResolver(() => ForeignAccount, { description: 'Whose it is.' })
  account(@Root() { accountId }: CreditAccount): { id: string } {
    return { id: accountId };
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much it may owe; null for no limit.' })
  limit(@Root() { limitMinor, currency }: CreditAccount): Money | null {
    return limitMinor == null ? null : moneyOf(limitMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What it owes for orders that were placed and neither canceled nor paid.' })
  owed(@Root() { owedMinor, currency }: CreditAccount): Money {
    return moneyOf(owedMinor, currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'How much it may still order for; null for no limit.' })
  available(@Root() { limitMinor, owedMinor, currency }: CreditAccount): Money | null {
    return limitMinor == null ? null : moneyOf(limitMinor > owedMinor ? limitMinor - owedMinor : 0n, currency);
  }
}
