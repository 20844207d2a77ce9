import '#kernel/reflect.ts';
import { Arg, Ctx, Directive, Field, ID, InputType, Int, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { countHoldings, takeoverSlice, liftTakeover, readTallies, rehearseTakeover, suspendForTakeover, type Takeover, type TakeoverDefinition, type Holding, type Obstacle, type Tally, type UserSuccession } from '#kernel/takeover.ts';
import type { BaseContext } from '#kernel/subgraph.ts';
import type { Succession } from '#kernel/suspensions.ts';

/* What every subgraph with data of accounts answers to the one that merges them; no client can reach it. */

@Directive('@inaccessible')
@InputType('SuccessionInput', { description: 'For peers: an account that another takes the place of.' })
class SuccessionInput implements Succession {
  @Field(() => ID) from: string;
  @Field(() => ID) to: string;
}

@Directive('@inaccessible')
@InputType('UserSuccessionInput', { description: 'For peers: a user whom another takes the place of.' })
class UserSuccessionInput implements UserSuccession {
  @Field(() => ID) from: string;
  @Field(() => ID) to: string;
  @Field(() => String, { nullable: true }) email: string | null;
}

@Directive('@inaccessible')
@InputType('TakeoverInput', { description: 'For peers: whose data becomes whose.' })
class TakeoverInput implements Takeover {
  @Field(() => ID) id: string;
  @Field(() => [SuccessionInput]) accounts: SuccessionInput[];
  @Field(() => [UserSuccessionInput]) users: UserSuccessionInput[];
  @Field(() => [ID]) people: string[];
  @Field(() => ID) actorId: string;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType('TakeoverObstacle', { simpleResolvers: true, description: 'For peers: why something cannot be handed over now.' })
class TakeoverObstacleType implements Obstacle {
  @Field(() => String) code: string;
  @Field(() => String) message: string;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType('TakeoverTally', { simpleResolvers: true, description: 'For peers: how much of one kind moves, and how much is given up.' })
class TakeoverTallyType implements Tally {
  @Field(() => String) part: string;
  @Field(() => Int) moved: number;
  @Field(() => Int) dropped: number;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType('TakeoverHolding', { simpleResolvers: true, description: 'For peers: how much of one kind either side has.' })
class TakeoverHoldingType implements Holding {
  @Field(() => String) part: string;
  @Field(() => Int) giving: number;
  @Field(() => Int) receiving: number;
}

@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType('TakeoverRehearsal', { simpleResolvers: true, description: 'For peers: what would come of it.' })
class TakeoverRehearsalType {
  @Field(() => [TakeoverObstacleType]) obstacles: TakeoverObstacleType[];
  @Field(() => [TakeoverTallyType]) tallies: TakeoverTallyType[];
}

type Context = BaseContext<object> & { readonly takeover: TakeoverDefinition<object> };
const HAND_OVER = { description: 'Whose becomes whose.' };

@Resolver()
export class TakeoverResolver {
  @Directive('@inaccessible')
  @Directive('@shareable')
  @Query(() => TakeoverRehearsalType, { description: 'For peers: what would move and what stands in the way; nothing is changed.' })
  rehearseTakeover(@Arg('takeover', () => TakeoverInput, HAND_OVER) takeover: TakeoverInput, @Ctx() context: Context): Promise<TakeoverRehearsalType> {
    return rehearseTakeover(context.db, context.takeover, takeover, context.clock.now());
  }

  @Directive('@inaccessible')
  @Directive('@shareable')
  @Query(() => [TakeoverHoldingType], { description: 'For peers: what either side has now.' })
  takeoverHoldings(@Arg('takeover', () => TakeoverInput, HAND_OVER) takeover: TakeoverInput, @Ctx() context: Context): Promise<Holding[]> {
    return countHoldings(context.db, context.takeover, takeover);
  }

  @Directive('@inaccessible')
  @Directive('@shareable')
  @Query(() => [TakeoverTallyType], { description: 'For peers: what has been handed over so far.' })
  takeoverTallies(@Arg('id', () => ID, { description: 'The cause.' }) id: string, @Ctx() { db }: Context): Promise<Tally[]> {
    return readTallies(db, id);
  }

  @Directive('@inaccessible')
  @Directive('@shareable')
  @Mutation(() => [TakeoverObstacleType], { description: 'For peers: from now on nothing is written for the giving side, unless something stands in the way: that is answered, and nothing has changed.' })
  suspendForTakeover(@Arg('takeover', () => TakeoverInput, HAND_OVER) takeover: TakeoverInput, @Ctx() context: Context): Promise<Obstacle[]> {
    return suspendForTakeover(context.db, context.takeover, takeover, context.clock.now());
  }

  @Directive('@inaccessible')
  @Directive('@shareable')
  @Mutation(() => Boolean, { description: 'For peers: the giving side goes on as if nothing had been.' })
  async liftTakeover(@Arg('id', () => ID, { description: 'The cause.' }) id: string, @Ctx() { db }: Context): Promise<boolean> {
    await liftTakeover(db, id);
    return true;
  }

  @Directive('@inaccessible')
  @Directive('@shareable')
  @Mutation(() => Boolean, { description: 'For peers: hands over some of it. True once nothing is left.' })
  takeoverSlice(@Arg('takeover', () => TakeoverInput, HAND_OVER) takeover: TakeoverInput, @Ctx() context: Context): Promise<boolean> {
    return takeoverSlice(context.db, context.takeover, takeover, context.clock.now());
  }
}
