import { refuse } from '#kernel/errors.ts';
import type { ReturnsContext } from '../context.ts';
import type { ReturnAddress } from '../domain/return-address.ts';
import { editLines, type EditedReturn } from '../domain/return-draft.ts';
import { problemsOfLines, refusalOf } from '../domain/return-problems.ts';
import type { Return } from '../entities/return.ts';
import { askBook } from '../peers/accounts.ts';
import { checkWholeUnits } from './check-whole-units.ts';
import { readOwnReturn, requireReturner } from './guard-returns.ts';
import { writePendingReturn } from './write-pending-return.ts';

export interface LineUpdate extends Omit<EditedReturn, 'shipTo' | 'billTo'> {
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
}

export interface UpdatedLines {
  readonly returnId: string;
  readonly lines: readonly LineUpdate[];
  readonly expectedVersion?: number | null;
}

/** On the review page: other quantities, reasons, pieces and places of lines; 0 takes a line out, the last one the return with it. [RET-10, RET-22, RET-23] */
export async function updateReturnLines(context: ReturnsContext, { returnId, lines: updates, expectedVersion }: UpdatedLines): Promise<Return | null> {
  const { config } = context;
  const { id } = await readOwnReturn(context, returnId);
  const present = await context.loaders.linesOfReturn.load(id);
  await checkWholeUnits(context, present.flatMap(({ id: lineId, sku, uom }) => updates.filter((update) => update.lineId === lineId).map(({ quantity }) => ({ sku, uom, quantity: quantity ?? '0' }))));
  const edits = await namedPlaces(context, updates);
  return writePendingReturn(context, {
    returnId,
    expectedVersion,
    type: 'RETURN_LINES_UPDATED',
    change({ lines, ordered, now }) {
      const edited = editLines(lines, edits, ordered, config);
      const touched = new Set(edits.filter(({ quantity }) => quantity != null).map(({ lineId }) => lineId));
      const wrong = problemsOfLines(edited.filter(({ id }) => id !== undefined && touched.has(id)), ordered, config, now);
      const refusal = config.approval ? refusalOf(wrong, { detailed: true }) : undefined;
      if (refusal) throw refusal;
      return { lines: edited };
    },
  });
}

/** Without a word about quantities: what each line would bring now. [RET-23] */
export const recalculateReturn = (context: ReturnsContext, returnId: string, expectedVersion: number | null): Promise<Return | null> =>
  writePendingReturn(context, { returnId, expectedVersion, type: 'RETURN_RECALCULATED', change: ({ lines }) => ({ lines }) });

async function namedPlaces(context: ReturnsContext, updates: readonly LineUpdate[]): Promise<EditedReturn[]> {
  const { accountId } = requireReturner(context);
  const ids = updates.flatMap(({ shipToAddressId, billToAddressId }) => [shipToAddressId, billToAddressId]).filter((id) => id != null);
  const { addresses } = ids.length === 0 ? { addresses: new Map<string, ReturnAddress>() } : await askBook(context.ask, accountId, ids, []);
  const placed = (lineId: string, id: string | null | undefined, code: 'RETURN_SHIP_TO_INVALID' | 'RETURN_BILL_TO_INVALID'): ReturnAddress | undefined => {
    const address = id == null ? undefined : addresses.get(id);
    if (id != null && !address) throw refuse(code, 'The account has no such address.', { lineId, addressId: id });
    return address;
  };
  return updates.map(({ shipToAddressId, billToAddressId, ...edit }) => ({
    ...edit,
    shipTo: placed(edit.lineId, shipToAddressId, 'RETURN_SHIP_TO_INVALID'),
    billTo: placed(edit.lineId, billToAddressId, 'RETURN_BILL_TO_INVALID'),
  }));
}
