import { refuse, type ErrorCode } from '#kernel/errors.ts';
import { judgeRows } from '#kernel/load-rows.ts';
import { readQuantity } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { CatalogContext } from '../context.ts';
import { orderProblem } from '../domain/order-problem.ts';
import { pickPartNumbers } from '../domain/pick-part-number.ts';
import type { Product } from '../entities/product.ts';
import { readSold } from './read-assortment.ts';
import { readProducts } from './read-catalog.ts';
import { factorOf, readUnits } from './read-units.ts';

export interface ItemRow {
  readonly partNumber?: string | null;
  readonly sku?: string | null;
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

const MOST = 1_000;

/** What the rows of a direct entry mean, all in one go: products by SKU or by the viewer's own part number. The SKU wins where both are given. */
export async function resolveItems(context: CatalogContext, rows: readonly ItemRow[]): Promise<ResolvedItem[]> {
  if (rows.length > MOST) throw refuse('BAD_USER_INPUT', `At most ${MOST} rows can be looked up at once.`, { rows: rows.length });
  const viewer = requireViewer(context);
  const { sql } = context.db;
  const numbers = rows.flatMap(({ partNumber, sku }) => (partNumber && !sku ? [partNumber.trim()] : []));
  const known = numbers.length === 0 ? [] : await sql.selectFrom('CustomerPartNumber').selectAll().where('accountId', '=', viewer.accountId).where('partNumber', 'in', numbers).execute();
  const skuOf = pickPartNumbers(known);
  const skus = [...new Set([...rows.flatMap(({ sku }) => (sku ? [sku] : [])), ...skuOf.values()])];
  const [products, units, sold] = await Promise.all([readProducts(sql, skus), readUnits(sql, skus), isSeller(viewer) ? undefined : readSold(sql, context.config.site, skus)]);

  const { good, bad } = judgeRows(rows, ({ sku, partNumber }) => sku ?? partNumber ?? '', (row) => {
    const sku = row.sku || skuOf.get(row.partNumber?.trim() ?? '');
    const product = sku !== undefined && sku !== '' && (!sold || sold.has(sku)) ? products.get(sku) : undefined;
    if (!product) throw refuse('UNKNOWN_SKU', row.sku || row.partNumber ? `There is no product ${row.sku || row.partNumber}.` : 'The row names neither a SKU nor a part number.');
    const uom = row.uom || product.primaryUom;
    const quantity = readQuantity(row.quantity ?? '1');
    const problem = orderProblem(product, uom, quantity, factorOf(units.get(product.sku), uom));
    if (problem) throw refuse(problem, `${product.sku} cannot be had as ${quantity} ${uom}.`);
    return { product, sku: product.sku, quantity, uom };
  });
  const found = good.map(({ row, value }): ResolvedItem => ({ row, ...value, problem: null, message: null }));
  const lost = bad.map(({ row, code, message }): ResolvedItem => ({ row, product: null, sku: rows[row]?.sku ?? null, quantity: rows[row]?.quantity ?? null, uom: rows[row]?.uom ?? null, problem: code as ErrorCode, message }));
  return [...found, ...lost].sort((a, b) => a.row - b.row);
}
