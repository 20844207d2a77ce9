import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Approval, ApprovalApprover, ApprovalDecision } from '../entities/approval.ts';
import type { Budget, CostCentre, CostCentreMember } from '../entities/cost-centre.ts';
import type { Order } from '../entities/order.ts';
import type { OrderLine } from '../entities/order-line.ts';
import type { Payment, PaymentOperation } from '../entities/payment.ts';
import type { TrackerColumn } from '../entities/tracker-column.ts';
import type { OrdersTables } from '../entities/tables.ts';
import { createFulfilmentLoaders, type FulfilmentLoaders } from './fulfilment-loaders.ts';

export interface OrdersLoaders extends FulfilmentLoaders {
  readonly orderById: DataLoader<string, Order | undefined>;
  readonly lineById: DataLoader<string, OrderLine | undefined>;
  readonly linesOfOrder: DataLoader<string, OrderLine[]>;
  readonly paymentsOfOrder: DataLoader<string, Payment[]>;
  readonly operationsOfPayment: DataLoader<string, PaymentOperation[]>;
  readonly trackersOfOrder: DataLoader<string, ReadonlySet<string>>;
  readonly columnsOfView: DataLoader<string, ReadonlyMap<string, TrackerColumn>>;
  readonly approvalById: DataLoader<string, Approval | undefined>;
  readonly approversOfApproval: DataLoader<string, ApprovalApprover[]>;
  readonly decisionsOfApproval: DataLoader<string, ApprovalDecision[]>;
  readonly costCentreById: DataLoader<string, CostCentre | undefined>;
  readonly membersOfCostCentre: DataLoader<string, CostCentreMember[]>;
  readonly budgetsOfCostCentre: DataLoader<string, Budget[]>;
}

/** One set a request: a page of orders costs one statement a table. */
export function createLoaders(sql: Kysely<OrdersTables>): OrdersLoaders {
  return {
    ...createFulfilmentLoaders(sql),
    orderById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Order').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    lineById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('OrderLine').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    linesOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('OrderLine').selectAll().where('orderId', 'in', ids).orderBy('position').execute();
      const byOrder = Map.groupBy(rows, (row) => row.orderId);
      return ids.map((id) => byOrder.get(id) ?? []);
    }),
    paymentsOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Payment').selectAll().where('orderId', 'in', ids).orderBy('id').execute();
      const byOrder = Map.groupBy(rows, (row) => row.orderId ?? '');
      return ids.map((id) => byOrder.get(id) ?? []);
    }),
    operationsOfPayment: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('PaymentOperation').selectAll().where('paymentId', 'in', ids).orderBy('id').execute();
      const byPayment = Map.groupBy(rows, (row) => row.paymentId);
      return ids.map((id) => byPayment.get(id) ?? []);
    }),
    columnsOfView: new DataLoader(async (views) => {
      const rows = await sql.selectFrom('TrackerColumn').selectAll().where('view', 'in', views).execute();
      const byView = Map.groupBy(rows, (row) => row.view);
      return views.map((view) => new Map(byView.get(view)?.map((row) => [row.name, row])));
    }),
    trackersOfOrder: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('OrderTracker').select(['orderId', 'userId']).where('orderId', 'in', ids).execute();
      const byOrder = Map.groupBy(rows, (row) => row.orderId);
      return ids.map((id) => new Set(byOrder.get(id)?.map(({ userId }) => userId)));
    }),
    approvalById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Approval').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    approversOfApproval: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('ApprovalApprover').selectAll().where('approvalId', 'in', ids).execute();
      const byApproval = Map.groupBy(rows, (row) => row.approvalId);
      return ids.map((id) => byApproval.get(id) ?? []);
    }),
    decisionsOfApproval: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('ApprovalDecision').selectAll().where('approvalId', 'in', ids).orderBy('id').execute();
      const byApproval = Map.groupBy(rows, (row) => row.approvalId);
      return ids.map((id) => byApproval.get(id) ?? []);
    }),
    costCentreById: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('CostCentre').selectAll().where('id', 'in', ids).execute();
      const byId = new Map(rows.map((row) => [row.id, row]));
      return ids.map((id) => byId.get(id));
    }),
    membersOfCostCentre: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('CostCentreMember').selectAll().where('costCentreId', 'in', ids).orderBy('userId').execute();
      const byCentre = Map.groupBy(rows, (row) => row.costCentreId);
      return ids.map((id) => byCentre.get(id) ?? []);
    }),
    budgetsOfCostCentre: new DataLoader(async (ids) => {
      const rows = await sql.selectFrom('Budget').selectAll().where('costCentreId', 'in', ids).orderBy('id').execute();
      const byCentre = Map.groupBy(rows, (row) => row.costCentreId);
      return ids.map((id) => byCentre.get(id) ?? []);
    }),
  };
}
