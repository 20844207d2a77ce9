import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { listReturns } from '../use-cases/list-returns.ts';
import { readPendingReturn, readReturn } from '../use-cases/read-return.ts';
import { ReturnType } from './return.type.ts';

const ReturnConnectionType = connectionType('Return', ReturnType);

@Resolver()
export class ReturnQueries {
  @Query(() => ReturnType, { nullable: true, description: 'The return the viewer is putting together; null when there is none.' })
  pendingReturn(@Ctx() context: ReturnsContext): Promise<Return | null> {
    return readPendingReturn(context);
  }

  @Query(() => ReturnType, { nullable: true, description: 'One return. Errors: NOT_FOUND, also for returns of others.' })
  return(@Arg('id', () => ID, { description: "The return's id." }) id: string, @Ctx() context: ReturnsContext): Promise<Return> {
    return readReturn(context, id);
  }

  @Query(() => ReturnConnectionType, { description: 'The submitted returns the viewer may see, newest first: their own, with VIEW_RETURN_ORDER those of the account, for the seller all.' })
  returns(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: ReturnsContext,
  ): Promise<Connection<Return>> {
    return listReturns(context, { first, after });
  }
}
