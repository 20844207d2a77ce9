import { createHash } from 'node:crypto';
import { microFrom, lineTotal, minorFrom, sum } from '#kernel/money.ts';
import type { Content } from './content.ts';

/** The exact price of a line, as decimal text in the currency of the offer. */
export interface OfferLine {
  readonly line: string;
  readonly unitPrice: string;
  readonly total: string;
}

/** A partner's exact price for a cart, and until when he stands by it. [XFER-03] */
export interface Offer {
  /** His name for it. */
  readonly offer: string;
  /** ISO 8601. */
  readonly validUntil: string;
  readonly currency: string;
  /** Of what it is the price of. */
  readonly contentHash: string;
  readonly lines: readonly OfferLine[];
  readonly subtotal: string;
  readonly discountTotal: string;
  readonly taxTotal: string;
  readonly shippingTotal: string;
  readonly total: string;
  readonly pricesIncludeTax: boolean;
}

/** What a buyer agrees to: these lines at these prices of this partner. The same on both sides of the wire. */
export function offerHash({ offer, contentHash, currency, lines, subtotal, discountTotal, taxTotal, shippingTotal, total }: Offer): string {
  const rows = lines.map(({ line, unitPrice, total: lineSum }) => `${line}|${unitPrice}|${lineSum}`);
  return createHash('sha256').update([offer, contentHash, currency, subtotal, discountTotal, taxTotal, shippingTotal, total, ...rows].join('\n')).digest('base64url');
}

/** What is wrong with an offer, for the log; undefined when it is one for this content that adds up. A price that does not is nobody's to confirm. */
export function faultOfOffer(offer: Offer, content: Content, hash: string, now: Date): string | undefined {
  if (offer.contentHash !== hash) return 'it is the price of something else';
  if (offer.currency !== content.currency) return 'it is in another currency';
  if (!(Date.parse(offer.validUntil) > now.getTime())) return 'it has ended already';
  if (offer.lines.length !== content.lines.length) return 'it has other lines';
  const minor = (text: string): bigint => minorFrom(text, offer.currency);
  for (const { line, quantity } of content.lines) {
    const priced = offer.lines.filter((each) => each.line === line);
    const [only] = priced;
    if (!only || priced.length !== 1) return 'it has other lines';
    if (microFrom(only.unitPrice) < 0n || lineTotal(microFrom(only.unitPrice), quantity, offer.currency) !== minor(only.total)) return 'a line does not add up';
  }
  if (sum(offer.lines.map(({ total }) => minor(total))) !== minor(offer.subtotal)) return 'the subtotal does not add up';
  const parts = [minor(offer.discountTotal), minor(offer.taxTotal), minor(offer.shippingTotal)] as const;
  if (parts.some((part) => part < 0n)) return 'an amount is negative';
  const [discount, tax, shipping] = parts;
  if (minor(offer.subtotal) - discount + shipping + (offer.pricesIncludeTax ? 0n : tax) !== minor(offer.total)) return 'the total does not add up';
  return undefined;
}
