import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { MoneyType, TaxAmountType } from '#kernel/shared-types.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { Order } from '../entities/order.ts';
import type { Payment } from '../entities/payment.ts';
import type { Shipment } from '../entities/shipment.ts';
import { readInvoice } from '../use-cases/read-invoice.ts';
import { InvoicePaymentType } from './invoice-payment.type.ts';
import { InvoiceLineType, InvoiceType } from './invoice.type.ts';
import { shownTax } from './order-pricing.type.ts';
import { OrderType } from './order.type.ts';
import { PaymentType } from './payment.type.ts';
import { ShipmentType } from './shipment.type.ts';

const amount = (minor: bigint, { currency }: Pick<Invoice, 'currency'>, { viewer }: OrdersContext): Money | null => (seesNetPrices(viewer) ? moneyOf(minor, currency) : null);

@Resolver(() => InvoiceType)
export class InvoiceResolver {
  @Query(() => InvoiceType, { nullable: true, description: 'One invoice by its number. Errors: NOT_FOUND, also for invoices of others.' })
  invoice(@Arg('number', () => String, { description: 'Such as I-2026-000123.' }) number: string, @Ctx() context: OrdersContext): Promise<Invoice> {
    return readInvoice(context, number);
  }

  @FieldResolver(() => OrderType, { description: 'The order it bills.' })
  async order(@Root() { id, orderId }: Invoice, @Ctx() { loaders }: OrdersContext): Promise<Order> {
    const order = await loaders.orderById.load(orderId);
    if (!order) throw new Error(`Invoice ${id} has no order.`);
    return order;
  }

  @FieldResolver(() => ShipmentType, { nullable: true, description: 'The parcel it came with; null for what is not sent.' })
  shipment(@Root() { shipmentId }: Invoice, @Ctx() { loaders }: OrdersContext): Promise<Shipment | undefined> | null {
    return shipmentId == null ? null : loaders.shipmentById.load(shipmentId);
  }

  @FieldResolver(() => [InvoiceLineType], { description: 'What it bills.' })
  async lines(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Promise<InvoiceLineType[]> {
    const { currency } = invoice;
    const lines = await Promise.all(
      (await context.loaders.linesOfInvoice.load(invoice.id)).map(async (line) => {
        const orderLine = await context.loaders.lineById.load(line.orderLineId);
        if (!orderLine) return [];
        const taxes = seesNetPrices(context.viewer) ? line.taxes.map((tax) => shownTax(tax, currency, context.viewer)) : [];
        return { orderLine, quantity: fromMicro(line.quantityMicro), total: amount(line.totalMinor, invoice, context), discount: amount(line.discountMinor, invoice, context), taxes };
      }),
    );
    return lines.flat().sort((a, b) => a.orderLine.position - b.orderLine.position);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is to be paid: subtotal less discount and tax relief, with freight, and with tax where prices do not include it.' })
  amount(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Money | null {
    return amount(invoice.amountMinor, invoice, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Its lines.' })
  subtotal(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Money | null {
    return amount(invoice.subtotalMinor, invoice, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Its share of what promotions took off the order.' })
  discountTotal(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Money | null {
    return amount(invoice.discountMinor, invoice, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Its share of the charge for shipping.' })
  shippingTotal(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Money | null {
    return amount(invoice.freightMinor, invoice, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'The tax in it, or upon it.' })
  taxTotal(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Money | null {
    return amount(invoice.taxMinor, invoice, context);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'The tax of each code over lines and shipping; none for who may not see net prices.' })
  taxes(@Root() { taxes, currency }: Invoice, @Ctx() { viewer }: OrdersContext): TaxAmountType[] {
    return seesNetPrices(viewer) ? taxes.map((tax) => shownTax(tax, currency, viewer)) : [];
  }

  @FieldResolver(() => [InvoicePaymentType], { description: 'What was paid towards it, the first one first.' })
  async payments(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Promise<InvoicePaymentType[]> {
    const payments = await context.loaders.paymentsOfInvoice.load(invoice.id);
    return payments.map((payment) => ({ ...payment, invoice, amount: amount(payment.amountMinor, invoice, context) }));
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What has been paid towards it.' })
  applied(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Money | null {
    return amount(invoice.appliedMinor, invoice, context);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What is still to be paid.' })
  due(@Root() invoice: Invoice, @Ctx() context: OrdersContext): Money | null {
    return amount(invoice.amountMinor - invoice.appliedMinor, invoice, context);
  }
}

/** The card behind what was paid, and back. [ORD-36] */
@Resolver(() => InvoicePaymentType)
export class InvoicePaymentResolver {
  @FieldResolver(() => PaymentType, { nullable: true, description: 'The payment by card it was captured from; null for everything else.' })
  payment(@Root() { paymentId }: InvoicePaymentType, @Ctx() { db }: OrdersContext): Promise<Payment | undefined> | null {
    return paymentId == null ? null : db.sql.selectFrom('Payment').selectAll().where('id', '=', paymentId).executeTakeFirst();
  }
}

@Resolver(() => PaymentType)
export class PaymentInvoicesResolver {
  @FieldResolver(() => [InvoicePaymentType], { description: 'The invoices it paid towards, the first one first.' })
  async invoices(@Root() { id }: Payment, @Ctx() context: OrdersContext): Promise<InvoicePaymentType[]> {
    const applied = await context.loaders.invoicePaymentsOfPayment.load(id);
    const shown = await Promise.all(
      applied.map(async (each) => {
        const invoice = await context.loaders.invoiceById.load(each.invoiceId);
        return invoice ? { ...each, invoice, amount: amount(each.amountMinor, invoice, context) } : [];
      }),
    );
    return shown.flat();
  }
}
