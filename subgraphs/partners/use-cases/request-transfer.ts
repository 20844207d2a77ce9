import { isRefusal, refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { PartnersContext } from '../context.ts';
import { contentHash, type Content } from '../domain/content.ts';
import { outsideCoverage } from '../domain/coverage.ts';
import { faultOfOffer, offerHash, type Offer } from '../domain/offer.ts';
import type { Partner } from '../entities/partner.ts';
import type { Transfer } from '../entities/transfer.ts';
import { priceAnswer } from '../outside/wire.ts';
import { askCart } from '../peers/carts.ts';
import { askCategories } from '../peers/catalog.ts';
import { findPartner } from './find-partner.ts';
import { requireTransfers } from './guard-transfers.ts';
import { announceTransfer } from './write-transfer.ts';
import { writeQuestion } from './write-question.ts';

/**
 * The buyer chooses a partner and sees what exactly he will charge, line by line, until a moment; nothing is ordered by it, and the
 * cart is theirs as before. Asked again it is another offer. [XFER-03]
 */
export async function requestTransfer(context: PartnersContext, cartId: string, partnerId: string): Promise<Transfer> {
  const viewer = requireTransfers(context);
  const partner = await findPartner(context.db, partnerId);
  if (!partner.active) throw refuse('NOT_FOUND', 'There is no such partner.', { partnerId });
  const cart = await askCart(context.ask, cartId);
  const { content } = cart;
  const products = partner.coversAll ? [] : await askCategories(context.ask, content.lines.map(({ sku }) => sku));
  const outside = outsideCoverage(partner, content.country, products);
  if (outside) throw refuse('PARTNER_UNAVAILABLE', `${partner.name} cannot fulfil this cart. Choose another partner.`, { partnerId, ...outside });
  const hash = contentHash(content);
  const offer = await askOffer(context, partner, { content, hash, cartId });
  const now = context.clock.now();
  const { id: requestedById, accountId } = viewer;
  const transfer: Transfer = {
    id: newId(),
    accountId,
    version: 1,
    cartId,
    ownerId: cart.ownerId,
    requestedById,
    partnerId,
    status: 'OFFERED',
    content,
    contentHash: hash,
    offer,
    priceHash: offerHash(offer),
    offeredUntil: new Date(offer.validUntil),
    facts: { viewer, requestId: context.requestId },
    messageVersion: null,
    message: null,
    sentAt: null,
    inDoubt: false,
    recalled: false,
    attempts: 0,
    trouble: null,
    nextAt: now,
    reference: null,
    redirectUrl: null,
    failureCode: null,
    failureMessage: null,
    createdAt: now,
    updatedAt: now,
  };
  await context.db.transact(async (tx) => {
    await tx.sql.insertInto('Transfer').values(transfer).execute();
    await announceTransfer(tx, transfer, 'TRANSFER_OFFERED', requestedById, { cartPriceHash: cart.priceHash });
  });
  return transfer;
}

async function askOffer(context: PartnersContext, partner: Partner, { content, hash, cartId }: { content: Content; hash: string; cartId: string }): Promise<Offer> {
  const id = `p_${newId()}`;
  const reply = await context.lines.say(partner, { name: 'prices', id, body: writeQuestion(context, { id, to: partner.code, key: cartId, content }), timeoutMs: context.config.questionTimeoutMs });
  const unavailable = (reason: string, more: Record<string, unknown> = {}): Error => refuse('PARTNER_UNAVAILABLE', `${partner.name} named no price for this cart. Choose another partner, or try again.`, { partnerId: partner.id, reason, ...more });
  if (reply.kind === 'REFUSED') throw unavailable(reply.code, { skus: reply.skus ?? [] });
  const answer = reply.kind === 'ANSWER' ? priceAnswer.safeParse(reply.body) : undefined;
  const fault = answer?.success ? faultOf(answer.data, { id, content, hash, now: context.clock.now() }) : 'reason' in reply ? reply.reason : 'the answer cannot be read';
  if (answer?.success && fault === undefined) return answer.data.offer;
  context.log('a partner named no price that can be used', { subgraph: 'partners', partner: partner.code, reply: reply.kind, fault });
  throw unavailable(reply.kind === 'CLOSED' ? 'NOT_AUTHORISED' : 'NO_ANSWER');
}

function faultOf({ inReplyTo, offer }: { inReplyTo: string; offer: Offer }, { id, content, hash, now }: { id: string; content: Content; hash: string; now: Date }): string | undefined {
  if (inReplyTo !== id) return 'it answers another question';
  try {
    return faultOfOffer(offer, content, hash, now);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.message; // an amount with more decimals than its currency has, or larger than a document may hold
  }
}
