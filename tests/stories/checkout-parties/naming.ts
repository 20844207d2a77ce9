import type { Data, Session } from '../../support/session.ts';
import { CREATE_CONTACT, CREATE_CUSTOMER, FIND_ADDRESSES, OSLO } from '../accounts/parties.ts';

const END = 'customer { name } contact { name } address { city } isSameAsShipTo isInstallLocation';
const PARTIES = `id version priceHash isBusiness purchaseOrderNumber
  shipToCustomer { id name } shipToContact { name customer { name } } shipTo { city } billToCustomer { name } billToContact { name } billTo { city } endCustomer { ${END} isSaid }
  problems { code lineId side }
  lines { id quantity shipping { customer { name } contact { name } shipTo { city } } billTo { customer { name } contact { name } address { city } } endCustomer { ${END} isSaid } }`;

export const READ_PARTIES = `query ($id: ID!) { cart(id: $id) { ${PARTIES} } }`;
const UPDATE = `mutation ($cartId: ID!, $actions: [CartAction!]!) { updateCart(cartId: $cartId, actions: $actions) { ${PARTIES} } }`;

const KEPT = `shipTo { customer { id name number } contact { name email } } billTo { customer { name } contact { name } address { city } } endCustomer { ${END} }`;
export const ORDERED = `query ($id: ID!) { order(id: $id) { id shipTo { recipient city } parties { ${KEPT} } lines { parties { ${KEPT} } } } }`;

export const rename = async (person: Session, cartId: string, ...actions: object[]): Promise<Data> => (await person.ask(UPDATE, { cartId, actions })).updateCart;
export const renameRefused = (person: Session, cartId: string, ...actions: object[]): ReturnType<Session['refused']> => person.refused(UPDATE, { cartId, actions });

export interface NamedCustomer {
  readonly id: string;
  readonly party: { readonly customerId: string; readonly contactId: string; readonly addressId: string };
}

/** A customer in Oslo, with a contact. */
export async function customerWith(person: Session, name: string): Promise<NamedCustomer> {
  const { id } = (await person.ask(CREATE_CUSTOMER, { usage: 'SHIP_TO', customer: { name, number: `N-${name}` }, address: OSLO })).createCustomer;
  const { createContact } = await person.ask(CREATE_CONTACT, { usage: 'SHIP_TO', customerId: id, contact: { name: `Contact of ${name}`, email: `${name.replaceAll(' ', '')}@example.com` } });
  const { addresses } = await person.ask(FIND_ADDRESSES, { of: { customerId: id } });
  return { id, party: { customerId: id, contactId: createContact.id, addressId: addresses.nodes[0].id } };
}
