import type { OrdersContext } from '../context.ts';
import { columnsOf, type TrackerColumn, type TrackerView } from '../domain/tracker-views.ts';
import { requireRegistered } from './guard-tracker.ts';

/** The columns of a view of the tracker, as the seller configured them and the viewer may see them. [ORD-15] */
export async function readTrackerView(context: OrdersContext, view: TrackerView): Promise<TrackerColumn[]> {
  const viewer = requireRegistered(context);
  return columnsOf(view, viewer, await context.loaders.columnsOfView.load(view));
}

/** Which column of the summary of orders a criterion searches; what has no column can always be searched. */
const COLUMN_OF: { readonly [criterion: string]: string } = {
  number: 'number',
  status: 'status',
  days: 'placedAt',
  placedFrom: 'placedAt',
  placedTo: 'placedAt',
  purchaseOrderNumber: 'purchaseOrderNumber',
  sku: 'sku',
  reference: 'reference',
  orderType: 'orderType',
};

/** Those of the criteria whose columns the seller leaves searchable. [ORD-15] */
export async function searchableBy(context: OrdersContext, criteria: readonly string[]): Promise<string[]> {
  const queryable = new Set((await readTrackerView(context, 'ORDER_SUMMARY')).filter((column) => column.queryable).map(({ name }) => name));
  return criteria.filter((criterion) => queryable.has(COLUMN_OF[criterion] ?? '') || COLUMN_OF[criterion] === undefined);
}
