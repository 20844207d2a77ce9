import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { AccountsContext } from '../context.ts';
import type { Account } from '../entities/account.ts';
import type { Party } from '../entities/party.ts';

/** A party, merged ones too, for the seller's administrators. [MERGE-13] */
export async function findParty(context: AccountsContext, partyId: string): Promise<Party> {
  requireAdministrator(context);
  const party = await context.db.sql.selectFrom('Party').selectAll().where('id', '=', partyId).executeTakeFirst();
  if (!party) throw refuse('NOT_FOUND', 'There is no such party.', { partyId });
  return party;
}

/** Who buys under an account; null for who is none, and for others than administrators. */
export const findPartyOf = async (context: AccountsContext, { partyId }: Account): Promise<Party | null> =>
  partyId == null || context.viewer?.kind !== 'ADMINISTRATOR' ? null : findParty(context, partyId);
