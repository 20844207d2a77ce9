import type { OrdersContext } from '../context.ts';
import { lookBackDays } from '../domain/look-back.ts';
import { criteriaOf } from '../domain/order-search.ts';
import type { OrderView } from '../domain/order-visibility.ts';
import { pagesOf, searchesByAll, type TrackerPage } from '../domain/tracker-pages.ts';
import { hasPendingOrders, hasReturns } from '../peers/tracker-pages.ts';
import { requireRegistered } from './guard-tracker.ts';
import { searchableBy } from './read-tracker-view.ts';

/** What the order tracker looks like for someone. */
export interface Tracker {
  readonly pages: readonly TrackerPage[];
  readonly viewBy: OrderView;
  readonly rowsPerPage: number;
  readonly advancedSearch: boolean;
  readonly searchableBy: readonly string[];
  readonly cancelReasons: readonly string[];
}

/** The pages of the tracker that are there for the viewer, and how they behave. [ORD-09, ORD-12, ORD-13] */
export async function describeTracker(context: OrdersContext): Promise<Tracker> {
  const viewer = requireRegistered(context);
  const { config, ask } = context;
  const [pending, returns, criteria] = await Promise.all([hasPendingOrders(ask), hasReturns(ask), searchableBy(context, criteriaOf(viewer))]);
  const features = { PENDING_ORDERS: pending, INVOICES: config.invoicesPage, PAYMENTS: config.paymentsPage, RETURNS: returns, MY_PRODUCTS: config.installBase };
  const { viewBy, rowsPerPage, cancelReasons } = config;
  return { pages: pagesOf(features), viewBy, rowsPerPage, cancelReasons, searchableBy: criteria, advancedSearch: config.advancedSearch && searchesByAll(viewer) };
}

export interface LookBack {
  readonly days: number;
  readonly choices: readonly number[];
}

const WISHES = { ORDERS: 'ordersLookBack', INVOICES: 'invoicesLookBack', PAYMENTS: 'paymentsLookBack', RETURNS: 'returnsLookBack' } as const;

/** Over how many days a page looks back to begin with, and the choices there are; pages without a time have none. [ORD-26] */
export function lookBackOf({ config }: OrdersContext, page: TrackerPage): LookBack | null {
  if (!(page in WISHES)) return null;
  const wish = config[WISHES[page as keyof typeof WISHES]];
  return { days: lookBackDays(config.lookBackChoices, wish), choices: config.lookBackChoices };
}
