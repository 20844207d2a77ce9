/** A company, a person of it, and a place. */
export interface Party {
  /** Null: the organisation that buys. */
  readonly customerId: string | null;
  readonly contactId: string | null;
  readonly addressId: string | null;
}

/** For whom goods are in the end, with what is asked about it. [CHK-41] */
export interface EndCustomer extends Party {
  readonly isSameAsShipTo: boolean;
  readonly isInstallLocation: boolean;
}

interface NamedInCart {
  readonly shipToCustomerId?: string | null;
  readonly shipToContactId?: string | null;
  readonly shipToAddressId?: string | null;
  readonly billToCustomerId?: string | null;
  readonly billToContactId?: string | null;
  readonly billToAddressId?: string | null;
  readonly endCustomer?: EndCustomer | null;
}

interface NamedInLine {
  readonly shipping?: Pick<NamedInCart, 'shipToCustomerId' | 'shipToContactId'> & { readonly shipToAddressId: string | null } | null;
  readonly billTo?: Party | null;
  readonly endCustomer?: EndCustomer | null;
}

/** Whom a line goes to: a place of its own has a company and a person of its own. */
export function shipToOf(cart: NamedInCart, line?: NamedInLine): Party {
  const { shipToCustomerId = null, shipToContactId = null, shipToAddressId = null } = line?.shipping?.shipToAddressId ? line.shipping : cart;
  return { customerId: shipToCustomerId, contactId: shipToContactId, addressId: shipToAddressId };
}

export function billToOf({ billToCustomerId = null, billToContactId = null, billToAddressId = null }: NamedInCart, line?: NamedInLine): Party {
  return line?.billTo ?? { customerId: billToCustomerId, contactId: billToContactId, addressId: billToAddressId };
}

/** Said for the line, else for the cart; else whom the goods go to. [CHK-15, CHK-37, CHK-38] */
export function endCustomerOf(cart: NamedInCart, line?: NamedInLine): EndCustomer {
  return line?.endCustomer ?? cart.endCustomer ?? { ...shipToOf(cart, line), isSameAsShipTo: true, isInstallLocation: false };
}

/** Whether a line is for others than the cart: it says so, or goes elsewhere where nobody said for whom the cart is. */
export const hasOwnEndCustomer = (cart: NamedInCart, line: NamedInLine): boolean => line.endCustomer != null || (cart.endCustomer == null && Boolean(line.shipping?.shipToAddressId));

export const isNobody = ({ customerId, contactId, addressId }: Party): boolean => customerId === null && contactId === null && addressId === null;
