import { refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { readPattern, upperCase, type TextPattern } from './search-text.ts';

/** What invoices and payments are searched by; all that is given must hold. */
export interface DocumentSearch {
  readonly number?: string | null;
  readonly orderNumber?: string | null;
  readonly days?: number | null;
  readonly createdFrom?: Date | null;
  readonly createdTo?: Date | null;
  readonly purchaseOrderNumber?: string | null;
}

export interface DocumentConditions {
  readonly number: TextPattern | undefined;
  readonly orderNumber: TextPattern | undefined;
  readonly purchaseOrderNumber: TextPattern | undefined;
  readonly from: Date | undefined;
  readonly to: Date | undefined;
}

/** @param lookBack the days that asking for so many looks back */
export function readDocumentSearch(viewer: Viewer, search: DocumentSearch, now: Date, lookBack: (days: number) => number): DocumentConditions {
  const { days, createdFrom, createdTo, purchaseOrderNumber } = search;
  if (purchaseOrderNumber != null && viewer.kind === 'INDIVIDUAL') throw refuse('FORBIDDEN', 'You cannot search by this.', { criterion: 'purchaseOrderNumber' });
  const since = days == null ? 0 : now.getTime() - lookBack(days) * 86_400_000;
  const from = Math.max(since, createdFrom?.getTime() ?? 0);
  return {
    number: upperCase(readPattern('number', search.number)),
    orderNumber: upperCase(readPattern('orderNumber', search.orderNumber)),
    purchaseOrderNumber: readPattern('purchaseOrderNumber', purchaseOrderNumber),
    from: from > 0 ? new Date(from) : undefined,
    to: createdTo ?? undefined,
  };
}
