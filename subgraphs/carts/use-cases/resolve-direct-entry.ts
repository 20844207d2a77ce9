import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CartsContext } from '../context.ts';
import { fillRow, namesItem, readEntryRow, type EntryProblem, type EntryRow, type FilledRow } from '../domain/direct-entry.ts';
import { askEntryItems, type EntryWish } from '../peers/catalog-items.ts';

/** Direct entry is for business buyers, and where it is switched on. [DIE-01] */
export const offersDirectEntry = ({ config, viewer }: CartsContext): boolean => config.directEntry && viewer?.kind === 'BUYER';

export function requireDirectEntry(context: CartsContext): void {
  if (!context.config.directEntry) throw refuse('OPERATION_DISABLED', 'Direct item entry is switched off.');
  if (requireViewer(context).kind !== 'BUYER') throw refuse('FORBIDDEN', 'Direct item entry is for business buyers.');
}

/** The buyer has the details of their rows filled in: names, units to choose from, and what is wrong with a row. [DIE-03] */
export async function resolveDirectEntry(context: CartsContext, rows: readonly EntryRow[]): Promise<FilledRow[]> {
  requireDirectEntry(context);
  refuseTooMany(context, rows);
  return fillRows(context, rows, { allUoms: context.config.allUoms });
}

export function refuseTooMany({ config }: CartsContext, rows: readonly EntryRow[]): void {
  const maxRows = config.directEntryMaxRows;
  if (rows.length > maxRows) throw refuse('BAD_USER_INPUT', `At most ${maxRows} rows at once.`, { rows: rows.length, maxRows });
}

type PlacedRow = EntryRow & { readonly line?: number; readonly flaw?: EntryProblem };

/** Looks up all rows in one question; rows without a part number are not asked about. */
export async function fillRows({ ask }: CartsContext, rows: readonly PlacedRow[], wish: EntryWish = {}): Promise<FilledRow[]> {
  const read = rows.map((row) => readEntryRow(row, row.flaw));
  const asked = read.filter((row) => row !== undefined).filter(namesItem);
  const items = await askEntryItems(ask, asked, wish);
  const itemOf = new Map(asked.map((row, i) => [row, items[i]]));
  return rows.map(({ line = null, selected }, row) => fillRow({ row, line, selected: selected ?? true }, read[row], read[row] && itemOf.get(read[row])));
}
