import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import type { PaymentMethod } from '../entities/payment-method.ts';
import { deletePaymentMethod, savePaymentMethod } from '../use-cases/change-payment-book.ts';
import { readPaymentBook } from '../use-cases/read-payment-book.ts';
import { PaymentMethodInput, PaymentMethodType } from './payment-book.type.ts';

/** The payment book of one person. */
@Resolver()
export class PaymentBookResolver {
  @Query(() => [PaymentMethodType], { description: "The viewer's own ways to pay, the oldest first. Business buyers need USE_PAYMENT_BOOK. Errors: UNAUTHENTICATED for guests, FORBIDDEN." })
  paymentMethods(@Ctx() context: AccountsContext): Promise<PaymentMethod[]> {
    return readPaymentBook(context);
  }

  @Mutation(() => PaymentMethodType, { description: "Adds a way to pay to the viewer's own payment book. Rights as for paymentMethods. Errors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_KEY_REUSED, NOT_FOUND when what came under the key has been deleted since." })
  savePaymentMethod(
    @Arg('method', () => PaymentMethodInput, { description: 'The way to pay.' }) method: PaymentMethodInput,
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'A repeat with the same key adds nothing.' }) key: string | null,
    @Ctx() context: AccountsContext,
  ): Promise<PaymentMethod> {
    return savePaymentMethod(context, method, key);
  }

  @Mutation(() => ID, { description: "Deletes a way to pay of the viewer's own payment book for good; gone already, nothing happens. Rights as for paymentMethods. Errors: UNAUTHENTICATED, FORBIDDEN." })
  deletePaymentMethod(@Arg('paymentMethodId', () => ID, { description: "The method's id." }) paymentMethodId: string, @Ctx() context: AccountsContext): Promise<string> {
    return deletePaymentMethod(context, paymentMethodId);
  }
}
