import type { Loadable } from '../load/halve.ts';
import type { RowError } from '../load/row.ts';
import type { LoadRecord, RecordShape } from '../own/record-shapes.ts';
import type { Product } from './ask.ts';

export interface LoadTarget {
  readonly dryRun: boolean;
  /** Of prices: the list that takes them at once, or the load of a whole one. */
  readonly priceList?: string;
  readonly currency?: string;
  readonly tierRule?: string;
  readonly loadId?: string;
}

interface Report {
  readonly report: { readonly results: readonly { readonly row: number; readonly code: string; readonly message: string }[] };
}

/** One batch; good rows are taken, bad ones come back with their reason. */
export async function loadRecords(product: Product, shape: RecordShape, { dryRun, priceList, currency, tierRule, loadId }: LoadTarget, rows: readonly Loadable<LoadRecord>[]): Promise<RowError[]> {
  const isPrices = shape.field === 'loadPrices';
  const document = `mutation Load($rows: [${shape.input}!]!, $dryRun: Boolean${isPrices ? ', $priceList: String, $currency: CurrencyCode, $tierRule: TierRule, $loadId: ID' : ''}) {
    report: ${shape.field}(${shape.argument}: $rows, dryRun: $dryRun, onError: REJECT_ROWS${isPrices ? ', priceList: $priceList, currency: $currency, tierRule: $tierRule, loadId: $loadId' : ''}) { results { row code message } }
  }`;
  const { report } = await product.ask<Report>(document, { rows: rows.map(({ value }) => value), dryRun, ...(isPrices && { priceList, currency, tierRule, loadId }) });
  return report.results.map(({ row, code, message }) => ({ row: rows[row]?.row ?? 0, code, message }));
}
