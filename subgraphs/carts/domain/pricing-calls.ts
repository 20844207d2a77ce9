import type { CartDraft, CartSettings } from './cart-draft.ts';
import type { DraftLine } from './change-lines.ts';
import type { Party } from './parties.ts';

/** What a change asks of the price engine: nothing, only about some lines, or about the whole. */
export type PricingCall = 'NONE' | 'LINES' | 'HEADER';

/** What is said about the whole and moves prices, taxes or freight. Contacts, purchase order numbers, notes, dates and ways to pay do not. [CHK-20, V.20] */
const HEADER_TRIGGERS: readonly ((settings: CartSettings) => unknown)[] = [
  ({ agreementId }) => agreementId,
  ({ promotionCodes }) => promotionCodes,
  ({ shippingMethod }) => shippingMethod,
  ({ shipToAddressId }) => shipToAddressId,
  ({ shipToCountry }) => shipToCountry,
  ({ shipToCustomerId }) => shipToCustomerId,
  ({ billToCustomerId }) => billToCustomerId,
  ({ endCustomer }) => placeOf(endCustomer),
  ({ billToAddressId }) => billToAddressId,
];

/** What a line says of itself and moves its price, its taxes or its freight. */
const LINE_TRIGGERS: readonly ((line: DraftLine) => unknown)[] = [
  ({ sku }) => sku,
  ({ quantityMicro }) => String(quantityMicro),
  ({ uom }) => uom,
  ({ configuration }) => configuration,
  ({ agreementId }) => agreementId,
  ({ shipping }) => shipping?.shipToAddressId,
  ({ shipping }) => shipping?.method,
  ({ shipping }) => shipping?.shipToCustomerId,
  ({ billTo }) => placeOf(billTo),
  ({ endCustomer }) => placeOf(endCustomer),
];

/** Who and where; the person there moves no price. */
function placeOf(party: Party | null | undefined): unknown {
  return party && [party.customerId, party.addressId];
}

const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const differs = <T>(triggers: readonly ((of: T) => unknown)[], before: T, after: T): boolean => before !== after && triggers.some((trigger) => !isSame(trigger(before), trigger(after)));

/** A line more or less, in another order, or with another price-relevant word of its own asks about lines; the whole goes before. [CHK-18, CHK-19] */
export function pricingCallFor(before: CartDraft, after: CartDraft): PricingCall {
  if (differs(HEADER_TRIGGERS, before.settings, after.settings)) return 'HEADER';
  if (before.lines === after.lines) return 'NONE';
  if (before.lines.length !== after.lines.length) return 'LINES';
  return after.lines.some((line, i) => line.id !== before.lines[i]?.id || differs(LINE_TRIGGERS, before.lines[i], line)) ? 'LINES' : 'NONE';
}
