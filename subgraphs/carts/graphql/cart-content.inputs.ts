import { Field, ID, InputType } from 'type-graphql';
import type { WantedPayment } from '../domain/cart-payment.ts';
import { PartyUsageEnum } from '#kernel/party-usage-enum.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import type { WantedEndCustomer } from '../domain/name-parties.ts';
import type { WantedParty } from '../domain/settle-party.ts';

const DAY = 'The day it is wished for, such as "2026-05-03".';
const ADDRESS = 'An address of that customer or organisation, and of no other contact; nothing when absent. Open to everybody.';

@InputType('ShippingChoiceInput', { description: 'How a cart is shipped.' })
export class ShippingChoiceInput {
  @Field(() => String, { nullable: true, description: 'The code of the method; absent or null takes it back.' })
  shippingMethod?: string | null;
}

@InputType('PartyInput', { description: 'A company, a person of it, and a place.' })
class PartyInput implements WantedParty {
  @Field(() => ID, { nullable: true, description: 'A customer of the organisation; absent: as it is, null: the organisation itself. Another one needs CHANGE_SHIPTO_CUSTOMER, CHANGE_BILLTO_CUSTOMER or CHANGE_ENDCUSTOMER_CUSTOMER.' })
  customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A contact of that customer or organisation; absent: as it is, null: nobody. Another one needs CHANGE_SHIPTO_CONTACT, CHANGE_BILLTO_CONTACT or CHANGE_ENDCUSTOMER_CONTACT; to name oneself where nobody is named needs nothing.' })
  contactId?: string | null;
  @Field(() => ID, { nullable: true, description: ADDRESS })
  addressId?: string | null;
}

@InputType('ShipToInput', { description: 'To whom, where and when a cart shall arrive; but for customer and contact, what is absent is nothing from now on.' })
export class ShipToInput extends PartyInput {
  @Field(() => String, { nullable: true, description: 'A word to who brings it.' })
  instructions?: string | null;
  @Field(() => String, { nullable: true, description: DAY })
  requestedOn?: string | null;
}

@InputType('LineShippingInput', { description: 'How one line is shipped; what is absent is as for the cart. A customer or contact of its own goes with an address of its own.' })
export class LineShippingInput extends ShipToInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => String, { nullable: true, description: 'The code of the way to ship.' })
  shippingMethod?: string | null;
}

@InputType('BillToInput', { description: 'To whom and where the invoice goes; but for customer and contact, what is absent is nothing from now on.' })
export class BillToInput extends PartyInput {
  @Field(() => String, { nullable: true, description: "The buyer's own number for the order." })
  purchaseOrderNumber?: string | null;
}

@InputType('LineBillToInput', { description: 'To whom and where the invoice of one line goes; as for the cart when nothing is said.' })
export class LineBillToInput extends PartyInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
}

@InputType('EndCustomerInput', { description: 'For whom goods are in the end; when nothing is said, for whom they go to.' })
export class EndCustomerInput extends PartyInput implements WantedEndCustomer {
  @Field(() => ID, { nullable: true, description: 'The line it is about; absent means the cart.' })
  lineId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the goods go to them; false when absent.' })
  isSameAsShipTo?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the goods are installed at this address; false when absent.' })
  isInstallLocation?: boolean | null;
}

@InputType('MyCompanyInput', { description: 'For what, and for which line, the organisation itself shall be named.' })
export class MyCompanyInput {
  @Field(() => PartyUsageEnum, { description: 'For what.' })
  usage: PartyUsage;
  @Field(() => ID, { nullable: true, description: 'The line; absent means the cart.' })
  lineId?: string | null;
}

@InputType('CartPaymentInput', { description: 'How a cart shall be paid: a type, or a method of your own payment book; neither takes back what was chosen. Never the number of a card.' })
export class CartPaymentInput implements WantedPayment {
  @Field(() => String, { nullable: true, description: 'One of paymentTypes, such as INVOICE.' })
  type?: string | null;
  @Field(() => ID, { nullable: true, description: "A method of the viewer's own payment book. Business buyers need USE_PAYMENT_BOOK." })
  paymentMethodId?: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the check, for payment by check; at most 12 letters and digits.' })
  checkNumber?: string | null;
}

@InputType('AgreementChoiceInput', { description: 'A pricing agreement for a cart or a line.' })
export class AgreementChoiceInput {
  @Field(() => ID, { nullable: true, description: 'The agreement; absent goes back to none.' })
  agreementId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The line it is for; absent means the cart.' })
  lineId?: string | null;
}

@InputType('ExtraFieldInput', { description: 'A value of additional information.' })
export class ExtraFieldInput {
  @Field(() => String, { description: 'The name of the field, as cartFieldDefinitions tells.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The value as text; absent or blank takes it back.' })
  value?: string | null;
}

@InputType('LineFieldsInput', { description: 'Additional information of one line.' })
export class LineFieldsInput {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => [ExtraFieldInput], { description: 'The fields to set; others stay.' })
  fields: ExtraFieldInput[];
}

@InputType('NoteInput', { description: 'A note on a cart or a line.' })
export class NoteInput {
  @Field(() => String, { nullable: true, description: 'The note, at most 2,000 characters; absent or blank takes it back.' })
  note?: string | null;
  @Field(() => ID, { nullable: true, description: 'The line; absent means the cart.' })
  lineId?: string | null;
}
