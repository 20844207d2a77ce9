import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { ExtraFieldType, type ExtraField } from '#kernel/extra-field-type.ts';
import { minorFrom, moneyOf } from '#kernel/money.ts';
import type { CartsContext } from '../context.ts';
import { showFields, type FieldDefinition } from '../domain/extra-fields.ts';
import type { Cart } from '../entities/cart.ts';
import { CartFieldDefinitionType, CartPaymentType, CartShipmentType } from './cart-content.type.ts';
import { CartType } from './cart.type.ts';
import { ForeignAddress, refTo } from './foreign-types.ts';

/** What its buyer says about a cart as a whole. */
@Resolver(() => CartType)
export class CartContentResolver {
  @Query(() => [CartFieldDefinitionType], { description: 'The additional information that carts and lines carry in this deployment, in the order to show it.' })
  cartFieldDefinitions(@Ctx() { config }: CartsContext): readonly FieldDefinition[] {
    return config.extraFields;
  }

  @FieldResolver(() => ForeignAddress, { nullable: true, description: 'Where it goes; null while nobody said.' })
  shipTo(@Root() cart: Cart): ForeignAddress | null {
    return refTo(cart.shipToAddressId);
  }

  @FieldResolver(() => ForeignAddress, { nullable: true, description: 'Where the invoice goes; null while nobody said.' })
  billTo(@Root() cart: Cart): ForeignAddress | null {
    return refTo(cart.billToAddressId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'A word to who brings it.' })
  shippingInstructions(@Root() cart: Cart): string | null {
    return cart.shippingInstructions ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The day it is wished for, such as "2026-05-03".' })
  requestedOn(@Root() cart: Cart): string | null {
    return cart.requestedOn ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: "The buyer's own number for the order." })
  purchaseOrderNumber(@Root() cart: Cart): string | null {
    return cart.purchaseOrderNumber ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'A note on the cart.' })
  note(@Root() cart: Cart): string | null {
    return cart.note ?? null;
  }

  @FieldResolver(() => CartPaymentType, { nullable: true, description: 'How it shall be paid; null while nobody said.' })
  payment(@Root() { payment }: Cart, @Ctx() { viewer }: CartsContext): CartPaymentType | null {
    if (!payment) return null;
    return payment.payerId === viewer?.id ? payment : { ...HIDDEN, type: payment.type };
  }

  @FieldResolver(() => [ExtraFieldType], { description: 'Additional information that was filled in.' })
  fields(@Root() cart: Cart, @Ctx() { config }: CartsContext): ExtraField[] {
    return showFields(cart.fields ?? [], config.extraFields, 'cart');
  }

  @FieldResolver(() => [CartShipmentType], { description: 'What travels together, and what each costs; empty while nobody said how to ship.' })
  shipments(@Root() cart: Cart): CartShipmentType[] {
    return cart.pricing.shipments.map(({ method, shipToId, name, charge, problem }) => ({
      shippingMethod: method,
      name,
      addressId: shipToId,
      charge: moneyOf(minorFrom(charge, cart.currency), cart.currency),
      problem,
    }));
  }
}

const HIDDEN = { methodId: null, label: null, brand: null, last4: null, expires: null, checkNumber: null };
