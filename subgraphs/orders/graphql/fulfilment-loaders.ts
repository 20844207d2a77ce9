import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { CreditMemo, CreditMemoLine } from '../entities/credit-memo.ts';
import type { FulfilmentPart } from '../entities/fulfilment-part.ts';
import type { InstalledItem } from '../entities/installed-item.ts';
import type { InvoicePayment } from '../entities/invoice-payment.ts';
import type { Invoice, InvoiceLine } from '../entities/invoice.ts';
import type { OrderHold } from '../entities/order-hold.ts';
import type { ReturnClaimLine } from '../entities/return-claim.ts';
import type { Shipment } from '../entities/shipment.ts';
import type { OrdersTables } from '../entities/tables.ts';

export interface FulfilmentLoaders {
  readonly partsOfOrder: DataLoader<string, FulfilmentPart[]>;
  readonly partsOfShipment: DataLoader<string, FulfilmentPart[]>;
  readonly shipmentById: DataLoader<string, Shipment | undefined>;
  readonly invoicesOfOrder: DataLoader<string, Invoice[]>;
  readonly invoiceById: DataLoader<string, Invoice | undefined>;
  readonly paymentsOfInvoice: DataLoader<string, InvoicePayment[]>;
  readonly invoicePaymentsOfPayment: DataLoader<string, InvoicePayment[]>;
  readonly installedOfLine: DataLoader<string, InstalledItem[]>;
  readonly installedById: DataLoader<string, InstalledItem | undefined>;
  readonly partsOfInstalled: DataLoader<string, InstalledItem[]>;
  readonly holdsOfOrder: DataLoader<string, OrderHold[]>;
  readonly linesOfInvoice: DataLoader<string, InvoiceLine[]>;
  readonly billedOfLine: DataLoader<string, InvoiceLine[]>;
  readonly claimsOfLine: DataLoader<string, ReturnClaimLine[]>;
  readonly creditMemosOfOrder: DataLoader<string, CreditMemo[]>;
  readonly creditMemosOfReturn: DataLoader<string, CreditMemo[]>;
  readonly linesOfCreditMemo: DataLoader<string, CreditMemoLine[]>;
  readonly creditsOfLine: DataLoader<string, CreditMemoLine[]>;
}

/** What becomes of orders: part of the set of a request. */
export function createFulfilmentLoaders(sql: Kysely<OrdersTables>): FulfilmentLoaders {
  return {
    partsOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('FulfilmentPart').selectAll().where('orderId', 'in', ids).execute();
      const byOrder = Map.groupBy(rows, (row) => row.orderId);
      return ids.map((id) => byOrder.get(id) ?? []);
    }),
    partsOfShipment: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('FulfilmentPart').selectAll().where('shipmentId', 'in', ids).execute();
      const byShipment = Map.groupBy(rows, (row) => row.shipmentId);
      return ids.map((id) => byShipment.get(id) ?? []);
    }),
    shipmentById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Shipment').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    invoicesOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Invoice').selectAll().where('orderId', 'in', ids).orderBy('id').execute();
      const byOrder = Map.groupBy(rows, (row) => row.orderId);
      return ids.map((id) => byOrder.get(id) ?? []);
    }),
    linesOfInvoice: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('InvoiceLine').selectAll().where('invoiceId', 'in', ids).execute();
      const byInvoice = Map.groupBy(rows, (row) => row.invoiceId);
      return ids.map((id) => byInvoice.get(id) ?? []);
    }),
    paymentsOfInvoice: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('InvoicePayment').selectAll().where('invoiceId', 'in', ids).orderBy('id').execute();
      const byKey = Map.groupBy(rows, (row) => row.invoiceId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    invoicePaymentsOfPayment: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('InvoicePayment').selectAll().where('paymentId', 'in', ids).orderBy('id').execute();
      const byKey = Map.groupBy(rows, (row) => row.paymentId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    installedOfLine: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('InstalledItem').selectAll().where('orderLineId', 'in', ids).orderBy('id').execute();
      const byKey = Map.groupBy(rows, (row) => row.orderLineId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    installedById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('InstalledItem').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    partsOfInstalled: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('InstalledItem').selectAll().where('parentId', 'in', ids).orderBy('id').execute();
      const byKey = Map.groupBy(rows, (row) => row.parentId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    holdsOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('OrderHold').selectAll().where('orderId', 'in', ids).orderBy('id').execute();
      const byKey = Map.groupBy(rows, (row) => row.orderId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    creditMemosOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('CreditMemo').selectAll().where('orderId', 'in', ids).orderBy('id').execute();
      const byKey = Map.groupBy(rows, (row) => row.orderId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    creditMemosOfReturn: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('CreditMemo').selectAll().where('returnId', 'in', ids).orderBy('id').execute();
      const byKey = Map.groupBy(rows, (row) => row.returnId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    linesOfCreditMemo: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('CreditMemoLine').selectAll().where('creditMemoId', 'in', ids).execute();
      const byKey = Map.groupBy(rows, (row) => row.creditMemoId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    creditsOfLine: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('CreditMemoLine').selectAll().where('orderLineId', 'in', ids).execute();
      const byKey = Map.groupBy(rows, (row) => row.orderLineId ?? '');
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    billedOfLine: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('InvoiceLine').selectAll().where('orderLineId', 'in', ids).execute();
      const byKey = Map.groupBy(rows, (row) => row.orderLineId);
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    claimsOfLine: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('ReturnClaimLine').selectAll().where('orderLineId', 'in', ids).execute();
      const byKey = Map.groupBy(rows, (row) => row.orderLineId);
      return ids.map((id) => byKey.get(id) ?? []);
    }),
    invoiceById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Invoice').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
  };
}
