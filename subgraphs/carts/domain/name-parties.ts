import { refuse } from '#kernel/errors.ts';
import { permissionToChange, type PartyUsage } from '#kernel/party-usage.ts';
import { isBusiness, may } from '#kernel/viewer.ts';
import type { Editing } from './cart-actions.ts';
import type { CartDraft, CartSettings, LineShipping } from './cart-draft.ts';
import { changeLine, type DraftLine } from './change-lines.ts';
import { billToOf, endCustomerOf, isNobody, shipToOf, type EndCustomer, type Party } from './parties.ts';
import { settleParty, type WantedParty } from './settle-party.ts';

/** Everything left out takes back what was said. */
export interface WantedEndCustomer extends WantedParty {
  readonly lineId?: string | null;
  readonly isSameAsShipTo?: boolean | null;
  readonly isInstallLocation?: boolean | null;
}

/** Where somebody of the organisation has things sent and billed, if that is known. */
export interface MyAddresses {
  readonly shipTo: { readonly id: string; readonly country: string } | null;
  readonly billTo: { readonly id: string; readonly country: string } | null;
}

type ShipTo = Pick<CartSettings, 'shipToCustomerId' | 'shipToContactId' | 'shipToAddressId' | 'shipToCountry'>;

export const cartShipTo = ({ settings }: CartDraft, wanted: WantedParty, editing: Editing): ShipTo => asShipTo(settleParty(shipToOf(settings), wanted, 'SHIP_TO', editing), settings, editing);

/** Null: the line goes where the cart goes. Whom it goes to takes a place of its own to be said. */
export function lineShipTo({ settings }: CartDraft, line: DraftLine, wanted: WantedParty, editing: Editing): ShipTo | null {
  if (wanted.addressId == null && wanted.customerId == null && wanted.contactId == null) return null;
  if (wanted.addressId == null) throw refuse('BAD_USER_INPUT', 'Say where this line goes too.', { lineId: line.id });
  return asShipTo(settleParty(shipToOf(settings, line), wanted, 'SHIP_TO', editing), line.shipping?.shipToAddressId ? line.shipping : settings, editing);
}

/** @param held a deleted address stays in the country it was in */
function asShipTo({ customerId, contactId, addressId }: Party, held: ShipTo, { known }: Editing): ShipTo {
  const shipToCountry = addressId === null ? null : (known.addresses.get(addressId)?.country ?? held.shipToCountry ?? null);
  return { shipToCustomerId: customerId, shipToContactId: contactId, shipToAddressId: addressId, shipToCountry };
}

/** What the shipping of a line differs in; null when in nothing. */
export function shippingOf(said: Pick<LineShipping, 'method' | 'instructions' | 'requestedOn'>, to: ShipTo | null): LineShipping | null {
  if (to === null && Object.values(said).every((each) => each === null)) return null;
  const { shipToCustomerId = null, shipToContactId = null, shipToAddressId = null, shipToCountry = null } = to ?? {};
  return { shipToAddressId, shipToCountry, ...(shipToCustomerId !== null && { shipToCustomerId }), ...(shipToContactId !== null && { shipToContactId }), ...said };
}

export function cartBillTo({ settings }: CartDraft, wanted: WantedParty, editing: Editing): Pick<CartSettings, 'billToCustomerId' | 'billToContactId' | 'billToAddressId'> {
  const { customerId, contactId, addressId } = settleParty(billToOf(settings), wanted, 'BILL_TO', editing);
  return { billToCustomerId: customerId, billToContactId: contactId, billToAddressId: addressId };
}

export const lineBillTo = ({ settings }: CartDraft, line: DraftLine, wanted: WantedParty, editing: Editing): Party | null =>
  isLeftOut(wanted) ? null : settleParty(billToOf(settings, line), wanted, 'BILL_TO', editing);

