/* For what somebody is named in a purchase, and the rights that go with it, for every subgraph that lets people be named. */

export const PARTY_USAGES = ['SHIP_TO', 'BILL_TO', 'END_CUSTOMER'] as const;
export type PartyUsage = (typeof PARTY_USAGES)[number];

const RIGHT = { SHIP_TO: 'SHIPTO', BILL_TO: 'BILLTO', END_CUSTOMER: 'ENDCUSTOMER' } as const satisfies Record<PartyUsage, string>;

export type Changed = 'CUSTOMER' | 'CONTACT';
export type Created = 'CUSTOMER' | 'CONTACT' | 'CUSTOMER_ADDRESS' | 'CONTACT_ADDRESS';

/** The permission to name another one. [CHK-23, CHK-24] */
export const permissionToChange = (usage: PartyUsage, what: Changed) => `CHANGE_${RIGHT[usage]}_${what}` as const;

/** The permission to make one that was not there. [CHK-25] */
export const permissionToCreate = (usage: PartyUsage, what: Created) => `CREATE_${RIGHT[usage]}_${what}` as const;

/** All of them: six for each usage. */
export const PARTY_PERMISSIONS = PARTY_USAGES.flatMap((usage) => [
  permissionToChange(usage, 'CUSTOMER'),
  permissionToChange(usage, 'CONTACT'),
  permissionToCreate(usage, 'CUSTOMER'),
  permissionToCreate(usage, 'CONTACT'),
  permissionToCreate(usage, 'CUSTOMER_ADDRESS'),
  permissionToCreate(usage, 'CONTACT_ADDRESS'),
]);
