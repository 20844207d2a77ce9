import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Types that other subgraphs own; here they are only named by key. */

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('OrderLine', { simpleResolvers: true })
export class ForeignOrderLine {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { simpleResolvers: true })
export class ForeignUser {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "sku", resolvable: false)')
@ObjectType('Product', { simpleResolvers: true })
export class ForeignProduct {
  @Field(() => String, { description: 'The stock keeping unit.' })
  sku: string;
}

/** The returns subgraph adds `returns` to it. */
@Directive('@key(fields: "id")')
@ObjectType('Order', { simpleResolvers: true })
export class ForeignOrder {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}
