import { refuse, type ErrorCode } from '#kernel/errors.ts';
import { judgeRows } from '#kernel/load-rows.ts';
import { readQuantity } from '#kernel/quantity.ts';
import type { CatalogContext } from '../context.ts';
import { orderProblem } from '../domain/order-problem.ts';
import type { Product } from '../entities/product.ts';
import { findItems, type NamedItem } from './find-items.ts';

export interface ItemRow extends NamedItem {
  readonly quantity?: string | null;
  readonly uom?: string | null;
}

export interface ResolvedItem {
  readonly row: number;
  readonly product: Product | null;
  readonly sku: string | null;
  readonly quantity: string | null;
  readonly uom: string | null;
  readonly problem: ErrorCode | null;
  readonly message: string | null;
}

/** What the rows of a direct entry mean, all in one go: products by SKU or by the viewer's own part number. */
export async function resolveItems(context: CatalogContext, rows: readonly ItemRow[]): Promise<ResolvedItem[]> {
  const items = await findItems(context, rows);
  const { good, bad } = judgeRows(rows, ({ sku, partNumber }) => sku ?? partNumber ?? '', (row) => {
    const product = items.productOf(row);
    if (!product) throw refuse('UNKNOWN_SKU', row.sku || row.partNumber ? `There is no product ${row.sku || row.partNumber}.` : 'The row names neither a SKU nor a part number.');
    const uom = row.uom || product.primaryUom;
    const quantity = readQuantity(row.quantity ?? '1');
    const problem = orderProblem(product, uom, quantity, items.factorOf(product, uom));
    if (problem) throw refuse(problem, `${product.sku} cannot be had as ${quantity} ${uom}.`);
    return { product, sku: product.sku, quantity, uom };
  });
  const found = good.map(({ row, value }): ResolvedItem => ({ row, ...value, problem: null, message: null }));
  const lost = bad.map(({ row, code, message }): ResolvedItem => ({ row, product: null, sku: rows[row]?.sku ?? null, quantity: rows[row]?.quantity ?? null, uom: rows[row]?.uom ?? null, problem: code as ErrorCode, message }));
  return [...found, ...lost].sort((a, b) => a.row - b.row);
}
