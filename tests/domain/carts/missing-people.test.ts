import { describe, expect, test } from 'vitest';
import { findMissingPeople } from '../../../subgraphs/carts/domain/find-gaps.ts';
import { endCustomerOf, type EndCustomer, type Party } from '../../../subgraphs/carts/domain/parties.ts';

const cart = { business: true, promotionCodes: [] };
const line = { id: 'a' };
const NOTHING = { mandateContacts: false, endCustomer: false, mandateEndCustomer: false, mandateEndCustomerContact: false };
const ALL = { mandateContacts: true, endCustomer: true, mandateEndCustomer: true, mandateEndCustomerContact: true };
const leeds: Party = { customerId: null, contactId: null, addressId: 'leeds' };
const named = { shipToContactId: 'bea', billToContactId: 'bea' };
const end = (party: Partial<Party>): EndCustomer => ({ ...leeds, ...party, isSameAsShipTo: false, isInstallLocation: false });
const shipping = { shipToAddressId: 'leeds', shipToCountry: 'GB', method: null, instructions: null, requestedOn: null };

const find = (demands: Partial<typeof ALL>, of: object = {}, lines: object[] = [line]): string[] =>
  findMissingPeople({ ...cart, ...of }, lines.map((each, i) => ({ id: String(i), ...each })), { ...NOTHING, ...demands }).map(({ code, side, lineId }) => `${code} ${side}${lineId === null ? '' : ` ${lineId}`}`);

describe('who is missing [CHK-21, CHK-39]', () => {
  test.each<[string, Partial<typeof ALL>, object, object[], string[]]>([
    ['nobody where nothing is asked', {}, {}, [line], []],
    ['nobody of private people', ALL, { business: false }, [line], []],
    ['nobody of an empty cart', ALL, {}, [], []],
    ['both contacts', { mandateContacts: true }, {}, [line], ['CONTACT_REQUIRED SHIP_TO', 'CONTACT_REQUIRED BILL_TO']],
    ['one contact', { mandateContacts: true }, { shipToContactId: 'bea' }, [line], ['CONTACT_REQUIRED BILL_TO']],
    ['the contact of a line that goes elsewhere', { mandateContacts: true }, named, [{ shipping }], ['CONTACT_REQUIRED SHIP_TO 0']],
    ['not of a line that only goes another way', { mandateContacts: true }, named, [{ shipping: { ...shipping, shipToAddressId: null, method: 'POST' } }], []],
    ['the contact of a line billed elsewhere', { mandateContacts: true }, named, [{ billTo: leeds }], ['CONTACT_REQUIRED BILL_TO 0']],
    ['no end customer where the feature is off', { mandateEndCustomer: true }, {}, [line], []],
    ['no end customer where none is mandated', { endCustomer: true, mandateEndCustomerContact: true }, {}, [line], []],
    ['an end customer', { endCustomer: true, mandateEndCustomer: true }, {}, [line], ['END_CUSTOMER_REQUIRED END_CUSTOMER']],
    ['none where the goods go somewhere', { endCustomer: true, mandateEndCustomer: true }, { shipToAddressId: 'leeds' }, [line], []],
    ['their contact', { ...ALL, mandateContacts: false }, { endCustomer: end({ customerId: 'c' }) }, [line], ['CONTACT_REQUIRED END_CUSTOMER']],
    ['none for the cart where each line says its own', { ...ALL, mandateContacts: false }, {}, [{ endCustomer: end({ contactId: 'p' }) }], []],
    ['for the rest of the cart', { ...ALL, mandateContacts: false }, {}, [{ endCustomer: end({}) }, line], ['END_CUSTOMER_REQUIRED END_CUSTOMER', 'CONTACT_REQUIRED END_CUSTOMER 0']],
  ])('%s', (_, demands, of, lines, expected) => {
    expect(find(demands, of, lines)).toEqual(expected);
  });
});

test('the end customer is said for the line, or the cart, or else whom the goods go to [CHK-15, CHK-37, CHK-38]', () => {
  const said = end({ customerId: 'said' });
  const elsewhere = { shipping: { shipToAddressId: 'oslo', shipToCustomerId: 'initech', shipToContactId: null } };
  expect(endCustomerOf({ endCustomer: said }, elsewhere)).toBe(said);
  expect(endCustomerOf({ endCustomer: said }, { endCustomer: end({ customerId: 'of line' }) })).toMatchObject({ customerId: 'of line' });
  expect(endCustomerOf({ shipToAddressId: 'leeds' }, elsewhere)).toEqual({ customerId: 'initech', contactId: null, addressId: 'oslo', isSameAsShipTo: true, isInstallLocation: false });
  expect(endCustomerOf({ shipToAddressId: 'leeds', shipToContactId: 'bea' }, {})).toMatchObject({ customerId: null, contactId: 'bea', addressId: 'leeds', isSameAsShipTo: true });
});
