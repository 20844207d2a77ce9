import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { actionOf, judge, type Action } from '#kernel/lifecycle.ts';
import { moneyOf, minorFrom, microFrom, unitMoneyOf, type Money } from '#kernel/money.ts';
import { ActionType } from '#kernel/shared-types.ts';
import { isSeller, seesNetPrices } from '#kernel/viewer.ts';
import type { PartnersContext } from '../context.ts';
import { isUnderWay, TRANSFER_LIFECYCLE } from '../domain/transfer-lifecycle.ts';
import type { Partner } from '../entities/partner.ts';
import type { Transfer } from '../entities/transfer.ts';
import { readTransfersOfCart } from '../use-cases/read-transfer.ts';
import { ForeignCart } from './foreign-types.ts';
import { TransferOfferType, TransferPartnerType, TransferType } from './transfer.type.ts';

@Resolver(() => TransferType)
export class TransferResolver {
  @FieldResolver(() => ForeignCart, { nullable: true, description: 'The cart; null for the seller, who opens no carts.' })
  cart(@Root() { cartId }: Transfer, @Ctx() { viewer }: PartnersContext): ForeignCart | null {
    return viewer && isSeller(viewer) ? null : { id: cartId };
  }

  @FieldResolver(() => TransferPartnerType, { nullable: true, description: 'The partner.' })
  async partner(@Root() { partnerId }: Transfer, @Ctx() { loaders }: PartnersContext): Promise<Partner | null> {
    return (await loaders.partnerById.load(partnerId)) ?? null;
  }

  @FieldResolver(() => TransferOfferType, { nullable: true, description: 'What exactly the partner charges; null for who may not see net prices.' })
  offer(@Root() transfer: Transfer, @Ctx() { viewer }: PartnersContext): TransferOfferType | null {
    return seesNetPrices(viewer) ? shownOffer(transfer) : null;
  }

  @FieldResolver(() => [ActionType], { description: 'What the viewer could do to it now, and why not.' })
  availableActions(@Root() { status, recalled }: Transfer, @Ctx() { viewer }: PartnersContext): Action[] {
    if (!viewer) return [];
    const may = (command: 'confirm' | 'cancel' | 'recall' | 'abandon') => judge(TRANSFER_LIFECYCLE, { status, command, roles: [isSeller(viewer) ? 'administrator' : 'buyer'], facts: null });
    const cancel = recalled ? ({ allowed: false, reason: 'The partner is being asked already.' } as const) : may(isUnderWay(status) ? 'recall' : 'cancel');
    return [actionOf('confirmTransfer', may('confirm')), actionOf('cancelTransfer', cancel), actionOf('abandonTransfer', may('abandon'))];
  }
}

@Resolver(() => ForeignCart)
export class CartTransfersResolver {
  @FieldResolver(() => [TransferType], { description: 'Its ways to partners that the viewer may see, the newest first, at most a hundred.' })
  transfers(@Root() { id }: ForeignCart, @Ctx() context: PartnersContext): Promise<Transfer[]> {
    return readTransfersOfCart(context, id);
  }
}

function shownOffer({ offer, content, priceHash, offeredUntil }: Transfer): TransferOfferType {
  const { currency, pricesIncludeTax } = offer;
  const money = (amount: string): Money => moneyOf(minorFrom(amount, currency), currency);
  const lines = content.lines.flatMap(({ line, sku, quantity, uom }) => {
    const priced = offer.lines.find((each) => each.line === line);
    return priced ? [{ lineId: line, product: { sku }, quantity, uom, unitPrice: unitMoneyOf(microFrom(priced.unitPrice), currency), total: money(priced.total) }] : [];
  });
  const { subtotal, discountTotal, taxTotal, shippingTotal, total } = offer;
  return { lines, subtotal: money(subtotal), discountTotal: money(discountTotal), taxTotal: money(taxTotal), shippingTotal: money(shippingTotal), total: money(total), pricesIncludeTax, priceHash, validUntil: offeredUntil };
}
