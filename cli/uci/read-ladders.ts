import type { CsvRow } from '../load/read-csv.ts';
import type { Row } from '../load/row.ts';
import type { CatalogValue } from '../own/catalog-row.ts';
import { ruleOf } from './codes.ts';
import { ladderOf, priceText, type Ladder, type PricePoint } from './ladder.ts';

/** The price points of one product stand together in the file. */
export async function* readUciLadders(points: AsyncIterable<CsvRow>): AsyncGenerator<{ row: number; sku: string; ladder: Ladder }> {
  let group: { row: number; sku: string; points: PricePoint[] } | undefined;
  for await (const { row, record } of points) {
    const { StockCode: sku = '', UnitPrice: unitPrice = '', MinQty, Lines } = record;
    if (group && group.sku !== sku) yield { row: group.row, sku: group.sku, ladder: ladderOf(group.points) };
    if (group?.sku !== sku) group = { row, sku, points: [] };
    group.points.push({ unitPrice, minQuantity: Number(MinQty), lines: Number(Lines) });
  }
  if (group) yield { row: group.row, sku: group.sku, ladder: ladderOf(group.points) };
}

export async function* readUciPrices(points: AsyncIterable<CsvRow>): AsyncGenerator<Row<CatalogValue>> {
  for await (const { row, sku, ladder } of readUciLadders(points)) {
    if (ruleOf(sku).kind === 'never sold') continue;
    yield { row, value: { prices: [...ladder].map(([quantity, price]) => ({ sku, minQuantity: String(quantity), unitPrice: priceText(price) })) } };
  }
}
