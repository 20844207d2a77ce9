import { newId } from '#kernel/ids.ts';
import type { PartnersContext } from '../context.ts';
import { contentHash } from '../domain/content.ts';
import { offerHash, type Offer } from '../domain/offer.ts';
import type { PriceOffer } from '../entities/price-offer.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import type { QuestionMessage } from '../outside/wire.ts';
import { askExactPrice } from '../peers/catalog.ts';
import { findAvailable } from './answer-availability.ts';
import type { Told } from './receive-message.ts';

/** Another shop asks what exactly one of its carts costs: what its trade account pays, and we stand by it for a while. Asked twice there are two such promises, and no order. [XFER-03] */
export async function offerPrice(context: PartnersContext, sender: TrustedSender, { header, content }: QuestionMessage): Promise<Told> {
  const { ask, clock, config, db } = context;
  const missing = (await findAvailable(ask, content.lines)).filter(({ available }) => !available);
  if (missing.length > 0) return refused(header.message, missing[0]?.reason ?? 'INSUFFICIENT_STOCK', 'Not all of it can be had now.', missing.map(({ sku }) => sku));
  const lines = content.lines.map((line) => ({ ...line, id: newId() }));
  const priced = await askExactPrice(ask, sender.accountId, { ...content, lines });
  const byId = new Map(priced.lines.map((line) => [line.id, line]));
  const unpriced = lines.filter(({ id }) => byId.get(id)?.unitPrice == null || byId.get(id)?.problem != null);
  if (unpriced.length > 0) return refused(header.message, byId.get(unpriced[0]?.id ?? '')?.problem ?? 'PRICE_NOT_FOUND', 'There is no price for some of it.', unpriced.map(({ sku }) => sku));
  if (priced.taxProblem !== null) return refused(header.message, priced.taxProblem, 'The taxes are not known just now.', []);

  const now = clock.now();
  const expiresAt = new Date(now.getTime() + config.offerMinutes * 60_000);
  const { currency, subtotal, discountTotal, taxTotal, shippingTotal, total, pricesIncludeTax } = priced;
  const offer: Offer = {
    offer: newId(),
    validUntil: expiresAt.toISOString(),
    currency,
    contentHash: contentHash(content),
    lines: lines.map(({ id, line }) => ({ line, unitPrice: byId.get(id)?.unitPrice ?? '', total: byId.get(id)?.total ?? '' })),
    subtotal,
    discountTotal,
    taxTotal,
    shippingTotal,
    total,
    pricesIncludeTax,
  };
  const promise: PriceOffer = { id: offer.offer, accountId: sender.accountId, senderId: sender.id, contentHash: offer.contentHash, priceHash: offerHash(offer), lines, offer, priced: JSON.stringify(priced), expiresAt, createdAt: now };
  await db.transact(({ sql }) => sql.insertInto('PriceOffer').values(promise).execute());
  return { status: 200, body: { inReplyTo: header.message, offer } };
}

const refused = (inReplyTo: string, code: string, message: string, skus: readonly string[]): Told => ({ status: 409, body: { status: 'REFUSED', inReplyTo, code, message, skus: [...new Set(skus)] } });
