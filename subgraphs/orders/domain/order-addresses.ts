import { refuse } from '#kernel/errors.ts';
import type { Confirmed } from './confirmation.ts';
import { namedIn } from './order-parties.ts';

/** An address as it was at a moment. */
export interface OrderAddress {
  readonly id: string;
  readonly recipient: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** Whose an address is: of a customer, or null the organisation itself; of one contact alone, or null of all. */
export interface AddressHolder {
  readonly customerId: string | null;
  readonly contactId: string | null;
}

export interface ChosenAddresses {
  readonly shipToAddressId: string | null;
  readonly billToAddressId: string | null;
  /** Of the cart: in it they stay, even deleted from the address book. [CHK-17, SHARE-32] */
  readonly kept: readonly string[];
  /** Named at this moment: they must be in the address book. */
  readonly named: readonly string[];
}

interface Named {
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
}

export function chosenAddresses(confirmed: Confirmed, { shipToAddressId, billToAddressId }: Named): ChosenAddresses {
  const kept = [...new Set([confirmed.shipToAddressId, confirmed.billToAddressId, ...confirmed.lines.map(({ shipping }) => shipping?.shipToAddressId), ...namedIn(confirmed).addresses].filter((id) => id != null))];
  const named = [shipToAddressId, billToAddressId].filter((id) => id != null && !kept.includes(id)) as string[];
  return { shipToAddressId: shipToAddressId ?? confirmed.shipToAddressId ?? null, billToAddressId: billToAddressId ?? confirmed.billToAddressId ?? null, kept, named };
}

/** Taxes and freight are those of the country that the cart goes to. */
export function refuseOtherCountry({ shipToAddressId }: Confirmed, chosen: ChosenAddresses, addresses: ReadonlyMap<string, OrderAddress>): void {
  const pricedFor = addresses.get(shipToAddressId ?? '')?.country;
  const country = addresses.get(chosen.shipToAddressId ?? '')?.country;
  if (pricedFor !== undefined && country !== pricedFor) throw refuse('BAD_USER_INPUT', 'This was priced for another country. Choose the address in the cart.', { country, pricedFor });
}

/** Who places an order may choose another address of whom the cart names, but no other customer or contact by way of it. [CHK-23, CHK-24] */
export function refuseOtherHolder(confirmed: Confirmed, { named, shipToAddressId, billToAddressId }: ChosenAddresses, holders: ReadonlyMap<string, AddressHolder>): void {
  const { shipToCustomerId = null, shipToContactId = null, billToCustomerId = null, billToContactId = null } = confirmed;
  const isOf = (addressId: string | null, customerId: string | null, contactId: string | null): boolean => {
    const holder = holders.get(addressId ?? '');
    return addressId === null || !named.includes(addressId) || (holder?.customerId === customerId && (holder.contactId === null || holder.contactId === contactId));
  };
  const wrong = !isOf(shipToAddressId, shipToCustomerId, shipToContactId) ? shipToAddressId : !isOf(billToAddressId, billToCustomerId, billToContactId) ? billToAddressId : undefined;
  if (wrong !== undefined) throw refuse('NOT_FOUND', 'Whom the order names has no such address.', { addressId: wrong });
}
