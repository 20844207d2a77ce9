import type { QuoteCheckoutSaid } from '../use-cases/save-quote-checkout.ts';
import { Field, ID, InputType } from 'type-graphql';
import type { WantedPayment } from '../domain/order-payment.ts';
import type { PlaceOrder, WantedAssistance } from '../domain/place-order-input.ts';

@InputType('PaymentInput', { description: "How whoever places the order means to pay: a kind, or a method of their own payment book, exactly one of them. A card of the payment book is authorised before the order is written, where a payment service is set up; else it is stored with the order." })
export class PaymentInput implements WantedPayment {
  @Field(() => String, { nullable: true, description: 'The kind of payment: INVOICE, CASH, CHECK or CARD.' })
  kind?: string | null;
  @Field(() => ID, { nullable: true, description: "A method of the viewer's own payment book. Business buyers need USE_PAYMENT_BOOK." })
  paymentMethodId?: string | null;
}

@InputType('WantedAssistanceInput', { description: 'Why a sales rep shall look at an order.' })
export class WantedAssistanceInput implements WantedAssistance {
  @Field(() => String, { description: 'Why assistance is needed.' })
  reason: string;
  @Field(() => String, { nullable: true, description: 'A word to the sales rep.' })
  comment?: string | null;
}

@InputType('PlaceOrderInput', { description: 'What to order, at which price. Give a cartId or a quoteId: exactly one of them.' })
export class PlaceOrderInput implements PlaceOrder {
  @Field(() => ID, { nullable: true, description: 'The cart to order.' })
  cartId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The published quote to accept and order.' })
  quoteId?: string | null;
  @Field(() => String, { description: 'The priceHash of the cart or quote as the buyer saw it.' })
  priceHash: string;
  @Field(() => String, { description: 'Made by the client, one for each order it means to place: a repeat with the same key gets the same order.' })
  idempotencyKey: string;
  @Field(() => ID, { nullable: true, description: 'The address to ship to, of the account that is sold to; when left out that of the cart, or saved for the quote. Where the cart has one, it must be in the same country, for which the cart was priced.' })
  shipToAddressId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The address to bill, of the account that is sold to; when left out that of the cart, or saved for the quote.' })
  billToAddressId?: string | null;
  @Field(() => String, { nullable: true, description: 'The shipping method; stored with the order.' })
  shippingMethod?: string | null;
  @Field(() => PaymentInput, { nullable: true, description: 'How the buyer means to pay; stored with the order.' })
  payment?: PaymentInput | null;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase; stored with the order." })
  purchaseOrderNumber?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the buyer agrees to the terms as they are at this moment; stored with the order.' })
  termsAccepted?: boolean | null;
  @Field(() => ID, { nullable: true, description: "The cost centre the order is charged to; when left out the buyer's preferred one, or their only one." })
  costCentreId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The return it replaces, which the seller agreed to: what that brings back pays for this order where no card does. One of the same account, in the same currency; a colleague\'s with CREATE_RETURN.' })
  replacesReturnId?: string | null;
  @Field(() => WantedAssistanceInput, { nullable: true, description: 'Asks a sales rep to look at the order: he is told of it, and the usual confirmation is left out.' })
  assistance?: WantedAssistanceInput | null;
}

@InputType('QuoteCheckoutInput', { description: "What is said on the pages of a quote's checkout. What is left out stays; null is nothing said." })
export class QuoteCheckoutInput implements QuoteCheckoutSaid {
  @Field(() => ID, { nullable: true, description: "Where it goes: an address of the account's own book." })
  shipToAddressId?: string | null;
  @Field(() => ID, { nullable: true, description: "Where the invoice goes: an address of the account's own book." })
  billToAddressId?: string | null;
  @Field(() => PaymentInput, { nullable: true, description: 'How it is paid, by the viewer.' })
  payment?: PaymentInput | null;
  @Field(() => String, { nullable: true, description: "The buyer's own number for the purchase." })
  purchaseOrderNumber?: string | null;
}
