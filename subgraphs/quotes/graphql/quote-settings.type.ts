import { Field, Int, ObjectType } from 'type-graphql';
import type { QuotesConfig } from '../config.ts';

@ObjectType('QuoteSettings', { simpleResolvers: true, description: 'How quotes work in this deployment.' })
export class QuoteSettingsType implements Pick<QuotesConfig, 'enabled' | 'assignmentRequired' | 'assignColleagues' | 'draftUpdates' | 'buyerMayCancel' | 'customItemsOnly' | 'daysToLive' | 'assistance' | 'assistanceReasons' | 'sharing'> {
  @Field(() => Boolean, { description: 'Whether there are quotes at all; when not, everything that changes one refuses with OPERATION_DISABLED.' })
  enabled: boolean;
  @Field(() => Boolean, { description: 'Whether a sales rep must take a requested quote before changing, publishing or rejecting it.' })
  assignmentRequired: boolean;
  @Field(() => Boolean, { description: 'Whether a sales rep may hand a requested quote to a colleague.' })
  assignColleagues: boolean;
  @Field(() => Boolean, { description: 'Whether a buyer may change a quote that assistance made of his cart, and members one that is shared with them.' })
  draftUpdates: boolean;
  @Field(() => Boolean, { description: 'Whether the owner of a quote may cancel it; without, only sales reps do.' })
  buyerMayCancel: boolean;
  @Field(() => Boolean, { description: 'Whether quotes can be shared.' })
  sharing: boolean;
  @Field(() => Boolean, { description: 'Whether a quote may consist of custom items only.' })
  customItemsOnly: boolean;
  @Field(() => Boolean, { description: 'Whether buyers may ask for assistance with a cart.' })
  assistance: boolean;
  @Field(() => [String], { description: 'The reasons there are to ask for it; empty when any will do.' })
  assistanceReasons: string[];
  @Field(() => Int, { description: 'How many days an offer stands when the rep names no date.' })
  daysToLive: number;
}
