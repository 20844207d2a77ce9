import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { EXPRESS_KINDS, type ExpressKind, type ExpressTerms } from '../domain/express-checkout.ts';
import type { ExpressPreferences } from '../entities/express-preferences.ts';
import type { PendingExpressOrder } from '../use-cases/list-express-orders.ts';

export const ExpressKindEnum = Object.fromEntries(EXPRESS_KINDS.map((kind) => [kind, kind])) as { [K in ExpressKind]: K };
registerEnumType(ExpressKindEnum, {
  name: 'ExpressOrderKind',
  description: 'What an express order was made of.',
  valuesConfig: { CART: { description: 'A whole cart; nothing joins it.' }, ITEMS: { description: 'Items and lists, bought one after the other.' } },
});

@ObjectType('ExpressPreferences', { simpleResolvers: true, description: 'How the viewer wants express orders to be shipped and paid.' })
export class ExpressPreferencesType implements Pick<ExpressPreferences, keyof ExpressTerms | 'version'> {
  @Field(() => Int, { description: 'Goes up by one with each change; 0 until they are set for the first time.' })
  version: number;
  @Field(() => Boolean, { description: 'Whether express checkout is on; it goes off by itself when an address is no longer in the address book, or the method no longer in the payment book.' })
  enabled: boolean;
  @Field(() => ID, { nullable: true, description: 'The address to ship to.' })
  shipToAddressId: string | null;
  @Field(() => ID, { nullable: true, description: 'The address to bill.' })
  billToAddressId: string | null;
  @Field(() => String, { nullable: true, description: 'The kind of payment, such as INVOICE or CARD.' })
  paymentKind: string | null;
  @Field(() => ID, { nullable: true, description: "The method of the viewer's payment book, such as a stored card, instead of a kind." })
  paymentMethodId: string | null;
  @Field(() => String, { nullable: true, description: 'The way to ship; null leaves it to the shop.' })
  shippingMethod: string | null;
}

@InputType('ExpressPreferencesInput', { description: 'Preferences as a whole; what is left out is taken away.' })
export class ExpressPreferencesInput implements ExpressTerms {
  @Field(() => Boolean, { description: 'Whether express checkout is on; then both addresses and a way to pay are needed.' })
  enabled: boolean;
  @Field(() => ID, { nullable: true, description: 'The address to ship to.' })
  shipToAddressId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The address to bill.' })
  billToAddressId?: string | null;
  @Field(() => String, { nullable: true, description: 'The kind of payment, such as INVOICE or CARD.' })
  paymentKind?: string | null;
  @Field(() => ID, { nullable: true, description: "A method of the viewer's payment book, such as a stored card; instead of a kind." })
  paymentMethodId?: string | null;
  @Field(() => String, { nullable: true, description: 'The way to ship.' })
  shippingMethod?: string | null;
}

@ObjectType('PendingExpressOrder', { simpleResolvers: true, description: 'What was bought in one step and waits to become an order.' })
export class PendingExpressOrderType implements PendingExpressOrder {
  @Field(() => ID, { description: 'The id, also that of its cart.' })
  id: string;
  @Field(() => ExpressKindEnum, { description: 'What it was made of.' })
  kind: ExpressKind;
  @Field(() => DateTimeScalar, { description: 'When it began.' })
  queuedAt: Date;
  @Field(() => DateTimeScalar, { description: 'When something last joined it.' })
  touchedAt: Date;
  @Field(() => DateTimeScalar, { description: 'The first run of the batch from then on makes an order of it, if nothing joins it before.' })
  dueAt: Date;
}

export const PendingExpressOrderConnectionType = connectionType<PendingExpressOrderType>('PendingExpressOrder', PendingExpressOrderType);
