import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ReturnsContext } from '../context.ts';
import type { Return } from '../entities/return.ts';
import { returnsOfOrder } from '../use-cases/read-return.ts';
import { ForeignOrder } from './foreign-types.ts';
import { ReturnType } from './return.type.ts';

@Resolver(() => ForeignOrder)
export class OrderReturnsResolver {
  @FieldResolver(() => [ReturnType], { description: 'The submitted returns that hold lines of the order, newest first, as far as the viewer may see them.' })
  returns(@Root() { id }: ForeignOrder, @Ctx() context: ReturnsContext): Promise<Return[]> {
    return returnsOfOrder(context, id);
  }
}
