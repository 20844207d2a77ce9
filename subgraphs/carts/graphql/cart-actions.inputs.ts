import { Directive, Field, ID, InputType } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { CartAction } from '../domain/cart-actions.ts';
import { CartLineInput, CartLineUpdate } from './cart.inputs.ts';
import { AgreementChoiceInput, BillToInput, CartPaymentInput, EndCustomerInput, ExtraFieldInput, LineBillToInput, LineFieldsInput, LineShippingInput, MyCompanyInput, NoteInput, ShippingChoiceInput, ShipToInput } from './cart-content.inputs.ts';

@InputType('SplitLineInput', { description: 'How a line shall be split.' })
export class SplitLineInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => [DecimalScalar], { description: 'The quantities to take off, each above zero, at most that of the line together: the line keeps the rest, and goes when there is none; two or more that are all of it begin with the line itself.' })
  quantities: string[];
}

@Directive('@oneOf')
@InputType('CartAction', { description: 'One thing to do to a cart: exactly one of the fields.' })
export class CartActionInput implements CartAction {
  @Field(() => [CartLineInput], { nullable: true, description: 'Puts products in, as addCartLines does.' })
  addLines?: CartLineInput[] | null;
  @Field(() => [CartLineUpdate], { nullable: true, description: 'Sets quantities, as updateCartLines does.' })
  updateLines?: CartLineUpdate[] | null;
  @Field(() => [ID], { nullable: true, description: 'Takes lines out.' })
  removeLines?: string[] | null;
  @Field(() => SplitLineInput, { nullable: true, description: 'Splits a line, as splitCartLine does.' })
  splitLine?: SplitLineInput | null;
  @Field(() => LineShippingInput, { nullable: true, description: 'Says how one line is shipped, as setLineShipping does.' })
  setLineShipping?: LineShippingInput | null;
  @Field(() => LineFieldsInput, { nullable: true, description: 'Fills in additional information of one line.' })
  setLineFields?: LineFieldsInput | null;
  @Field(() => ShippingChoiceInput, { nullable: true, description: 'Says how the cart is shipped.' })
  setShippingMethod?: ShippingChoiceInput | null;
  @Field(() => ShipToInput, { nullable: true, description: 'Says to whom, where and when the cart shall arrive; taxes and freight are those of the address.' })
  setShipTo?: ShipToInput | null;
  @Field(() => BillToInput, { nullable: true, description: 'Says to whom and where the invoice goes.' })
  setBillTo?: BillToInput | null;
  @Field(() => LineBillToInput, { nullable: true, description: 'Says where the invoice of one line goes.' })
  setLineBillTo?: LineBillToInput | null;
  @Field(() => EndCustomerInput, { nullable: true, description: 'Says for whom the cart or a line is in the end. Businesses, where it is switched on; else FORBIDDEN or OPERATION_DISABLED.' })
  setEndCustomer?: EndCustomerInput | null;
  @Field(() => MyCompanyInput, { nullable: true, description: 'Names the organisation itself, the viewer as its contact, and their primary address. Needs both rights to change, of customer and of contact.' })
  useMyCompany?: MyCompanyInput | null;
  @Field(() => CartPaymentInput, { nullable: true, description: 'Says how it shall be paid. Errors: PAYMENT_TYPE_NOT_OFFERED, NOT_FOUND, FORBIDDEN, BAD_USER_INPUT.' })
  setPayment?: CartPaymentInput | null;
  @Field(() => String, { nullable: true, description: 'Applies a promotion code.' })
  applyPromotionCode?: string | null;
  @Field(() => String, { nullable: true, description: 'Takes a promotion code back.' })
  removePromotionCode?: string | null;
  @Field(() => AgreementChoiceInput, { nullable: true, description: 'Chooses a pricing agreement for the cart or a line.' })
  setPricingAgreement?: AgreementChoiceInput | null;
  @Field(() => [ExtraFieldInput], { nullable: true, description: 'Fills in additional information of the cart.' })
  setFields?: ExtraFieldInput[] | null;
  @Field(() => NoteInput, { nullable: true, description: 'Leaves a note on the cart or a line.' })
  setNote?: NoteInput | null;
}
