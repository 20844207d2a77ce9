import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Types that other subgraphs own; here they are only named by key. */

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Cart', { simpleResolvers: true })
export class ForeignCart {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Order', { simpleResolvers: true })
export class ForeignOrder {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { simpleResolvers: true })
export class ForeignUser {
  @Field(() => ID)
  id: string;
}
