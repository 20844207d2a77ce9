import { refuse } from '#kernel/errors.ts';
import { PARTY_USAGES, permissionToChange, permissionToCreate, type Created, type PartyUsage } from '#kernel/party-usage.ts';
import { isBusiness, may, type Viewer } from '#kernel/viewer.ts';

/** What somebody may do for one usage while checking out. */
export interface PartyRights {
  readonly usage: PartyUsage;
  readonly changeCustomer: boolean;
  readonly changeContact: boolean;
  readonly changeAddress: boolean;
  readonly createCustomer: boolean;
  readonly createContact: boolean;
  readonly createCustomerAddress: boolean;
  readonly createContactAddress: boolean;
  readonly useMyCompany: boolean;
}

/** Private people have no customers and no contacts, and keep one address book of their own. [CHK-22..27, CHK-29] */
export function rightsFor(viewer: Viewer, usage: PartyUsage): PartyRights {
  const business = isBusiness(viewer);
  const has = (permission: string): boolean => business && may(viewer, permission);
  const [changeCustomer, changeContact] = [has(permissionToChange(usage, 'CUSTOMER')), has(permissionToChange(usage, 'CONTACT'))];
  return {
    usage,
    changeCustomer,
    changeContact,
    changeAddress: business || usage !== 'END_CUSTOMER',
    createCustomer: has(permissionToCreate(usage, 'CUSTOMER')),
    createContact: has(permissionToCreate(usage, 'CONTACT')),
    createCustomerAddress: may(viewer, permissionToCreate(usage, 'CUSTOMER_ADDRESS')) && (business || usage !== 'END_CUSTOMER'),
    createContactAddress: has(permissionToCreate(usage, 'CONTACT_ADDRESS')),
    useMyCompany: changeCustomer && changeContact,
  };
}

/** @param usage where somebody says for what; what is made serves for all, so that without it any of the rights will do [CHK-25] */
export function requireRightToCreate(viewer: Viewer, what: Created, usage?: PartyUsage | null): void {
  const permissions = (usage == null ? PARTY_USAGES : [usage]).map((each) => permissionToCreate(each, what));
  if (!permissions.some((permission) => may(viewer, permission))) throw refuse('FORBIDDEN', `This needs the permission ${permissions.join(' or ')}.`, { permission: permissions[0] });
}

export function requireBusiness(viewer: Viewer): void {
  if (!isBusiness(viewer)) throw refuse('FORBIDDEN', 'Only businesses have customers and contacts.');
}
