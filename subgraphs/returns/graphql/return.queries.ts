import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import { CurrencyCodeScalar } from '#kernel/shared-types.ts';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { listReturns } from '../use-cases/list-returns.ts';
import { readPendingReturn, readReturn } from '../use-cases/read-return.ts';
import { ReturnSearchInput } from './return-search.inputs.ts';
import { ReturnType } from './return.type.ts';

const ReturnConnectionType = connectionType('Return', ReturnType);

@Resolver()
export class ReturnQueries {
  @Query(() => ReturnType, { nullable: true, description: 'The return the viewer is putting together: one in each currency they bought in. Null when there is none.' })
  pendingReturn(
    @Arg('currency', () => CurrencyCodeScalar, { nullable: true, description: 'Of orders in this currency; the one last added to when left out.' }) currency: string | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Return | null> {
    return readPendingReturn(context, currency ?? null);
  }

  @Query(() => ReturnType, { nullable: true, description: 'One return. Errors: NOT_FOUND, also for returns of others.' })
  return(@Arg('id', () => ID, { description: "The return's id." }) id: string, @Ctx() context: ReturnsContext): Promise<Return> {
    return readReturn(context, id);
  }

  @Query(() => ReturnConnectionType, { description: 'The submitted returns the viewer may see, newest first: their own, with VIEW_RETURN_ORDER those of the account, for the seller all. Errors: FORBIDDEN for criteria that are not for private people, BAD_CURSOR, BAD_USER_INPUT.' })
  returns(
    @Arg('search', () => ReturnSearchInput, { nullable: true, description: 'Which returns; all when absent.' }) search: ReturnSearchInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Connection<Return>> {
    return listReturns(context, search ?? {}, { first, after });
  }
}
