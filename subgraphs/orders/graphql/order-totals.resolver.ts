import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf, sum, type Money } from '#kernel/money.ts';
import { MoneyType, TaxAmountType } from '#kernel/shared-types.ts';
import type { OrdersContext } from '../context.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import { shownPrices } from '../domain/shown-prices.ts';
import type { Order } from '../entities/order.ts';
import { OrderAdjustmentType, shownAdjustment, shownTax } from './order-pricing.type.ts';
import { OrderType } from './order.type.ts';

@Resolver(() => OrderType)
export class OrderTotalsResolver {
  @FieldResolver(() => MoneyType, { description: 'The sum of the lines; at list price for who may not see net prices.' })
  async subtotal(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Money> {
    return moneyOf(await shownSubtotal(order, context), order.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What promotions took off the whole order; zero for who may not see net prices.' })
  discountTotal(@Root() { discountTotalMinor, currency }: Order, @Ctx() { viewer }: OrdersContext): Money {
    return moneyOf(seesNetPrices(viewer) ? discountTotalMinor : 0n, currency);
  }

  @FieldResolver(() => [OrderAdjustmentType], { description: 'What each promotion took off the whole order; none for who may not see net prices.' })
  adjustments(@Root() { adjustments, currency }: Order, @Ctx() { viewer }: OrdersContext): OrderAdjustmentType[] {
    return seesNetPrices(viewer) ? adjustments.map((adjustment) => shownAdjustment(adjustment, currency)) : [];
  }

  @FieldResolver(() => [TaxAmountType], { description: 'The tax of each code over lines and shipping.' })
  taxes(@Root() { taxes, currency }: Order, @Ctx() { viewer }: OrdersContext): TaxAmountType[] {
    return taxes.map((tax) => shownTax(tax, currency, viewer));
  }

  @FieldResolver(() => MoneyType, { description: 'The tax.' })
  taxTotal(@Root() { taxTotalMinor, currency }: Order): Money {
    return moneyOf(taxTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The charge for shipping.' })
  shippingTotal(@Root() { shippingTotalMinor, currency }: Order): Money {
    return moneyOf(shippingTotalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What the buyer pays: subtotal less discount, with shipping, and with tax where prices do not include it.' })
  total(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Money> {
    return shownTotal(order, context);
  }
}

export async function shownTotal(order: Order, context: OrdersContext): Promise<Money> {
  if (seesNetPrices(context.viewer)) return moneyOf(order.totalMinor, order.currency);
  const upon = order.pricesIncludeTax ? 0n : order.taxTotalMinor;
  return moneyOf(sum([await shownSubtotal(order, context), order.shippingTotalMinor, upon]), order.currency);
}

async function shownSubtotal({ id, currency }: Order, { viewer, loaders }: OrdersContext): Promise<bigint> {
  const lines = await loaders.linesOfOrder.load(id);
  return sum(lines.map((line) => shownPrices(viewer, line, currency).totalMinor));
}
