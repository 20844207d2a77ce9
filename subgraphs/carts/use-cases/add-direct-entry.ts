import { isRefusal, refuse, type DomainError } from '#kernel/errors.ts';
import { answerTo } from '#kernel/idempotency.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import type { WantedLine } from '../domain/change-lines.ts';
import { namesSku, readEntryRow, type EntryRow, type FilledRow } from '../domain/direct-entry.ts';
import type { Cart } from '../entities/cart.ts';
import { editCart } from './edit-cart.ts';
import { readCart } from './read-cart.ts';
import { fillRows, refuseTooMany, requireDirectEntry } from './resolve-direct-entry.ts';

export interface AddDirectEntry {
  readonly cartId?: string | null;
  readonly rows: readonly EntryRow[];
  readonly expectedVersion?: number | null;
  readonly idempotencyKey?: string | null;
}

const OPERATION = 'addDirectEntry';

/** The buyer puts the ticked rows into the cart: all of them, or none and what is wrong with each. [DIE-07, DIE-08] */
export async function addDirectEntry(context: CartsContext, { cartId, rows, expectedVersion, idempotencyKey }: AddDirectEntry): Promise<Cart> {
  requireDirectEntry(context);
  refuseTooMany(context, rows);
  const viewer = requireViewer(context);
  const body = { cartId, rows };
  const known = await answerTo(context.db, viewer, { operation: OPERATION, key: idempotencyKey, body });
  if (known !== undefined) return readCart(context, known); // what the rows stood for then may stand for nothing now

  const ticked = rows.map((row) => (row.selected === false ? {} : row)); // each keeps its place
  const lines = await linesOf(context, ticked);
  try {
    return await editCart(context, { operation: OPERATION, cartId, expectedVersion, idempotencyKey, body, cause: 'LINES_ADDED', actions: [{ addLines: lines }] });
  } catch (error) {
    throw isRefusal(error) && typeof error.details.sku === 'string' ? await blameRows(context, ticked, error) : error;
  }
}

/** Rows that all name the SKU are taken at their word: whatever is wrong with them comes out when they are priced. */
async function linesOf(context: CartsContext, rows: readonly EntryRow[]): Promise<readonly WantedLine[]> {
  const read = rows.map((row) => readEntryRow(row)).filter((row) => row !== undefined);
  if (read.length === 0) throw refuse('BAD_USER_INPUT', 'No row is ticked that has anything in it.');
  if (read.every(namesSku)) return read.map(({ partNumber, quantity, uom }) => ({ sku: partNumber, quantity, uom }));
  const filled = (await fillRows(context, rows)).filter(({ quantity }) => quantity !== null);
  const bad = filled.filter(({ problem }) => problem !== null);
  if (bad.length > 0) throw refuseRows(bad);
  return filled.map(({ sku, quantity, uom }) => ({ sku: sku ?? '', quantity: quantity ?? '', uom }));
}

/** A line was refused: now each row is looked at, and where that finds nothing wrong, the rows of that line are named. */
async function blameRows(context: CartsContext, rows: readonly EntryRow[], refusal: DomainError): Promise<DomainError> {
  const filled = await fillRows(context, rows, { checkPrices: true });
  const bad = filled.filter(({ problem }) => problem !== null);
  if (bad.length > 0) return refuseRows(bad);
  const blamed = filled.filter(({ sku }) => sku === refusal.details.sku);
  return blamed.length === 0 ? refusal : refuseRows(blamed.map((row) => ({ ...row, problem: refusal.code, message: refusal.message })));
}

function refuseRows(bad: readonly FilledRow[]): DomainError {
  const rows = bad.map(({ row, problem, message }) => ({ row, code: problem, message }));
  return refuse('BAD_USER_INPUT', `${rows.length === 1 ? 'A row is' : `${rows.length} rows are`} not right, so nothing was added: ${rows[0]?.message}`, { rows });
}