/** For whom the cart, or one line of it, is in the end. [CHK-36, CHK-37, CHK-41] */
export function applyEndCustomer(draft: CartDraft, { lineId, isSameAsShipTo, isInstallLocation, ...wanted }: WantedEndCustomer, editing: Editing): CartDraft {
  if (!editing.allowed.endCustomer) throw refuse('OPERATION_DISABLED', 'Naming the end customer is switched off.');
  if (!isBusiness(editing.viewer)) throw refuse('FORBIDDEN', 'Only businesses buy for others.');
  const { settings, lines } = draft;
  const settled = (line?: DraftLine): EndCustomer | null => {
    if (isLeftOut(wanted) && isSameAsShipTo == null && isInstallLocation == null) return null;
    const party = settleParty(endCustomerOf(settings, line), wanted, 'END_CUSTOMER', editing);
    return { ...party, isSameAsShipTo: isSameAsShipTo ?? false, isInstallLocation: isInstallLocation ?? false };
  };
  if (lineId == null) return { ...draft, settings: { ...settings, endCustomer: settled() } };
  return { ...draft, lines: changeLine(lines, lineId, (line) => ({ ...line, endCustomer: settled(line) })) };
}

/** The organisation itself, the viewer as its contact, and where they have things sent; for who could name all of that. [CHK-10, CHK-29] */
export function applyMyCompany(draft: CartDraft, { usage, lineId }: { readonly usage: PartyUsage; readonly lineId?: string | null }, editing: Editing): CartDraft {
  const { viewer, mine, known } = editing;
  if (!isBusiness(viewer)) throw refuse('FORBIDDEN', 'Only businesses have customers and contacts.');
  for (const what of ['CUSTOMER', 'CONTACT'] as const) {
    const permission = permissionToChange(usage, what);
    if (!may(viewer, permission)) throw refuse('FORBIDDEN', `This needs the permission ${permission}.`, { permission });
  }
  const address = (usage === 'BILL_TO' ? mine?.billTo : mine?.shipTo) ?? null;
  const contactId = known.contacts.has(viewer.id) ? viewer.id : null; // somebody of another issuer is in no book
  const party: Party = { customerId: null, contactId, addressId: address?.id ?? null };
  const shipTo = { shipToCustomerId: null, shipToContactId: contactId, shipToAddressId: party.addressId, shipToCountry: address?.country ?? null };
  const endCustomer = { ...party, isSameAsShipTo: false, isInstallLocation: false };
  if (usage === 'END_CUSTOMER') return applyEndCustomerAs(draft, lineId, endCustomer, editing);
  if (lineId == null) return { ...draft, settings: { ...draft.settings, ...(usage === 'SHIP_TO' ? shipTo : { billToCustomerId: null, billToContactId: contactId, billToAddressId: party.addressId }) } };
  if (usage === 'SHIP_TO' && !editing.allowed.lineShipping) throw refuse('OPERATION_DISABLED', 'Shipping of single lines is switched off.');
  const { method = null, instructions = null, requestedOn = null } = draft.lines.find(({ id }) => id === lineId)?.shipping ?? {};
  const change = usage === 'SHIP_TO' ? { shipping: shippingOf({ method, instructions, requestedOn }, address && shipTo) } : { billTo: party };
  return { ...draft, lines: changeLine(draft.lines, lineId, (line) => ({ ...line, ...change })) };
}

function applyEndCustomerAs(draft: CartDraft, lineId: string | null | undefined, endCustomer: EndCustomer, { allowed }: Editing): CartDraft {
  if (!allowed.endCustomer) throw refuse('OPERATION_DISABLED', 'Naming the end customer is switched off.');
  if (lineId == null) return { ...draft, settings: { ...draft.settings, endCustomer } };
  return { ...draft, lines: changeLine(draft.lines, lineId, (line) => ({ ...line, endCustomer })) };
}

const isLeftOut = ({ customerId = null, contactId = null, addressId = null }: WantedParty): boolean => isNobody({ customerId, contactId, addressId });
