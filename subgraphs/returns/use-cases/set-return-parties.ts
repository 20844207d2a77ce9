import { refuse } from '#kernel/errors.ts';
import { isBusiness } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import type { ReturnAddress, ReturnContact } from '../domain/return-address.ts';
import type { Return } from '../entities/return.ts';
import { askBook } from '../peers/accounts.ts';
import { requireReturner } from './guard-returns.ts';
import { writePendingReturn } from './write-pending-return.ts';

export interface ChosenParties {
  readonly returnId: string;
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
  readonly shipToContactId?: string | null;
  readonly billToContactId?: string | null;
  readonly expectedVersion?: number | null;
}

/**
 * The addresses and contacts of a return; what is left out stays. The customer who is credited is nobody's to choose: an address or
 * contact of another is refused, and where somebody else was billed there is nothing to choose at all. [RET-23, RET-27, RET-28, RET-29]
 */
export async function setReturnParties(context: ReturnsContext, { returnId, expectedVersion, ...chosen }: ChosenParties): Promise<Return | null> {
  const viewer = requireReturner(context);
  const { shipToAddressId, billToAddressId, shipToContactId, billToContactId } = chosen;
  const given = (...ids: (string | null | undefined)[]): string[] => ids.filter((id) => id != null);
  if (!isBusiness(viewer) && given(shipToContactId, billToContactId).length > 0) throw refuse('FORBIDDEN', 'Private people have no contacts.', { returnId });
  const book = await askBook(context.ask, viewer.accountId, given(shipToAddressId, billToAddressId), given(shipToContactId, billToContactId));

  const shipTo = shipToAddressId == null ? undefined : book.addresses.get(shipToAddressId);
  const shipToContact = shipToContactId == null ? undefined : book.contacts.get(shipToContactId);
  const billTo = billToAddressId == null ? undefined : book.addresses.get(billToAddressId);
  const billToContact = billToContactId == null ? undefined : book.contacts.get(billToContactId);
  if (shipToAddressId != null && !shipTo) throw refuse('RETURN_SHIP_TO_INVALID', 'The account has no such address.', { returnId, addressId: shipToAddressId, reason: 'ADDRESS' });
  if (shipToContactId != null && !shipToContact) throw refuse('RETURN_SHIP_TO_INVALID', 'The account has no such contact.', { returnId, contactId: shipToContactId, reason: 'CONTACT' });
  if (billToAddressId != null && billTo?.customerId !== null) throw refuse('RETURN_BILL_TO_INVALID', 'Whoever is credited has no such address.', { returnId, addressId: billToAddressId, reason: 'ADDRESS' });
  if (billToContactId != null && billToContact?.customerId !== null) throw refuse('RETURN_BILL_TO_INVALID', 'Whoever is credited has no such contact.', { returnId, contactId: billToContactId, reason: 'CONTACT' });

  return writePendingReturn(context, {
    returnId,
    expectedVersion,
    type: 'RETURN_PARTIES_SET',
    change({ root, lines }) {
      const isBilling = billTo !== undefined || billToContact !== undefined;
      if (isBilling && root.billToAccountId !== viewer.accountId) throw refuse('RETURN_BILL_TO_INVALID', 'The credit goes to whoever was billed for the order.', { returnId, reason: 'CUSTOMER' });
      return {
        lines,
        root: {
          ...(shipTo && { shipTo: placeOf(shipTo) }),
          ...(billTo && { billTo: placeOf(billTo) }),
          ...(shipToContact && { shipToContact: personOf(shipToContact) }),
          ...(billToContact && { billToContact: personOf(billToContact) }),
        },
      };
    },
  });
}

const placeOf = ({ id, recipient, line1, line2, postalCode, city, country }: ReturnAddress): ReturnAddress => ({ id, recipient, line1, line2, postalCode, city, country });
const personOf = ({ id, name, email, phone }: ReturnContact): ReturnContact => ({ id, name, email, phone });
