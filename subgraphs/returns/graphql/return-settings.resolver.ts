import { Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import type { ReturnsContext } from '../context.ts';
import type { ReturnSearchField } from '../domain/search-lines.ts';
import { describeReturns, type ReturnSettings } from '../use-cases/describe-returns.ts';
import { ReturnSearchFieldEnum } from './return-enums.ts';

@ObjectType('ReturnSettings', { simpleResolvers: true, description: 'How things are sent back here.' })
class ReturnSettingsType implements ReturnSettings {
  @Field(() => Boolean, { description: 'Whether things are sent back here at all.' })
  enabled: boolean;
  @Field(() => Boolean, { description: 'Whether the seller has to agree before a return is booked.' })
  approval: boolean;
  @Field(() => [String], { description: 'The reasons to offer.' })
  reasons: string[];
  @Field(() => Boolean, { description: 'Whether other words will do as a reason.' })
  otherReasons: boolean;
  @Field(() => [ReturnSearchFieldEnum], { description: 'What order lines can be looked for by.' })
  searchFields: ReturnSearchField[];
}

@Resolver()
export class ReturnSettingsResolver {
  @Query(() => ReturnSettingsType, { description: 'How things are sent back here: reasons to offer, and what to search by.' })
  returnSettings(@Ctx() context: ReturnsContext): ReturnSettings {
    return describeReturns(context);
  }
}
