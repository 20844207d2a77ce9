import { write } from '#kernel/statement.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartsTx } from './write-cart.ts';

/** SQLite binds at most 32,766 values a statement. */
const CHUNK = 1_000;

/** Writes only what differs: the cost of an edit is that of the edit, not of the cart. */
export async function saveLines(tx: CartsTx, before: readonly CartLine[], after: readonly CartLine[]): Promise<void> {
  const known = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map((line) => line.id));
  const gone = before.filter((line) => !kept.has(line.id)).map((line) => line.id);
  const added = after.filter((line) => !known.has(line.id));

  for (const ids of chunks(gone)) await tx.sql.deleteFrom('CartLine').where('id', 'in', ids).execute();
  for (const line of added) await write(tx.sql, insertLine, line);
  for (const line of after) {
    const earlier = known.get(line.id);
    if (!earlier || isSame(earlier, line)) continue;
    const { quantityMicro, uom, listUnitMicro, unitMicro, totalMinor, discountMinor, taxes, agreementId, explanation } = line;
    await write(tx.sql, updateLine, { id: line.id, quantityMicro, uom, listUnitMicro, unitMicro, totalMinor, discountMinor, taxes, agreementId, explanation });
  }
}

const insertLine = (sql: CartsTx['sql'], line: CartLine) => sql.insertInto('CartLine').values(line);
const updateLine = (sql: CartsTx['sql'], { id, ...changed }: Pick<CartLine, 'id'> & Partial<CartLine>) => sql.updateTable('CartLine').set(changed).where('id', '=', id);

const isSame = (a: CartLine, b: CartLine): boolean =>
  a.quantityMicro === b.quantityMicro && a.unitMicro === b.unitMicro && a.listUnitMicro === b.listUnitMicro && a.totalMinor === b.totalMinor && a.discountMinor === b.discountMinor && a.agreementId === b.agreementId && a.uom === b.uom && sameTaxes(a, b);

const sameTaxes = (a: CartLine, b: CartLine): boolean => a.taxes.length === b.taxes.length && a.taxes.every((tax, i) => tax.amount === b.taxes[i]?.amount && tax.code === b.taxes[i]?.code && tax.rate === b.taxes[i]?.rate);

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK);
}
