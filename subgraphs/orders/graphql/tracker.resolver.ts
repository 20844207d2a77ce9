import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import type { OrdersContext } from '../context.ts';
import type { TrackerPage } from '../domain/tracker-pages.ts';
import type { TrackerColumn, TrackerView } from '../domain/tracker-views.ts';
import type { Invoice } from '../entities/invoice.ts';
import type { Payment } from '../entities/payment.ts';
import { describeTracker, lookBackOf, type LookBack, type Tracker } from '../use-cases/describe-tracker.ts';
import { listInvoices } from '../use-cases/list-invoices.ts';
import { listPayments } from '../use-cases/list-payments.ts';
import { readTrackerView } from '../use-cases/read-tracker-view.ts';
import { setTrackerColumn } from '../use-cases/set-tracker-column.ts';
import { InvoiceSearchInput, PaymentSearchInput } from './document-search.inputs.ts';
import { InvoiceType } from './invoice.type.ts';
import { PaymentType } from './payment.type.ts';
import { LookBackType, OrderTrackerType, TrackerColumnInput, TrackerColumnType, TrackerPageEnum, TrackerViewEnum } from './tracker.type.ts';

const InvoiceConnectionType = connectionType('Invoice', InvoiceType);
const PaymentConnectionType = connectionType('Payment', PaymentType);
const SEARCH_ERRORS = 'Errors: UNAUTHENTICATED for guests, OPERATION_DISABLED, FORBIDDEN, WILDCARD_NOT_SUPPORTED, SEARCH_TOO_BROAD, BAD_CURSOR, BAD_USER_INPUT.';

/** The pages of the order tracker beside that of orders. */
@Resolver(() => OrderTrackerType)
export class TrackerResolver {
  @Query(() => OrderTrackerType, { description: 'What the order tracker looks like for the viewer. Errors: UNAUTHENTICATED for guests.' })
  orderTracker(@Ctx() context: OrdersContext): Promise<Tracker> {
    return describeTracker(context);
  }

  @FieldResolver(() => LookBackType, { nullable: true, description: 'Over how many days a page looks back to begin with; null for pages that do not.' })
  lookBack(@Arg('page', () => TrackerPageEnum, { description: 'The page.' }) page: TrackerPage, @Ctx() context: OrdersContext): LookBack | null {
    return lookBackOf(context, page);
  }

  @Query(() => [TrackerColumnType], { description: 'The columns of a view, in the order in which they are shown, as the viewer may see them. Errors: UNAUTHENTICATED for guests.' })
  trackerColumns(@Arg('view', () => TrackerViewEnum, { description: 'The view.' }) view: TrackerView, @Ctx() context: OrdersContext): Promise<TrackerColumn[]> {
    return readTrackerView(context, view);
  }

  @Mutation(() => [TrackerColumnType], { description: 'Moves, hides, renames, cuts or closes to searches a column of a view. Administrators only. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT.' })
  async setTrackerColumn(
    @Arg('view', () => TrackerViewEnum, { description: 'The view.' }) view: TrackerView,
    @Arg('column', () => String, { description: 'The name of the column.' }) column: string,
    @Arg('change', () => TrackerColumnInput, { description: 'What to change.' }) change: TrackerColumnInput,
    @Ctx() context: OrdersContext,
  ): Promise<TrackerColumn[]> {
    await setTrackerColumn(context, view, column, change);
    return readTrackerView(context, view);
  }

  @Query(() => InvoiceConnectionType, { description: `The invoices of orders the viewer may see, newest first. ${SEARCH_ERRORS}` })
  invoices(
    @Arg('search', () => InvoiceSearchInput, { nullable: true, description: 'Which invoices; all when absent.' }) search: InvoiceSearchInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<Invoice>> {
    return listInvoices(context, search ?? {}, { first, after });
  }

  @Query(() => PaymentConnectionType, { description: `The payments by card of orders the viewer may see, newest first. ${SEARCH_ERRORS}` })
  payments(
    @Arg('search', () => PaymentSearchInput, { nullable: true, description: 'Which payments; all when absent.' }) search: PaymentSearchInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: OrdersContext,
  ): Promise<Connection<Payment>> {
    return listPayments(context, search ?? {}, { first, after });
  }
}
