import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Types that other subgraphs own; here they are only named by key. */

@Directive('@key(fields: "sku", resolvable: false)')
@ObjectType('Product', { simpleResolvers: true })
export class ForeignProduct {
  @Field(() => String, { description: 'The stock keeping unit; case matters.' })
  sku: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { simpleResolvers: true })
export class ForeignUser {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Cart', { simpleResolvers: true })
export class ForeignCart {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}
