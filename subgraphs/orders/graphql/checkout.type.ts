import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import type { Action } from '#kernel/lifecycle.ts';
import type { CheckoutGap, CheckoutPayment } from '../domain/checkout-gaps.ts';
import type { CheckoutPage, PageButton } from '../domain/checkout-page.ts';
import type { TrailStep } from '../domain/checkout-trail.ts';
import type { PaymentType } from '../domain/order-payment.ts';
import { CheckoutButtonEnum, CheckoutCancelEnum, CheckoutStepEnum, PaymentTypeEnum } from './checkout.enum.ts';
import { TermsType } from './terms.type.ts';

@ObjectType('CheckoutGap', { simpleResolvers: true, description: 'Something an order needs and nobody has said, or that must be mended first.' })
export class CheckoutGapType implements CheckoutGap {
  @Field(() => String, { description: 'SHIP_TO_REQUIRED, SHIPPING_METHOD_REQUIRED, BILL_TO_REQUIRED, PAYMENT_REQUIRED, CARD_REQUIRED, CHECK_NUMBER_REQUIRED, PAYMENT_TYPE_NOT_OFFERED, TERMS_NOT_ACCEPTED, or the code of a problem of the cart.' })
  code: string;
  @Field(() => String, { description: 'A sentence for the buyer.' })
  message: string;
  @Field(() => CheckoutStepEnum, { description: 'The page where it is asked for.' })
  step: TrailStep;
  @Field(() => ID, { nullable: true, description: 'The line it is about; null for the whole.' })
  lineId: string | null;
}

@ObjectType('CheckoutPage', { simpleResolvers: true, description: 'A page of a checkout as it stands.' })
export class CheckoutPageType implements CheckoutPage {
  @Field(() => CheckoutStepEnum, { description: 'Which page.' })
  step: TrailStep;
  @Field(() => Boolean, { description: 'Whether nothing is missing on it.' })
  complete: boolean;
  @Field(() => Boolean, { description: 'Whether the buyer is on it: shown as the current one.' })
  current: boolean;
  @Field(() => Boolean, { description: 'Whether Back or Next leads to it now; pages that are neither this nor current are grey.' })
  open: boolean;
  @Field(() => [CheckoutGapType], { description: 'What is missing on it.' })
  gaps: CheckoutGap[];
  @Field(() => [CheckoutButtonEnum], { description: 'What it offers the viewer.' })
  buttons: PageButton[];
}

@ObjectType('CheckoutShippingMethod', { simpleResolvers: true, description: 'A way to ship that may be chosen.' })
export class CheckoutShippingMethodType {
  @Field(() => String, { description: 'The code that setShippingMethod takes.' })
  code: string;
  @Field(() => String, { description: 'Its name for people.' })
  name: string;
}

@ObjectType('CheckoutPayment', { simpleResolvers: true, description: 'How a cart shall be paid; with what exactly, only whoever pays sees, and never the number of a card.' })
export class CheckoutPaymentType implements Omit<CheckoutPayment, 'methodId'> {
  @Field(() => String, { description: 'One of paymentTypes.' })
  type: string;
  @Field(() => String, { nullable: true, description: 'What the payer calls it; null for others.' })
  label: string | null;
  @Field(() => String, { nullable: true, description: 'The brand of the card; null for others than the payer.' })
  brand: string | null;
  @Field(() => String, { nullable: true, description: 'The last four digits of the card; null for others than the payer.' })
  last4: string | null;
  @Field(() => String, { nullable: true, description: 'The card as pages show it, such as "•••• 4242"; null for others than the payer.' })
  masked: string | null;
  @Field(() => String, { nullable: true, description: 'The last month in which the card pays; null for others than the payer.' })
  expires: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the check; null for others than the payer.' })
  checkNumber: string | null;
}

@ObjectType('CheckoutPreparation', { simpleResolvers: true, description: 'A checkout of a cart or a quote, to be shown page by page. Pages are saved with updateCart.' })
export class CheckoutPreparationType {
  @Field(() => Int, { description: 'The version of the cart or quote it was made of.' })
  version: number;
  @Field(() => String, { description: 'The fingerprint of the price; placeOrder must be given it back.' })
  priceHash: string;
  @Field(() => Boolean, { description: 'Whether pages that defaults fill in are skipped.' })
  smart: boolean;
  @Field(() => CheckoutStepEnum, { description: 'Where the buyer is.' })
  current: TrailStep;
  @Field(() => [CheckoutPageType], { description: 'The pages that apply, in their order.' })
  pages: CheckoutPage[];
  @Field(() => [CheckoutGapType], { description: 'All that is missing, page by page.' })
  gaps: CheckoutGap[];
  @Field(() => Boolean, { description: 'Whether nothing is missing.' })
  ready: boolean;
  @Field(() => [CheckoutShippingMethodType], { description: 'The ways to ship that serve the place, by code.' })
  shippingMethods: CheckoutShippingMethodType[];
  @Field(() => [PaymentTypeEnum], { description: 'What may be paid with here.' })
  paymentTypes: PaymentType[];
  @Field(() => CheckoutPaymentType, { nullable: true, description: 'How it shall be paid; null while nobody said, and for quotes, where it is said when placing the order.' })
  payment: CheckoutPaymentType | null;
  @Field(() => TermsType, { nullable: true, description: 'The terms it would be ordered under; null without, and for quotes, which keep theirs.' })
  terms: TermsType | null;
  @Field(() => [ActionType], { description: 'What the viewer may change still, and why not: actions of updateCart, and whose contact and customer may be chosen.' })
  changes: Action[];
  @Field(() => ActionType, { nullable: true, description: 'Whether it can be ordered now, and why not; null for business buyers without CREATE_ORDER, who are not offered it.' })
  placeOrder: Action | null;
  @Field(() => CheckoutCancelEnum, { description: 'Where leaving it leads.' })
  cancelTo: 'CART' | 'QUOTE';
  @Field(() => MoneyType, { description: 'The sum of all lines.' })
  subtotal: Money;
  @Field(() => MoneyType, { description: 'What promotions take off the whole.' })
  discountTotal: Money;
  @Field(() => MoneyType, { description: 'Tax on lines and freight.' })
  taxTotal: Money;
  @Field(() => MoneyType, { description: 'The freight.' })
  shippingTotal: Money;
  @Field(() => MoneyType, { description: 'What is to be paid.' })
  total: Money;
}
