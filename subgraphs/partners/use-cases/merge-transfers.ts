import { rootsPart, rowsPart } from '#kernel/takeover-rows.ts';
import { mapped, mappedWithin, type Takeover, type TakeoverDefinition, type Obstacle } from '#kernel/takeover.ts';
import type { PartnersTx } from '../context.ts';
import { UNDER_WAY } from '../domain/transfer-lifecycle.ts';
import type { PartnersTables } from '../entities/tables.ts';
import type { Transfer } from '../entities/transfer.ts';
import { announceTransfer } from './write-transfer.ts';

/** What becomes of transfers, and of what was received, when an account becomes another, or a person another one. What was sent stays to the byte. [MERGE-14] */
export const mergeTransfers = (): TakeoverDefinition<PartnersTables> => ({
  parts: [
    rootsPart<PartnersTables, Transfer>({
      name: 'transfers',
      table: 'Transfer',
      account: 'accountId',
      users: ['ownerId', 'requestedById'],
      children: [],
      async write(tx, transfer, whose, takeover, { now }) {
        const changes = { ...whose, facts: mappedWithin(takeover, transfer.facts), version: transfer.version + 1, updatedAt: now };
        await tx.sql.updateTable('Transfer').set(changes).where('id', '=', transfer.id).execute();
        await announceTransfer(tx, { ...transfer, ...changes }, 'MERGED', takeover.actorId);
      },
    }),
    rowsPart({ name: 'transferKeys', table: 'TransferKey', account: 'accountId', key: ['partnerId', 'externalKey'] }),
    rowsPart({ name: 'trustedSenders', table: 'TrustedSender', account: 'accountId', key: ['id'] }),
    rowsPart({ name: 'receivedTransfers', table: 'ReceivedTransfer', account: 'accountId', key: ['id'] }),
    /** Who they are here: the next message finds whoever they became. */
    rowsPart({ name: 'receivedParties', table: 'ReceivedParty', account: 'accountId', key: ['senderId', 'kind', 'externalId'], change: ({ localId }, takeover) => ({ localId: mapped(takeover, String(localId)) }) }),
    rowsPart({ name: 'priceOffers', table: 'PriceOffer', account: 'accountId', key: ['id'] }),
  ],
  obstacles: findUnderWay,
});

/** What is on its way to a partner arrives first, or comes to nothing. */
async function findUnderWay({ sql }: PartnersTx, { accounts, people }: Takeover): Promise<Obstacle[]> {
  const open = await sql
    .selectFrom('Transfer')
    .select('id')
    .where('status', 'in', UNDER_WAY)
    .where((eb) => eb.or([eb('accountId', 'in', ['', ...accounts.map(({ from }) => from)]), eb('ownerId', 'in', ['', ...people]), eb('requestedById', 'in', ['', ...people])]))
    .limit(1)
    .execute();
  return open.length === 0 ? [] : [{ code: 'TRANSFER_UNDER_WAY', message: 'A cart is on its way to a partner. Wait for it.' }];
}
