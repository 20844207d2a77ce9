import { isRefusal, type DomainError } from '#kernel/errors.ts';
import type { PartnersContext, PartnersTx } from '../context.ts';
import { contentHash } from '../domain/content.ts';
import type { SentCustomer } from '../domain/customer.ts';
import type { Partner } from '../entities/partner.ts';
import type { TransferKey } from '../entities/transfer-key.ts';
import type { Transfer } from '../entities/transfer.ts';
import type { TransferMessage } from '../outside/wire.ts';
import { askCustomer } from '../peers/accounts.ts';
import { holdCart, type CartToTransfer } from '../peers/carts.ts';
import { findPartner } from './find-partner.ts';
import { leaseUntil, putOff } from './take-lease.ts';
import { moveTransfer } from './write-transfer.ts';

/** A cart is held for half an hour, until it is known to be on its way: nothing is sent later than this. */
const LONGEST_MS = 25 * 60_000;

/**
 * Keeps the cart still, sees that it is what the price is of, and writes down what will be sent; nothing has left the house yet. Done
 * again after a kill it is the same. The end of a transfer, told as an event, lets go of the cart.
 */
export async function prepareTransfer(context: PartnersContext, transfer: Transfer): Promise<'go on' | 'wait'> {
  const { clock, db, ask } = context;
  if (transfer.recalled) return end(context, transfer, 'cancel');
  if (clock.now().getTime() - transfer.updatedAt.getTime() > LONGEST_MS) return end(context, transfer, 'fail', { failureCode: 'SUBGRAPH_UNAVAILABLE', failureMessage: 'A part of the shop did not answer; nothing was sent.' });
  try {
    const partner = await findPartner(db, transfer.partnerId);
    const cart = await holdCart(ask, transfer.cartId, transfer.id);
    if (contentHash(cart.content) !== transfer.contentHash) return end(context, transfer, 'fail', { failureCode: 'CART_CHANGED', failureMessage: 'The cart is not what the price was named for.' });
    const customer = await askCustomer(ask, cart);
    const now = clock.now();
    await db.transact(async (tx) => {
      const key = await takeKey(tx, transfer, now);
      const message = JSON.stringify(messageOf(context, { transfer, partner, cart, customer, version: key.version, now }));
      await moveTransfer(tx, transfer, 'send', { role: 'worker', actorId: null, now, set: { message, messageVersion: key.version, sentAt: now, attempts: 0, trouble: null, nextAt: leaseUntil(context, now) } });
    });
    return 'go on';
  } catch (error) {
    if (isFinal(error)) return end(context, transfer, 'fail', { failureCode: error.code, failureMessage: error.message });
    return putOff(context, transfer, String(error));
  }
}

/** Nothing of it has left the house, so it ends at once. Whoever recalled it in between is heard the next time. */
async function end({ db, clock }: PartnersContext, transfer: Transfer, command: 'fail' | 'cancel', set: Partial<Transfer> = {}): Promise<'wait'> {
  await db.transact((tx) => moveTransfer(tx, transfer, command, { role: 'worker', actorId: null, now: clock.now(), set }));
  return 'wait';
}

/** An answer that never came, or a lost race, is no refusal. */
const isFinal = (error: unknown): error is DomainError => isRefusal(error) && !AGAIN.has(error.code);
const AGAIN: ReadonlySet<string> = new Set(['SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'CONFLICT']);

/** The cart is the key; each time it is begun to be sent it takes the next version. [XFER-08] */
async function takeKey({ sql }: PartnersTx, { id: transferId, partnerId, accountId, cartId, contentHash: hash }: Transfer, now: Date): Promise<TransferKey> {
  const known = await sql.selectFrom('TransferKey').selectAll().where('partnerId', '=', partnerId).where('externalKey', '=', cartId).executeTakeFirst();
  const key: TransferKey = { partnerId, externalKey: cartId, accountId, cartId, version: (known?.version ?? 0) + 1, contentHash: hash, transferId, transferredAt: now };
  await sql.insertInto('TransferKey').values(key).onConflict((oc) => oc.columns(['partnerId', 'externalKey']).doUpdateSet({ version: key.version, contentHash: hash, transferId, transferredAt: now })).execute();
  return key;
}

interface ToSend {
  readonly transfer: Transfer;
  readonly partner: Partner;
  readonly cart: CartToTransfer;
  readonly customer: SentCustomer;
  readonly version: number;
  readonly now: Date;
}

/** Header, source, destination, cart and items, customer account and contact. [XFER-07] */
function messageOf({ config }: PartnersContext, { transfer, partner, cart, customer, version, now }: ToSend): TransferMessage {
  const code = config.code ?? '';
  const { currency, country, lines } = transfer.content;
  return {
    header: { message: `t_${transfer.id}`, sentAt: now.toISOString(), from: code, to: partner.code, key: transfer.cartId, version },
    source: { code, name: config.organisation },
    destination: { code: partner.code },
    offer: transfer.offer.offer,
    contentHash: transfer.contentHash,
    priceHash: transfer.priceHash,
    total: transfer.offer.total,
    content: { currency, country, lines: lines.map((line) => ({ ...line, configuration: line.configuration ? [...line.configuration] : null })) },
    customer,
    terms: cart.terms,
  };
}
