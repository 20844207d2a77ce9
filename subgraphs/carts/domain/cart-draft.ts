import type { CartPayment } from './cart-payment.ts';
import type { DraftLine } from './change-lines.ts';
import type { EndCustomer } from './parties.ts';
import type { FieldValue } from './extra-fields.ts';

/** What a buyer says about a cart as a whole. */
export interface CartSettings {
  readonly agreementId?: string | null;
  readonly promotionCodes: string[];
  readonly shippingMethod?: string | null;
  readonly shipToAddressId?: string | null;
  /** Where taxes and freight are those of, once an address is chosen. */
  readonly shipToCountry?: string | null;
  readonly billToAddressId?: string | null;
  /** Whom it goes to; null: the organisation itself. */
  readonly shipToCustomerId?: string | null;
  readonly shipToContactId?: string | null;
  /** Who is billed; null: the organisation itself. */
  readonly billToCustomerId?: string | null;
  readonly billToContactId?: string | null;
  /** For whom it is in the end; null: for whom it goes to. */
  readonly endCustomer?: EndCustomer | null;
  readonly shippingInstructions?: string | null;
  /** A day: 2026-05-03. */
  readonly requestedOn?: string | null;
  readonly purchaseOrderNumber?: string | null;
  readonly note?: string | null;
  readonly fields?: FieldValue[] | null;
  readonly payment?: CartPayment | null;
}

/** What the shipping of one line differs in from that of the cart. */
export interface LineShipping {
  readonly shipToAddressId: string | null;
  /** Of the address; where the line has none of its own, they are those of the cart. */
  readonly shipToCustomerId?: string | null;
  readonly shipToContactId?: string | null;
  readonly shipToCountry: string | null;
  readonly method: string | null;
  readonly instructions: string | null;
  readonly requestedOn: string | null;
}

/** A cart as it shall be, before it is priced. */
export interface CartDraft {
  readonly settings: CartSettings;
  readonly lines: readonly DraftLine[];
}

/** The settings alone, of a cart that has them among much else. */
export const settingsOf = (cart: CartSettings): CartSettings => ({
  agreementId: cart.agreementId,
  promotionCodes: cart.promotionCodes,
  shippingMethod: cart.shippingMethod,
  shipToAddressId: cart.shipToAddressId,
  shipToCountry: cart.shipToCountry,
  billToAddressId: cart.billToAddressId,
  shipToCustomerId: cart.shipToCustomerId,
  shipToContactId: cart.shipToContactId,
  billToCustomerId: cart.billToCustomerId,
  billToContactId: cart.billToContactId,
  endCustomer: cart.endCustomer,
  shippingInstructions: cart.shippingInstructions,
  requestedOn: cart.requestedOn,
  purchaseOrderNumber: cart.purchaseOrderNumber,
  note: cart.note,
  fields: cart.fields,
  payment: cart.payment,
});
