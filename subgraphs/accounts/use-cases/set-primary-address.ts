import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import { requireBusiness, requireRightToCreate } from '../domain/party-rights.ts';
import { isOf } from '../domain/party.ts';
import type { PrimaryUsage } from '../domain/primary-usage.ts';
import type { Address } from '../entities/address.ts';
import { holderOf } from './load-parties.ts';
import { touchAccount } from './write-account.ts';

export interface SetPrimaryAddress {
  readonly usage: PrimaryUsage;
  /** Null: none any more. */
  readonly addressId: string | null;
  /** Of whom; the account itself where neither is named. */
  readonly customerId?: string | null;
  readonly contactId?: string | null;
}

/** Says which address is offered first of a contact, a customer or the account. For themselves anybody may; else it takes the right to keep addresses. [CHK-10] */
export async function setPrimaryAddress(context: AccountsContext, { usage, addressId, customerId, contactId }: SetPrimaryAddress): Promise<Address | null> {
  const viewer = requireViewer(context);
  if (customerId != null || contactId != null) requireBusiness(viewer);
  if (contactId !== viewer.id) requireRightToCreate(viewer, contactId == null ? 'CUSTOMER_ADDRESS' : 'CONTACT_ADDRESS');
  const { accountId } = viewer;
  return context.db.transact(async (tx) => {
    const holder = await holderOf(tx.sql, accountId, { customerId, contactId });
    const address = addressId === null ? null : ((await tx.sql.selectFrom('Address').selectAll().where('id', '=', addressId).where('accountId', '=', accountId).where('deletedAt', 'is', null).executeTakeFirst()) ?? null);
    if (addressId !== null && !(address && isOf(address, holder))) throw refuse('NOT_FOUND', 'There is no such address here.', { addressId });
    const holderId = holder.contactId ?? holder.customerId ?? accountId;
    if (addressId === null) await tx.sql.deleteFrom('PrimaryAddress').where('accountId', '=', accountId).where('holderId', '=', holderId).where('usage', '=', usage).execute();
    else await tx.sql.insertInto('PrimaryAddress').values({ accountId, holderId, usage, addressId }).onConflict((oc) => oc.columns(['accountId', 'holderId', 'usage']).doUpdateSet({ addressId })).execute();
    await touchAccount(tx, accountId, { type: 'PRIMARY_ADDRESS_SET', actorId: viewer.id, payload: { holderId, usage, addressId } });
    return address;
  });
}
