import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Types that other subgraphs own; here they are only named by key. */

@Directive('@key(fields: "id")')
@ObjectType('Order', { simpleResolvers: true })
export class ForeignOrder {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Quote', { simpleResolvers: true })
export class ForeignQuote {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}
