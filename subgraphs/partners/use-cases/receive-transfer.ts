import { newId } from '#kernel/ids.ts';
import type { PartnersContext, PartnersTx } from '../context.ts';
import { contentHash } from '../domain/content.ts';
import { judgeArrival, type Arrival } from '../domain/received-lifecycle.ts';
import type { ReceivedTransfer } from '../entities/received-transfer.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import type { TransferMessage } from '../outside/wire.ts';
import { matchAccount } from './match-parties.ts';
import { placeReceivedOrder } from './place-received-order.ts';
import type { Told } from './receive-message.ts';
import { tellOutcome } from './tell-outcome.ts';
import { takeBack } from './withdraw-received.ts';

/**
 * Another shop hands a cart over: it becomes a quote of a customer of ours, and an order of that quote at the price we named. Whatever
 * comes of it, the same key and version again is answered the same; a later version takes the place of one that led to no order. [XFER-04, XFER-08, XFER-11]
 */
export function receiveTransfer(context: PartnersContext, sender: TrustedSender, message: TransferMessage): Promise<Told> {
  return context.turns.take(`${sender.id} ${message.header.key}`, async () => {
    const earlier = await settleEarlier(context, sender, message);
    if (earlier?.status === 'RECEIVED') return tellOutcome(context, message.header.message, earlier);
    const arrived = await noteArrival(context, sender, message);
    if ('refusal' in arrived) return { status: 409, body: { status: 'REFUSED', inReplyTo: message.header.message, ...REFUSALS[arrived.refusal](arrived.known) } };
    return tellOutcome(context, message.header.message, await placeReceivedOrder(context, arrived.row, sender));
  });
}

/** A version that is not decided yet is, before a later one takes its place: else there could be an order of it that nobody hears of. */
async function settleEarlier(context: PartnersContext, sender: TrustedSender, { header: { key, version } }: TransferMessage): Promise<ReceivedTransfer | undefined> {
  const known = await context.db.sql.selectFrom('ReceivedTransfer').selectAll().where('senderId', '=', sender.id).where('externalKey', '=', key).executeTakeFirst();
  return known?.status === 'RECEIVED' && known.version < version ? takeBack(context, sender, known, known.version) : undefined;
}

type RefusedArrival = Exclude<Arrival, 'BEGIN' | 'UPDATE' | 'REPEAT'> | 'UNKNOWN_OFFER' | 'PRICE_MISMATCH' | 'OFFER_EXPIRED';

const REFUSALS: { readonly [R in RefusedArrival]: (known: ReceivedTransfer | undefined) => { code: R; message: string } } = {
  SUPERSEDED: (known) => ({ code: 'SUPERSEDED', message: `Version ${known?.version} of this key is here already.` }),
  ALREADY_ORDERED: (known) => ({ code: 'ALREADY_ORDERED', message: `There is an order of this key already: ${known?.orderNumber}.` }),
  CONTENT_MISMATCH: () => ({ code: 'CONTENT_MISMATCH', message: 'This is not the content that the hash, or the version, is of.' }),
  UNKNOWN_OFFER: () => ({ code: 'UNKNOWN_OFFER', message: 'No such price was promised to this sender.' }),
  PRICE_MISMATCH: () => ({ code: 'PRICE_MISMATCH', message: 'This is not the price that was promised.' }),
  OFFER_EXPIRED: () => ({ code: 'OFFER_EXPIRED', message: 'The price was promised for a while, and that is over.' }),
};

type Noted = { readonly row: ReceivedTransfer } | { readonly refusal: RefusedArrival; readonly known: ReceivedTransfer | undefined };

/** What is refused leaves no trace of its key; what is taken is written down before anything is made of it. [XFER-10] */
function noteArrival({ db, clock }: PartnersContext, sender: TrustedSender, message: TransferMessage): Promise<Noted> {
  const { header, content, customer, terms } = message;
  return db.transact(async (tx): Promise<Noted> => {
    const now = clock.now();
    const known = await tx.sql.selectFrom('ReceivedTransfer').selectAll().where('senderId', '=', sender.id).where('externalKey', '=', header.key).executeTakeFirst();
    const arrival = judgeArrival(known, { version: header.version, contentHash: message.contentHash, priceHash: message.priceHash });
    if (arrival === 'REPEAT' && known) return { row: await write(tx, known, { transferredAt: now }) };
    if (arrival !== 'BEGIN' && arrival !== 'UPDATE') return { refusal: arrival === 'REPEAT' ? 'SUPERSEDED' : arrival, known };
    const fault = (await faultOf(tx, sender, message, now)) ?? (contentHash(content) === message.contentHash ? undefined : 'CONTENT_MISMATCH');
    if (fault) return { refusal: fault, known };
    const accountId = await matchAccount(tx, sender, customer);
    const taken = { accountId, version: header.version, status: 'RECEIVED', contentHash: message.contentHash, priceHash: message.priceHash, offerId: message.offer, customer, terms: terms ?? null, orderId: null, orderNumber: null, refusalCode: null, refusalMessage: null, transferredAt: now } as const;
    if (known) return { row: await write(tx, known, taken) };
    const row: ReceivedTransfer = { id: newId(), senderId: sender.id, externalKey: header.key, quoteId: newId(), createdAt: now, ...taken };
    await tx.sql.insertInto('ReceivedTransfer').values(row).execute();
    return { row };
  });
}

async function write({ sql }: PartnersTx, known: ReceivedTransfer, set: Partial<ReceivedTransfer>): Promise<ReceivedTransfer> {
  await sql.updateTable('ReceivedTransfer').set(set).where('id', '=', known.id).execute();
  return { ...known, ...set };
}

/** A promise is for one key: the lines of its quote are those it was priced with. */
async function faultOf({ sql }: PartnersTx, sender: TrustedSender, { header: { key }, offer: id, contentHash: hash, priceHash, total }: TransferMessage, now: Date): Promise<RefusedArrival | undefined> {
  const promise = await sql.selectFrom('PriceOffer').selectAll().where('id', '=', id).where('senderId', '=', sender.id).executeTakeFirst();
  const taken = await sql.selectFrom('ReceivedTransfer').select('id').where('offerId', '=', id).where('externalKey', '!=', key).executeTakeFirst();
  if (!promise || taken) return 'UNKNOWN_OFFER';
  if (promise.contentHash !== hash) return 'CONTENT_MISMATCH';
  if (promise.priceHash !== priceHash || promise.offer.total !== total) return 'PRICE_MISMATCH';
  return promise.expiresAt <= now ? 'OFFER_EXPIRED' : undefined;
}
