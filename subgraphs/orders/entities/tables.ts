import { Approval, ApprovalApprover, ApprovalApproverSchema, ApprovalDecision, ApprovalDecisionSchema, ApprovalSchema } from './approval.ts';
import { ApprovalRule, ApprovalRuleSchema, ApprovalSubstitute, ApprovalSubstituteSchema } from './approval-rule.ts';
import { Checkout, CheckoutSchema } from './checkout.ts';
import { CreditMemo, CreditMemoLine, CreditMemoLineSchema, CreditMemoSchema } from './credit-memo.ts';
import { CreditAccount, CreditAccountSchema, CreditHold, CreditHoldSchema, CreditReturn, CreditReturnSchema } from './credit.ts';
import { Budget, BudgetCharge, BudgetChargeSchema, BudgetPeriod, BudgetPeriodSchema, BudgetSchema, CostCentre, CostCentreMember, CostCentreMemberSchema, CostCentreSchema } from './cost-centre.ts';
import { FulfilmentPart, FulfilmentPartSchema } from './fulfilment-part.ts';
import { InstalledItem, InstalledItemSchema } from './installed-item.ts';
import { InvoicePayment, InvoicePaymentSchema } from './invoice-payment.ts';
import { Invoice, InvoiceLine, InvoiceLineSchema, InvoiceSchema } from './invoice.ts';
import { NumberSeries, NumberSeriesSchema } from './number-series.ts';
import { OrderEdit, OrderEditSchema } from './order-edit.ts';
import { OrderHold, OrderHoldSchema } from './order-hold.ts';
import { Order, OrderSchema } from './order.ts';
import { OrderLine, OrderLineSchema } from './order-line.ts';
import { OrderTracker, OrderTrackerSchema } from './order-tracker.ts';
import { TrackerColumn, TrackerColumnSchema } from './tracker-column.ts';
import { NamedCustomer, NamedCustomerSchema } from './named-customer.ts';
import { Payment, PaymentOperation, PaymentOperationSchema, PaymentSchema } from './payment.ts';
import { QuoteCheckout, QuoteCheckoutSchema } from './quote-checkout.ts';
import { ReturnClaim, ReturnClaimLine, ReturnClaimLineSchema, ReturnClaimSchema } from './return-claim.ts';
import { Shipment, ShipmentSchema } from './shipment.ts';
import { SpendingLimit, SpendingLimitSchema, SpendingPolicy, SpendingPolicySchema } from './spending-limit.ts';
import { TermsAcceptance, TermsAcceptanceSchema, TermsTemplate, TermsTemplateSchema } from './terms.ts';

export interface OrdersTables {
  NamedCustomer: NamedCustomer;
  TrackerColumn: TrackerColumn;
  Order: Order;
  OrderLine: OrderLine;
  OrderTracker: OrderTracker;
  Shipment: Shipment;
  FulfilmentPart: FulfilmentPart;
  Invoice: Invoice;
  InvoiceLine: InvoiceLine;
  InvoicePayment: InvoicePayment;
  InstalledItem: InstalledItem;
  OrderHold: OrderHold;
  OrderEdit: OrderEdit;
  Checkout: Checkout;
  NumberSeries: NumberSeries;
  Payment: Payment;
  PaymentOperation: PaymentOperation;
  CreditAccount: CreditAccount;
  CreditHold: CreditHold;
  CreditReturn: CreditReturn;
  CreditMemo: CreditMemo;
  CreditMemoLine: CreditMemoLine;
  QuoteCheckout: QuoteCheckout;
  ReturnClaim: ReturnClaim;
  ReturnClaimLine: ReturnClaimLine;
  TermsTemplate: TermsTemplate;
  TermsAcceptance: TermsAcceptance;
  Approval: Approval;
  ApprovalDecision: ApprovalDecision;
  ApprovalApprover: ApprovalApprover;
  SpendingLimit: SpendingLimit;
  SpendingPolicy: SpendingPolicy;
  ApprovalRule: ApprovalRule;
  ApprovalSubstitute: ApprovalSubstitute;
  CostCentre: CostCentre;
  CostCentreMember: CostCentreMember;
  Budget: Budget;
  BudgetPeriod: BudgetPeriod;
  BudgetCharge: BudgetCharge;
}

export const ordersEntities = [
  OrderSchema, OrderLineSchema, OrderTrackerSchema, NamedCustomerSchema, TrackerColumnSchema, CheckoutSchema, NumberSeriesSchema, ReturnClaimSchema, ReturnClaimLineSchema, TermsTemplateSchema, TermsAcceptanceSchema,
  ShipmentSchema, FulfilmentPartSchema, InvoiceSchema, InvoiceLineSchema, InvoicePaymentSchema, InstalledItemSchema, OrderHoldSchema, OrderEditSchema,
  ApprovalSchema, ApprovalDecisionSchema, ApprovalApproverSchema, SpendingLimitSchema, SpendingPolicySchema,
  ApprovalRuleSchema, ApprovalSubstituteSchema, CostCentreSchema, CostCentreMemberSchema, BudgetSchema, BudgetPeriodSchema, BudgetChargeSchema,
  QuoteCheckoutSchema, PaymentSchema, PaymentOperationSchema, CreditAccountSchema, CreditHoldSchema, CreditReturnSchema, CreditMemoSchema, CreditMemoLineSchema,
];
