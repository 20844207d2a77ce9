import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { moneyOf, sum, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, TaxAmountType } from '#kernel/shared-types.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { CreditMemo } from '../entities/credit-memo.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import { creditMemosOfReturn, readCreditMemo, replacementsOfReturn } from '../use-cases/read-credit-memo.ts';
import { CreditMemoLineType, CreditMemoType } from './credit-memo.type.ts';
import { ForeignReturn } from './foreign-types.ts';
import { OrderLineType } from './order-line.type.ts';
import { shownTax } from './order-pricing.type.ts';
import { OrderType } from './order.type.ts';

const shown = (minor: bigint, { currency }: Pick<CreditMemo, 'currency'>, { viewer }: OrdersContext): Money | null => (seesNetPrices(viewer) ? moneyOf(minor, currency) : null);

@Resolver(() => CreditMemoType)
export class CreditMemoResolver {
  @Query(() => CreditMemoType, { nullable: true, description: 'One credit memo by its number. Errors: NOT_FOUND, also for those of others.' })
  creditMemo(@Arg('number', () => String, { description: 'Such as CM-2026-000123.' }) number: string, @Ctx() context: OrdersContext): Promise<CreditMemo> {
    return readCreditMemo(context, number);
  }

  @FieldResolver(() => OrderType, { description: 'The order it credits.' })
  async order(@Root() { id, orderId }: CreditMemo, @Ctx() { loaders }: OrdersContext): Promise<Order> {
    const order = await loaders.orderById.load(orderId);
    if (!order) throw new Error(`Credit memo ${id} has no order.`);
    return order;
  }

  @FieldResolver(() => ForeignReturn, { nullable: true, description: 'The return it follows from.' })
  return(@Root() { returnId }: CreditMemo): ForeignReturn {
    return { id: returnId };
  }

  @FieldResolver(() => [CreditMemoLineType], { description: 'What it credits.' })
  async lines(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Promise<CreditMemoLineType[]> {
    const lines = await Promise.all(
      (await context.loaders.linesOfCreditMemo.load(memo.id)).map(async (line) => {
        const orderLine = await context.loaders.lineById.load(line.orderLineId);
        if (!orderLine) return [];
        const taxes = seesNetPrices(context.viewer) ? line.taxes.map((tax) => shownTax(tax, memo.currency, context.viewer)) : [];
        return { orderLine, quantity: fromMicro(line.quantityMicro), total: shown(line.totalMinor, memo, context), discount: shown(line.discountMinor, memo, context), taxes, amount: shown(line.amountMinor, memo, context) };
      }),
    );
    return lines.flat().sort((a, b) => a.orderLine.position - b.orderLine.position);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is given back: subtotal less discount, tax relief and fee, with tax where prices do not include it.' })
  amount(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Money | null {
    return shown(memo.amountMinor, memo, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Its lines, before discounts and taxes.' })
  subtotal(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Money | null {
    return shown(memo.subtotalMinor, memo, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Its share of what promotions took off.' })
  discountTotal(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Money | null {
    return shown(memo.discountMinor, memo, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The tax in it, or upon it.' })
  taxTotal(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Money | null {
    return shown(memo.taxMinor, memo, context);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'The tax of each code; none for who may not see net prices.' })
  taxes(@Root() { taxes, currency }: CreditMemo, @Ctx() { viewer }: OrdersContext): TaxAmountType[] {
    return seesNetPrices(viewer) ? taxes.map((tax) => shownTax(tax, currency, viewer)) : [];
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What the seller keeps for taking it back.' })
  fee(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Money | null {
    return shown(memo.feeMinor, memo, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The part of it that paid for an order in place of the goods, instead of going back.' })
  exchanged(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Money | null {
    return shown(memo.exchangedMinor, memo, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The part that the seller gives back, or gave back, by hand.' })
  byHand(@Root() memo: CreditMemo, @Ctx() context: OrdersContext): Money | null {
    return shown(memo.byHandMinor, memo, context);
  }
}

@Resolver(() => OrderType)
export class OrderCreditResolver {
  @FieldResolver(() => ForeignReturn, { nullable: true, description: 'The return it was ordered in place of; null for most.' })
  replaces(@Root() { replacesReturnId }: Order): ForeignReturn | null {
    return replacesReturnId == null ? null : { id: replacesReturnId };
  }

  @FieldResolver(() => [CreditMemoType], { description: 'What was credited of it, the first one first.' })
  creditMemos(@Root() { id }: Order, @Ctx() { loaders }: OrdersContext): Promise<CreditMemo[]> {
    return loaders.creditMemosOfOrder.load(id);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What its credit memos give back; null for who may not see net prices.' })
  async refundedTotal(@Root() order: Order, @Ctx() context: OrdersContext): Promise<Money | null> {
    const memos = await context.loaders.creditMemosOfOrder.load(order.id);
    return shown(sum(memos.map((memo) => memo.amountMinor)), order, context);
  }
}

@Resolver(() => OrderLineType)
export class OrderLineCreditResolver {
  @FieldResolver(() => DecimalScalar, { description: 'How much of it submitted returns took: on its way back, or back.' })
  returnedQuantity(@Root() { returnedMicro }: OrderLine): string {
    return fromMicro(returnedMicro);
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it came back and was credited.' })
  async creditedQuantity(@Root() { id }: OrderLine, @Ctx() { loaders }: OrdersContext): Promise<string> {
    const credits = await loaders.creditsOfLine.load(id);
    return fromMicro(credits.reduce((all, { quantityMicro }) => all + quantityMicro, 0n));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What credit memos bring back for it, before fees; null for who may not see net prices.' })
  async refunded(@Root() { id, orderId }: OrderLine, @Ctx() context: OrdersContext): Promise<Money | null> {
    const [credits, order] = [await context.loaders.creditsOfLine.load(id), await context.loaders.orderById.load(orderId)];
    return order ? shown(sum(credits.map(({ amountMinor }) => amountMinor)), order, context) : null;
  }
}

@Resolver(() => ForeignReturn)
export class ReturnCreditResolver {
  @FieldResolver(() => [OrderType], { description: 'What was ordered in its place, the first one first; those the viewer may see.' })
  replacements(@Root() { id }: ForeignReturn, @Ctx() context: OrdersContext): Promise<Order[]> {
    return replacementsOfReturn(context, id);
  }

  @FieldResolver(() => [CreditMemoType], { description: 'What was credited for it, a memo for each order and step, the first one first; those of orders the viewer may see.' })
  creditMemos(@Root() { id }: ForeignReturn, @Ctx() context: OrdersContext): Promise<CreditMemo[]> {
    return creditMemosOfReturn(context, id);
  }
}
