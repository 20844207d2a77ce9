import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar, MoneyType, PriceStepType, TaxAmountType } from '#kernel/shared-types.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { PriceStep } from '../domain/confirmation.ts';
import { returnableMicro } from '../domain/returnable-quantity.ts';
import { asSent } from '../domain/sent-share.ts';
import { shownPrices } from '../domain/shown-prices.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { ForeignProduct } from './foreign-types.ts';
import { OrderLineType } from './order-line.type.ts';
import { shownTax } from './order-pricing.type.ts';

@Resolver(() => OrderLineType)
export class OrderLineResolver {
  @FieldResolver(() => ForeignProduct, { description: 'The product, as the catalog knows it now; for a custom item of a quote the one that stands for such items, and the description says what it is.' })
  product(@Root() { sku }: OrderLine): { sku: string } {
    return { sku };
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much was ordered.' })
  quantity(@Root() { quantityMicro }: OrderLine): string {
    return fromMicro(quantityMicro);
  }

  @FieldResolver(() => MoneyType, { description: 'The price of one unit, as confirmed; the list price for who may not see net prices.' })
  async unitPrice(@Root() line: OrderLine, @Ctx() context: OrdersContext): Promise<Money> {
    const { currency } = await orderOf(line, context);
    return unitMoneyOf(shownPrices(context.viewer, line, currency).unitMicro, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Unit price x quantity, rounded once.' })
  async total(@Root() line: OrderLine, @Ctx() context: OrdersContext): Promise<Money> {
    const { currency } = await orderOf(line, context);
    return moneyOf(shownPrices(context.viewer, line, currency).totalMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Its share of what promotions took off the whole order; zero for who may not see net prices.' })
  async discount(@Root() line: OrderLine, @Ctx() context: OrdersContext): Promise<Money> {
    const { currency } = await orderOf(line, context);
    return moneyOf(shownPrices(context.viewer, line, currency).discountMinor, currency);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'Its taxes, on the total less the discount.' })
  async taxes(@Root() line: OrderLine, @Ctx() context: OrdersContext): Promise<TaxAmountType[]> {
    const { currency } = await orderOf(line, context);
    return line.taxes.map((tax) => shownTax(tax, currency, context.viewer));
  }

  @FieldResolver(() => [PriceStepType], { description: 'How the unit price came about, from the list price on.' })
  async priceExplanation(@Root() line: OrderLine, @Ctx() context: OrdersContext): Promise<readonly PriceStep[]> {
    return shownPrices(context.viewer, line, (await orderOf(line, context)).currency).explanation;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The pricing agreement that made its price; null without one, and for who may not see net prices.' })
  agreementId(@Root() { agreementId }: OrderLine, @Ctx() { viewer }: OrdersContext): string | null {
    return seesNetPrices(viewer) ? (agreementId ?? null) : null;
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much has been shipped; 0 for what is not shippable, where nobody need show it.' })
  shippedQuantity(@Root() { shippedMicro }: OrderLine): string {
    return fromMicro(shippedMicro);
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much may still come back: what was ordered, or once anything of the line was picked, what was shipped (of what is not sent itself, as often as all in it that is sent was); less what submitted returns took. Zero unless the order is BOOKED or CLOSED, and where it went to the order system.' })
  async returnableQuantity(@Root() line: OrderLine, @Ctx() context: OrdersContext): Promise<string> {
    const [order, lines] = await Promise.all([orderOf(line, context), context.loaders.linesOfOrder.load(line.orderId)]);
    return fromMicro(returnableMicro(order, asSent(lines, line)));
  }
}

/** Whoever holds a line has been let see its order. */
async function orderOf(line: OrderLine, { loaders }: OrdersContext): Promise<Order> {
  const order = await loaders.orderById.load(line.orderId);
  if (!order) throw new Error(`Order line ${line.id} has no order.`);
  return order;
}
