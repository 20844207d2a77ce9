import type { Viewer } from '#kernel/viewer.ts';

/** The pages of the order tracker. [ORD-09] */
export const TRACKER_PAGES = ['ORDERS', 'PENDING_ORDERS', 'INVOICES', 'PAYMENTS', 'RETURNS', 'MY_PRODUCTS'] as const;
export type TrackerPage = (typeof TRACKER_PAGES)[number];

/** Whether what a page shows is there in this deployment, for this viewer. */
export type PageFeatures = { readonly [P in Exclude<TrackerPage, 'ORDERS'>]: boolean };

export const pagesOf = (features: PageFeatures): TrackerPage[] => TRACKER_PAGES.filter((page) => page === 'ORDERS' || features[page]);

/** Business people, and the seller, may search by all criteria. [ORD-18, ORD-20] */
export const searchesByAll = ({ kind }: Viewer): boolean => kind !== 'INDIVIDUAL' && kind !== 'GUEST';
