import { write } from '#kernel/statement.ts';
import { sameStart } from '../domain/same-start.ts';
import type { StandingLine } from '../domain/standing-lines.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartsTx } from './write-cart.ts';

/** SQLite binds at most 32,766 values a statement. */
const CHUNK = 1_000;

/** Writes only what differs: the cost of an edit is that of the edit, not of the cart. Lines that are not the very same are told in full. */
export async function saveLines(tx: CartsTx, linesBefore: readonly StandingLine[], linesAfter: readonly StandingLine[]): Promise<void> {
  const same = sameStart(linesBefore, linesAfter);
  const [before, after] = [linesBefore.slice(same), linesAfter.slice(same)];
  const known = new Map(before.map((line) => [line.id, line]));
  const kept = new Set(after.map((line) => line.id));
  const gone = before.filter((line) => !kept.has(line.id)).map((line) => line.id);
  const added = after.filter((line) => !known.has(line.id)) as CartLine[];

  for (const ids of chunks(gone)) await tx.sql.deleteFrom('CartLine').where('id', 'in', ids).execute();
  for (const line of added) await write(tx.sql, insertLine, line);
  for (const line of after) {
    const earlier = known.get(line.id);
    if (!earlier || earlier === line || isSame(earlier as CartLine, line as CartLine)) continue;
    const { cartId: _cart, accountId: _account, sku: _sku, addedById: _by, ...changed } = line as CartLine;
    await write(tx.sql, updateLine, changed);
  }
}

const insertLine = (sql: CartsTx['sql'], line: CartLine) => sql.insertInto('CartLine').values(line);
const updateLine = (sql: CartsTx['sql'], { id, ...changed }: Pick<CartLine, 'id'> & Partial<CartLine>) => sql.updateTable('CartLine').set(changed).where('id', '=', id);

const isSame = (a: CartLine, b: CartLine): boolean =>
  a.quantityMicro === b.quantityMicro && a.unitMicro === b.unitMicro && a.listUnitMicro === b.listUnitMicro && a.totalMinor === b.totalMinor && a.discountMinor === b.discountMinor && a.agreementId === b.agreementId && a.uom === b.uom && saysSame(a, b) && sameTaxes(a, b);

/** What the buyer says of the line beside what is bought. */
const saysSame = (a: CartLine, b: CartLine): boolean =>
  a.position === b.position && a.note === b.note && JSON.stringify(a.shipping) === JSON.stringify(b.shipping) && JSON.stringify(a.billTo) === JSON.stringify(b.billTo) && JSON.stringify(a.endCustomer) === JSON.stringify(b.endCustomer) && JSON.stringify(a.fields) === JSON.stringify(b.fields);

const sameTaxes = (a: CartLine, b: CartLine): boolean => a.taxes.length === b.taxes.length && a.taxes.every((tax, i) => tax.amount === b.taxes[i]?.amount && tax.code === b.taxes[i]?.code && tax.rate === b.taxes[i]?.rate);

function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK);
}
