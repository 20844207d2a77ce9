import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Types of other subgraphs, named here by their key only. */

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Account', { simpleResolvers: true })
export class ForeignAccount {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { simpleResolvers: true })
export class ForeignUser {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Cart', { simpleResolvers: true })
export class ForeignCart {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Quote', { simpleResolvers: true })
export class ForeignQuote {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "id")')
@ObjectType('Return', { simpleResolvers: true })
export class ForeignReturn {
  @Field(() => ID)
  id: string;
}

@Directive('@key(fields: "sku", resolvable: false)')
@ObjectType('Product', { simpleResolvers: true })
export class ForeignProduct {
  @Field(() => String)
  sku: string;
}
