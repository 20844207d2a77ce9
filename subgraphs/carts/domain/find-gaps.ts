import type { PartyUsage } from '#kernel/party-usage.ts';
import type { CartSettings, LineShipping } from './cart-draft.ts';
import { missingFields, type FieldDefinition, type FieldValue } from './extra-fields.ts';
import { billToOf, endCustomerOf, hasOwnEndCustomer, isNobody, shipToOf, type EndCustomer, type Party } from './parties.ts';
import type { CartPricing, CartProblem } from './price-cart.ts';

/** What a deployment asks for before an order. */
export interface Demands {
  readonly extraFields: readonly FieldDefinition[];
  readonly mandateContacts: boolean;
  readonly endCustomer: boolean;
  readonly mandateEndCustomer: boolean;
  readonly mandateEndCustomerContact: boolean;
}

interface GappyLine {
  readonly id: string;
  readonly fields?: readonly FieldValue[] | null;
  readonly shipping?: LineShipping | null;
  readonly billTo?: Party | null;
  readonly endCustomer?: EndCustomer | null;
}

type GappyCart = CartSettings & { readonly business: boolean };

/** What is still to be said before an order: fields that must be filled in, people to name, a way to ship that serves the address. [CART-73, CHK-21, CHK-39] */
export function findGaps(cart: GappyCart, lines: readonly GappyLine[], { shippingProblem }: CartPricing, demands: Demands): CartProblem[] {
  const { extraFields } = demands;
  const gap = (lineId: string | null) => ({ label }: FieldDefinition): CartProblem => ({ code: 'FIELD_REQUIRED', message: `${label} must be filled in before an order.`, lineId });
  const ofLines = extraFields.some(({ level, required }) => level === 'line' && required)
    ? lines.flatMap(({ id, fields }) => missingFields(extraFields, 'line', fields ?? []).map(gap(id)))
    : [];
  const unserved = shippingProblem === null ? [] : [{ code: 'SHIPPING_UNAVAILABLE', message: 'The goods cannot be shipped this way; choose another way or address.', lineId: null }];
  return [...missingFields(extraFields, 'cart', cart.fields ?? []).map(gap(null)), ...ofLines, ...findMissingPeople(cart, lines, demands), ...unserved];
}

/** Only businesses name people. What a line says for itself is looked at by itself. */
export function findMissingPeople(cart: GappyCart, lines: readonly GappyLine[], { mandateContacts, endCustomer, mandateEndCustomer, mandateEndCustomerContact }: Omit<Demands, 'extraFields'>): CartProblem[] {
  if (!cart.business || lines.length === 0) return [];
  const contacts = mandateContacts
    ? [
        ...lacksContact(shipToOf(cart), 'SHIP_TO', null),
        ...lacksContact(billToOf(cart), 'BILL_TO', null),
        ...lines.flatMap((line) => [...(line.shipping?.shipToAddressId ? lacksContact(shipToOf(cart, line), 'SHIP_TO', line.id) : []), ...(line.billTo ? lacksContact(line.billTo, 'BILL_TO', line.id) : [])]),
      ]
    : [];
  if (!endCustomer || !mandateEndCustomer) return contacts;
  const lacksEnd = (party: Party, lineId: string | null): CartProblem[] => {
    if (isNobody(party)) return [{ code: 'END_CUSTOMER_REQUIRED', message: 'Say for whom the goods are in the end.', lineId, side: 'END_CUSTOMER' }];
    return mandateEndCustomerContact ? lacksContact(party, 'END_CUSTOMER', lineId) : [];
  };
  const own = (line: GappyLine): boolean => hasOwnEndCustomer(cart, line);
  const ofCart = lines.every(own) ? [] : lacksEnd(endCustomerOf(cart), null);
  return [...contacts, ...ofCart, ...lines.filter(own).flatMap((line) => lacksEnd(endCustomerOf(cart, line), line.id))];
}

const SENTENCES = { SHIP_TO: 'Name a contact to ship to.', BILL_TO: 'Name a contact to bill.', END_CUSTOMER: 'Name a contact of the end customer.' } as const satisfies Record<PartyUsage, string>;

const lacksContact = ({ contactId }: Party, side: PartyUsage, lineId: string | null): CartProblem[] =>
  contactId === null ? [{ code: 'CONTACT_REQUIRED', message: SENTENCES[side], lineId, side }] : [];
