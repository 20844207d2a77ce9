import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Types that other subgraphs own; here they are only named by key. */

/** The partners subgraph adds `transfers` to it. */
@Directive('@key(fields: "id")')
@ObjectType('Cart', { simpleResolvers: true })
export class ForeignCart {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Order', { simpleResolvers: true })
export class ForeignOrder {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Quote', { simpleResolvers: true })
export class ForeignQuote {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Account', { simpleResolvers: true })
export class ForeignAccount {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "sku", resolvable: false)')
@ObjectType('Product', { simpleResolvers: true })
export class ForeignProduct {
  @Field(() => String, { description: 'The stock keeping unit.' })
  sku: string;
}
