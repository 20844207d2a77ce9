import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** Types that other subgraphs own; here they are only named by key. */

export const refTo = (id: string | null | undefined): { id: string } | null => (id == null ? null : { id });

@Directive('@key(fields: "sku", resolvable: false)')
@ObjectType('Product', { simpleResolvers: true })
export class ForeignProduct {
  @Field(() => String, { description: 'The stock keeping unit; case matters.' })
  sku: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Address', { simpleResolvers: true })
export class ForeignAddress {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Customer', { simpleResolvers: true })
export class ForeignCustomer {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Contact', { simpleResolvers: true })
export class ForeignContact {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('User', { simpleResolvers: true })
export class ForeignUser {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}

@Directive('@key(fields: "id", resolvable: false)')
@ObjectType('Account', { simpleResolvers: true })
export class ForeignAccount {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
}
