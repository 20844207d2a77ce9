import { newId } from '#kernel/ids.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { PartnersContext } from '../context.ts';
import type { ReceivedTransfer } from '../entities/received-transfer.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import type { WithdrawalMessage } from '../outside/wire.ts';
import { withdrawQuote } from '../peers/quotes.ts';
import { note, placeReceivedOrder } from './place-received-order.ts';
import type { Told } from './receive-message.ts';
import { tellOutcome } from './tell-outcome.ts';

/**
 * The sender wants a cart back. If there is an order of it, that is what it hears; else none can come any more, of this version or an
 * earlier one, should they arrive late. Of a key that is not known here that is noted, so that it stays true. [XFER-09]
 */
export function withdrawReceived(context: PartnersContext, sender: TrustedSender, { header: { message, key, version } }: WithdrawalMessage): Promise<Told> {
  return context.turns.take(`${sender.id} ${key}`, async () => {
    const known = await context.db.sql.selectFrom('ReceivedTransfer').selectAll().where('senderId', '=', sender.id).where('externalKey', '=', key).executeTakeFirst();
    if (!known) return tellOutcome(context, message, await leaveMark(context, sender, key, version));
    if (version < known.version || (version > known.version && known.status === 'ORDERED')) {
      const code = known.status === 'ORDERED' ? 'ALREADY_ORDERED' : 'SUPERSEDED';
      return { status: 409, body: { status: 'REFUSED', inReplyTo: message, code, message: `Version ${known.version} of this key is here.` } };
    }
    return tellOutcome(context, message, await takeBack(context, sender, known, version));
  });
}

/** Sees to it that no order can come of a version, or that the one there is, is known; RECEIVED still while a checkout decides. */
export async function takeBack(context: PartnersContext, sender: TrustedSender, known: ReceivedTransfer, version: number): Promise<ReceivedTransfer> {
  if (known.status === 'ORDERED' || known.status === 'WITHDRAWN') return version > known.version ? note(context, known, { version }) : known;
  const withdrawn = await withdrawQuote(context.askAs(SYSTEM), known.quoteId);
  if (withdrawn === 'WITHDRAWN') return note(context, known, { status: 'WITHDRAWN', version, transferredAt: context.clock.now() });
  return withdrawn === 'ORDERED' ? placeReceivedOrder(context, known, sender) : known; // held: a checkout is under way, and decides
}

async function leaveMark({ db, clock }: PartnersContext, sender: TrustedSender, externalKey: string, version: number): Promise<ReceivedTransfer> {
  const now = clock.now();
  const row: ReceivedTransfer = { id: newId(), senderId: sender.id, externalKey, accountId: sender.accountId, version, status: 'WITHDRAWN', contentHash: '', priceHash: '', offerId: null, customer: null, terms: null, quoteId: newId(), orderId: null, orderNumber: null, refusalCode: null, refusalMessage: null, transferredAt: now, createdAt: now };
  await db.transact(({ sql }) => sql.insertInto('ReceivedTransfer').values(row).execute());
  return row;
}
