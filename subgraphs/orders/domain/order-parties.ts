import type { Confirmation, Confirmed, ConfirmedLine } from './confirmation.ts';
import type { OrderAddress } from './order-addresses.ts';

/** A company, a person of it and a place, by id; no customer is the organisation that buys. */
export interface NamedParty {
  readonly customerId: string | null;
  readonly contactId: string | null;
  readonly addressId: string | null;
}

/** For whom goods are in the end. [CHK-41] */
export interface NamedEndCustomer extends NamedParty {
  readonly isSameAsShipTo: boolean;
  readonly isInstallLocation: boolean;
}

/** A customer as it was when the order was placed. */
export interface OrderCustomer {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
}

/** A contact as it was then. */
export interface OrderContact {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

export interface OrderParty {
  readonly customer: OrderCustomer | null;
  readonly contact: OrderContact | null;
}

export interface OrderEndCustomer extends OrderParty {
  readonly address: OrderAddress | null;
  readonly isSameAsShipTo: boolean;
  readonly isInstallLocation: boolean;
}

/** Whom an order, or one line of it, names. Absent: nobody, or of a line, as the order does. */
export interface OrderParties {
  readonly shipTo?: OrderParty;
  readonly billTo?: OrderParty & { readonly address?: OrderAddress | null };
  readonly endCustomer?: OrderEndCustomer;
}

export interface People {
  readonly customers: ReadonlyMap<string, OrderCustomer>;
  readonly contacts: ReadonlyMap<string, OrderContact>;
}

interface Named {
  readonly shipTo?: NamedParty | null;
  readonly billTo?: NamedParty | null;
  readonly endCustomer?: NamedEndCustomer | null;
}

export function namedByCart({ shipToCustomerId = null, shipToContactId = null, billToCustomerId = null, billToContactId = null, endCustomer }: Confirmed): Named {
  const shipTo = { customerId: shipToCustomerId, contactId: shipToContactId, addressId: null };
  const billTo = { customerId: billToCustomerId, contactId: billToContactId, addressId: null };
  return { ...(names(shipTo) && { shipTo }), ...(names(billTo) && { billTo }), endCustomer };
}

export function namedByLine({ shipping, billTo, endCustomer }: ConfirmedLine): Named {
  const shipTo = shipping?.shipToAddressId == null ? null : { customerId: shipping.shipToCustomerId ?? null, contactId: shipping.shipToContactId ?? null, addressId: null };
  return { shipTo, billTo, endCustomer };
}

const names = ({ customerId, contactId }: NamedParty): boolean => customerId !== null || contactId !== null;

/** Every id that an order names somebody by. */
export function namedIn(confirmed: Confirmed): { readonly customers: string[]; readonly contacts: string[]; readonly addresses: string[] } {
  const parties = [namedByCart(confirmed), ...confirmed.lines.map(namedByLine)].flatMap(({ shipTo, billTo, endCustomer }) => [shipTo, billTo, endCustomer].filter((each) => each != null));
  const ids = (key: keyof NamedParty): string[] => [...new Set(parties.map((party) => party[key]).filter((id) => id !== null))];
  return { customers: ids('customerId'), contacts: ids('contactId'), addresses: ids('addressId') };
}

/** As they are at this moment; null when nobody is named. */
export function partiesOf({ shipTo, billTo, endCustomer }: Named, { people, at }: { readonly people: People; readonly at: (id: string | null) => OrderAddress | null }): OrderParties | null {
  const party = ({ customerId, contactId }: NamedParty): OrderParty => ({ customer: people.customers.get(customerId ?? '') ?? null, contact: people.contacts.get(contactId ?? '') ?? null });
  const parties: OrderParties = {
    ...(shipTo && { shipTo: party(shipTo) }),
    ...(billTo && { billTo: { ...party(billTo), ...(billTo.addressId !== null && { address: at(billTo.addressId) }) } }),
    ...(endCustomer && { endCustomer: { ...party(endCustomer), address: at(endCustomer.addressId), isSameAsShipTo: endCustomer.isSameAsShipTo, isInstallLocation: endCustomer.isInstallLocation } }),
  };
  return Object.keys(parties).length === 0 ? null : parties;
}

export interface UsedSite {
  readonly usage: 'SHIP_TO' | 'BILL_TO';
  readonly addressId: string;
}

/** Every place it goes to or is billed at, once. [CHK-31] */
export function sitesOf({ shipTo, billTo, lines }: Confirmation): UsedSite[] {
  const used = (usage: UsedSite['usage'], all: readonly (OrderAddress | null | undefined)[]): UsedSite[] => [...new Set(all.flatMap((address) => address?.id ?? []))].map((addressId) => ({ usage, addressId }));
  return [...used('SHIP_TO', [shipTo, ...lines.map((line) => line.shipTo)]), ...used('BILL_TO', [billTo, ...lines.map(({ parties }) => parties?.billTo?.address)])];
}
