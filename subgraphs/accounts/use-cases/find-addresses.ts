import type { AccountsContext } from '../context.ts';
import type { Address } from '../entities/address.ts';

interface Wanted {
  readonly accountId: string;
  readonly ids: readonly string[];
  readonly deletedToo: boolean;
}

/** Those of the addresses that the account has; deleted ones for who has them already, never for who chooses. [SHARE-32] */
export async function findAddresses({ loaders }: AccountsContext, { accountId, ids, deletedToo }: Wanted): Promise<Address[]> {
  const addresses = await loaders.addressById.loadMany(ids);
  return addresses.flatMap((address) => (address && !(address instanceof Error) && address.accountId === accountId && (deletedToo || address.deletedAt == null) ? [address] : []));
}
