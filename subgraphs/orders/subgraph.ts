import '#kernel/reflect.ts';
import { defineSubgraph, type Subgraph } from '#kernel/subgraph.ts';
import { readOrdersConfig, type OrdersConfig } from './config.ts';
import { canceledOrderBudgets } from './consumers/canceled-order-budgets.ts';
import { paymentFollows } from './consumers/payment-follows.ts';
import { returnEnded } from './consumers/return-ended.ts';
import { handOverMoved } from './consumers/hand-over-moved.ts';
import { ordersContext, type OrdersContext } from './context.ts';
import { ordersEntities, type OrdersTables } from './entities/tables.ts';
import type { Failpoint } from './failpoint.ts';
import { FulfilmentMutations } from './graphql/fulfilment.mutations.ts';
import { InstalledBaseResolver } from './graphql/installed-base.resolver.ts';
import { InvoicePaymentResolver, InvoiceResolver, PaymentInvoicesResolver } from './graphql/invoice.resolver.ts';
import { ApprovalMutations } from './graphql/approval.mutations.ts';
import { ApprovalResolver } from './graphql/approval.resolver.ts';
import { ApprovalRuleResolver, ApprovalSubstituteResolver } from './graphql/approval-rule.resolver.ts';
import { ApprovalSubscriptions } from './graphql/approval.subscriptions.ts';
import { BudgetResolver, CostCentreResolver } from './graphql/cost-centre.resolver.ts';
import { CartCheckoutResolver, CheckoutResolver, QuoteCheckoutResolver } from './graphql/checkout.resolver.ts';
import { OrderApprovalResolver } from './graphql/order-approval.resolver.ts';
import { CheckoutAttemptResolver, CheckoutSubscriptions } from './graphql/checkout-attempt.resolver.ts';
import { CreditMemoMutations } from './graphql/credit-memo.mutations.ts';
import { CreditMemoResolver, OrderCreditResolver, OrderLineCreditResolver, ReturnCreditResolver } from './graphql/credit-memo.resolver.ts';
import { CreditResolver } from './graphql/credit.resolver.ts';
import { OrderCheckoutResolver } from './graphql/order-checkout.resolver.ts';
import { OrderEditResolver } from './graphql/order-edit.resolver.ts';
import { OrderFulfilmentResolver } from './graphql/order-fulfilment.resolver.ts';
import { OrderLineComponentsResolver } from './graphql/order-line-components.resolver.ts';
import { OrderLineFulfilmentResolver } from './graphql/order-line-fulfilment.resolver.ts';
import { OrderLineResolver } from './graphql/order-line.resolver.ts';
import { OrderTotalsResolver } from './graphql/order-totals.resolver.ts';
import { ordersReferences } from './graphql/order.reference.ts';
import { OrderResolver } from './graphql/order.resolver.ts';
import { OrderSubscriptions } from './graphql/order.subscriptions.ts';
import { OrderPaymentsResolver, PaymentResolver } from './graphql/payment.resolver.ts';
import { QuotesPeerResolver } from './graphql/quotes-peer.resolver.ts';
import { LinesToReturnResolver } from './graphql/lines-to-return.resolver.ts';
import { ReceivingPeerResolver } from './graphql/receiving-peer.resolver.ts';
import { ReturnsPeerResolver } from './graphql/returns-peer.resolver.ts';
import { ShipmentResolver } from './graphql/shipment.resolver.ts';
import { SpendingResolver } from './graphql/spending.resolver.ts';
import { TermsResolver } from './graphql/terms.resolver.ts';
import { paymentCallbackRoute } from './http/payment-callback-route.ts';
import { AdvancedLineResolver, AdvancedOrderResolver } from './graphql/advanced-search.resolver.ts';
import { ReorderResolver } from './graphql/reorder.resolver.ts';
import { TrackerCellsResolver } from './graphql/tracker-cells.resolver.ts';
import { TrackerResolver } from './graphql/tracker.resolver.ts';
import { WarehouseMutations } from './graphql/warehouse.mutations.ts';
import { ordersMigrations } from './migrations/index.ts';
import { mergeOrders } from './use-cases/merge-orders.ts';
import { checkContentOf } from './use-cases/check-content.ts';
import { notifyApprovers } from './use-cases/notify-approvers.ts';
import type { PaymentProvider } from './payments/ports.ts';
import { startSettling } from './use-cases/settle-payments.ts';
import { startPlacingApproved } from './use-cases/place-approved-orders.ts';
import { startSubmitting } from './use-cases/submit-express-orders.ts';
import { sendOrderNotice } from './use-cases/send-order-notice.ts';
import { startResuming } from './use-cases/resume-checkouts.ts';

export interface OrdersOptions {
  /** Tests stop a checkout dead here. */
  readonly failpoint?: Failpoint;
  readonly orders?: OrdersConfig;
  /** Tests bring their own. */
  readonly payments?: PaymentProvider;
}

/** Composition root: checkout as a saga that survives a kill, and the orders it makes. */
export function ordersSubgraph({ failpoint = () => undefined, orders = readOrdersConfig({}), payments }: OrdersOptions): Subgraph {
  return defineSubgraph<OrdersTables, OrdersContext>({
    name: 'orders',
    entities: ordersEntities,
    migrations: ordersMigrations,
    aggregates: ['order', 'orderNotice', 'approval', 'spendingPolicy', 'creditAccount'],
    resolvers: [
      OrderResolver, OrderTotalsResolver, OrderCheckoutResolver, OrderLineResolver, OrderSubscriptions, ReturnsPeerResolver, LinesToReturnResolver, ReceivingPeerResolver, TermsResolver, QuotesPeerResolver,
      CheckoutResolver, CartCheckoutResolver, QuoteCheckoutResolver,
      ApprovalResolver, ApprovalMutations, ApprovalSubscriptions, OrderApprovalResolver, SpendingResolver, ApprovalRuleResolver, ApprovalSubstituteResolver, CostCentreResolver, BudgetResolver,
      OrderFulfilmentResolver, ShipmentResolver, InvoiceResolver, InvoicePaymentResolver, PaymentInvoicesResolver, FulfilmentMutations, WarehouseMutations, OrderEditResolver, OrderLineFulfilmentResolver, OrderLineComponentsResolver, InstalledBaseResolver,
      CreditMemoResolver, OrderCreditResolver, OrderLineCreditResolver, ReturnCreditResolver, CreditMemoMutations,
      PaymentResolver, OrderPaymentsResolver, CreditResolver, CheckoutAttemptResolver, CheckoutSubscriptions,
      TrackerResolver, TrackerCellsResolver, AdvancedOrderResolver, AdvancedLineResolver, ReorderResolver,
    ],
    references: ordersReferences,
    routes: [paymentCallbackRoute],
    context: ordersContext(failpoint, orders, payments),
    consumers: [returnEnded, paymentFollows, canceledOrderBudgets, handOverMoved],
    takeover: mergeOrders,
    start: async (context) => {
      const ends = [startResuming(context), startSubmitting(context), startPlacingApproved(context), startSettling(context)];
      context.bus.consume(['orderNotice'], (event) => sendOrderNotice(context, event)); // no inbox: the notice has the event's id, so twice is once
      context.bus.consume(['approval'], (event) => notifyApprovers(context, event)); // likewise
      context.bus.consume(['cart', 'quote'], (event) => checkContentOf(context, event)); // no inbox: voided already, nothing happens
      return async () => void (await Promise.all(ends.map((end) => end())));
    },
  });
}
