import { newId } from '#kernel/ids.ts';
import type { PartnersTx } from '../context.ts';
import type { SentAddress, SentCustomer } from '../domain/customer.ts';
import type { PartyKind } from '../entities/received-party.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';

/** Who a customer of another shop is here: the same the next time, a new one the first. [XFER-11] */
export function matchAccount(tx: PartnersTx, sender: TrustedSender, { account }: SentCustomer): Promise<string> {
  const fresh = newId();
  return match(tx, { senderId: sender.id, kind: 'ACCOUNT', externalId: account.id, accountId: fresh, localId: fresh });
}

export interface MatchedParties {
  readonly userId: string;
  readonly contactId: string;
  readonly addresses: ReadonlyMap<string, string>;
}

/** Their people and addresses, each known within its account: nobody of one customer is ever somebody of another. */
export async function matchParties(tx: PartnersTx, sender: TrustedSender, accountId: string, { account, contact, shipTo, billTo }: SentCustomer): Promise<MatchedParties> {
  const find = (kind: PartyKind, id: string): Promise<string> => match(tx, { senderId: sender.id, kind, externalId: JSON.stringify([account.id, id]), accountId, localId: newId() });
  const userId = await find('USER', contact.id);
  const contactId = await find('CONTACT', contact.id);
  const addresses = new Map<string, string>();
  for (const { id } of [shipTo, billTo].filter((address): address is SentAddress => address != null)) addresses.set(id, await find('ADDRESS', id));
  return { userId, contactId, addresses };
}

interface Party {
  readonly senderId: string;
  readonly kind: PartyKind;
  readonly externalId: string;
  readonly accountId: string;
  readonly localId: string;
}

/** Of two that come at once the first stands. */
async function match({ sql }: PartnersTx, party: Party): Promise<string> {
  await sql.insertInto('ReceivedParty').values(party).onConflict((oc) => oc.columns(['senderId', 'kind', 'externalId']).doNothing()).execute();
  const { localId } = await sql.selectFrom('ReceivedParty').select('localId').where('senderId', '=', party.senderId).where('kind', '=', party.kind).where('externalId', '=', party.externalId).executeTakeFirstOrThrow();
  return localId;
}
