import { Arg, Ctx, Directive, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import type { PaymentMethod } from '../entities/payment-method.ts';
import { readCheckoutHabits, readCheckoutPreferences, type CheckoutHabits, type KnownPreferences } from '../use-cases/read-checkout-preferences.ts';
import { setCheckoutPreferences } from '../use-cases/set-checkout-preferences.ts';
import { PaymentMethodType } from './payment-book.type.ts';

@ObjectType('CheckoutPreferences', { simpleResolvers: true, description: 'What the viewer usually says at a checkout; carts begin with it.' })
class CheckoutPreferencesType implements KnownPreferences {
  @Field(() => String, { nullable: true, description: 'The code of the preferred way to ship; null: none.' })
  shippingMethod: string | null | undefined;
  @Field(() => ID, { nullable: true, description: 'The default card, of the own payment book; null: none.' })
  paymentMethodId: string | null | undefined;
}

@Directive('@inaccessible')
@ObjectType('CheckoutHabits', { simpleResolvers: true, description: 'For peers: what carts of the viewer begin with.' })
class CheckoutHabitsType {
  @Field(() => String, { nullable: true }) shippingMethod: string | null;
  @Field(() => PaymentMethodType, { nullable: true }) card: PaymentMethod | null;
}

/** What one person prefers at checkouts. */
@Resolver()
export class CheckoutPreferencesResolver {
  @Query(() => CheckoutPreferencesType, { description: 'What the viewer usually says at a checkout. Errors: UNAUTHENTICATED for guests.' })
  checkoutPreferences(@Ctx() context: AccountsContext): Promise<KnownPreferences> {
    return readCheckoutPreferences(context);
  }

  @Mutation(() => CheckoutPreferencesType, { description: 'Says what carts of the viewer shall begin with; what is left out stays, null takes it back. Carts that there are keep what they have. Errors: UNAUTHENTICATED for guests, NOT_FOUND, FORBIDDEN without USE_PAYMENT_BOOK, BAD_USER_INPUT.' })
  setCheckoutPreferences(
    @Arg('shippingMethod', () => String, { nullable: true, description: 'The code of the preferred way to ship.' }) shippingMethod: string | null | undefined,
    @Arg('paymentMethodId', () => ID, { nullable: true, description: 'The default card, of the own payment book.' }) paymentMethodId: string | null | undefined,
    @Ctx() context: AccountsContext,
  ): Promise<KnownPreferences> {
    return setCheckoutPreferences(context, { shippingMethod, paymentMethodId });
  }

  @Directive('@inaccessible')
  @Query(() => CheckoutHabitsType, { description: 'For peers: what carts of the viewer begin with.' })
  checkoutHabits(@Ctx() context: AccountsContext): Promise<CheckoutHabits> {
    return readCheckoutHabits(context);
  }
}
