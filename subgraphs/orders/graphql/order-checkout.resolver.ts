import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf } from '#kernel/money.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import type { OrderParties } from '../domain/order-parties.ts';
import { shownMask } from '../domain/order-payment.ts';
import type { Order } from '../entities/order.ts';
import { ForeignUser } from './foreign-types.ts';
import { OrderAddressType } from './order-address.type.ts';
import { OrderPartiesType } from './order-parties.type.ts';
import { OrderPaymentType } from './order-payment.type.ts';
import { OrderType } from './order.type.ts';

/** For whom it was bought, by whom, where it goes, and how it is paid. */
@Resolver(() => OrderType)
export class OrderCheckoutResolver {
  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Whom it was sold to: the owner of the cart or quote, also when a member of a shared cart placed the order.' })
  contact(@Root() { ownerId }: Order): ForeignUser {
    return { id: ownerId };
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who placed it, and pays.' })
  placedBy(@Root() { placedById }: Order): ForeignUser {
    return { id: placedById };
  }

  @FieldResolver(() => OrderAddressType, { nullable: true, description: 'Where it goes, as given when placing or else in the cart.' })
  shipTo(@Root() { shipTo }: Order): OrderAddress | null {
    return shipTo ?? null;
  }

  @FieldResolver(() => OrderAddressType, { nullable: true, description: 'Where the invoice goes, as given when placing or else in the cart.' })
  billTo(@Root() { billTo }: Order): OrderAddress | null {
    return billTo ?? null;
  }

  @FieldResolver(() => OrderPartiesType, { nullable: true, description: 'Whom it names beside, as they were when it was placed; null when nobody is named.' })
  parties(@Root() { parties }: Order): OrderParties | null {
    return parties ?? null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'How it is paid: INVOICE, CASH, CHECK or CARD; null when nobody said.' })
  paymentKind(@Root() { payment }: Order): string | null {
    return payment?.type ?? null;
  }

  @FieldResolver(() => OrderPaymentType, { nullable: true, description: 'How it is meant to be paid; null when nobody said. What became of it is in `payments`.' })
  payment(@Root() { payment, placedById, status, totalMinor, currency }: Order, @Ctx() { viewer }: OrdersContext): OrderPaymentType | null {
    if (!payment) return null;
    const amount = seesNetPrices(viewer) ? moneyOf(totalMinor, currency) : null;
    return { type: payment.type, amount, status: status === 'CANCELED' ? 'VOID' : 'OPEN', ...shownMask(viewer, { placedById, payment }) };
  }
}
