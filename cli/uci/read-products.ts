import type { CsvRow } from '../load/read-csv.ts';
import type { Row } from '../load/row.ts';
import type { CatalogValue } from '../own/catalog-row.ts';
import { ruleOf } from './codes.ts';
import { countOf, mostFrequent, type Tally } from './tally.ts';

interface SeenCode {
  readonly row: number;
  /** Descriptions on sold lines; on the others people wrote "damaged" and the like. */
  readonly sold: Tally;
  readonly other: Tally;
}

/** A product for each stock code of the invoice lines, named as it was named most often when sold. */
export async function* readUciProducts(lines: AsyncIterable<CsvRow>): AsyncGenerator<Row<CatalogValue>> {
  const codes = new Map<string, SeenCode>();
  for await (const { row, record } of lines) {
    const { StockCode = '', Description = '', Quantity = '', UnitPrice = '' } = record;
    const seen = codes.get(StockCode) ?? { row, sold: new Map(), other: new Map() };
    codes.set(StockCode, seen);
    const isSale = !Quantity.startsWith('-') && Number(UnitPrice) > 0;
    if (Description !== '') countOf(isSale ? seen.sold : seen.other, Description);
  }
  for (const [sku, seen] of codes) {
    const { kind, about } = ruleOf(sku);
    if (kind === 'never sold') continue;
    const name = mostFrequent(seen.sold) ?? mostFrequent(seen.other) ?? sku;
    const isGoods = kind === 'goods';
    yield { row: seen.row, value: { product: { sku, name, description: isGoods ? undefined : `${about} Not an article: sold as a service line at the invoice's price.`, indivisible: true, returnable: isGoods }, prices: [] } };
  }
}
