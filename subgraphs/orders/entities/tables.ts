import { Checkout, CheckoutSchema } from './checkout.ts';
import { NumberSeries, NumberSeriesSchema } from './number-series.ts';
import { Order, OrderSchema } from './order.ts';
import { OrderLine, OrderLineSchema } from './order-line.ts';
import { ReturnClaim, ReturnClaimLine, ReturnClaimLineSchema, ReturnClaimSchema } from './return-claim.ts';

export interface OrdersTables {
  Order: Order;
  OrderLine: OrderLine;
  Checkout: Checkout;
  NumberSeries: NumberSeries;
  ReturnClaim: ReturnClaim;
  ReturnClaimLine: ReturnClaimLine;
}

export const ordersEntities = [OrderSchema, OrderLineSchema, CheckoutSchema, NumberSeriesSchema, ReturnClaimSchema, ReturnClaimLineSchema];
