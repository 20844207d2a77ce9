import { defineEntity, p } from '@mikro-orm/core';
import type { ContentLine } from '../domain/content.ts';
import type { Offer } from '../domain/offer.ts';

/** A line with the id it was priced under. */
export interface PromisedLine extends ContentLine {
  readonly id: string;
}

/** A price that was promised to another shop for one of its carts. */
export const PriceOfferSchema = defineEntity({
  name: 'PriceOffer',
  tableName: 'price_offer',
  properties: {
    id: p.string().primary(),
    /** The trade account it is the price of. */
    accountId: p.string(),
    senderId: p.string(),
    contentHash: p.string(),
    priceHash: p.string(),
    lines: p.json<readonly PromisedLine[]>(),
    /** As it was told. */
    offer: p.json<Offer>(),
    /** The catalog's answer, as JSON: an order is written from it. */
    priced: p.text(),
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['expiresAt'] }],
});
export class PriceOffer extends PriceOfferSchema.class {}
PriceOfferSchema.setClass(PriceOffer);
