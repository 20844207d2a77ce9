import { refuse } from '#kernel/errors.ts';
import { isZero, readQuantity, toMicro } from '#kernel/quantity.ts';

const MAX_LINES_AT_ONCE = 1_000;
const MAX_LINES = 2_000;

export interface WantedLine {
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
}

export interface LineUpdate {
  readonly lineId: string;
  readonly quantity: string;
}

/** A line before it is priced; `uom` null means the product's own unit. */
export interface DraftLine {
  readonly id: string;
  readonly position: number;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string | null;
  readonly addedById: string;
  readonly agreementId?: string | null;
}

/** Appends lines, one each: merging identical ones is a setting that is off. [CART-04, CART-57] */
export function addLines(lines: readonly DraftLine[], wanted: readonly WantedLine[], addedById: string, newId: () => string): DraftLine[] {
  if (wanted.length === 0 || wanted.length > MAX_LINES_AT_ONCE) {
    throw refuse('BAD_USER_INPUT', `Add between 1 and ${MAX_LINES_AT_ONCE} lines at once.`, { lines: wanted.length });
  }
  if (lines.length + wanted.length > MAX_LINES) throw refuse('BAD_USER_INPUT', `A cart holds at most ${MAX_LINES} lines.`, { lines: lines.length + wanted.length });
  let position = lines.at(-1)?.position ?? 0;
  const added = wanted.map(({ sku, quantity, uom }) => {
    const amount = readQuantity(quantity);
    if (isZero(amount)) throw refuse('QUANTITY_INVALID', 'Add at least some of it.', { sku, quantity });
    return { id: newId(), position: ++position, sku, quantityMicro: toMicro(amount), uom: uom ?? null, addedById };
  });
  return [...lines, ...added];
}

/** Sets quantities; zero takes the line out. [CART-39] */
export function updateLines(lines: readonly DraftLine[], updates: readonly LineUpdate[]): DraftLine[] {
  if (updates.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one line.');
  const byId = new Map(updates.map((update) => [update.lineId, toMicro(readQuantity(update.quantity))]));
  refuseUnknown(lines, byId.keys());
  return lines
    .map((line) => ({ ...line, quantityMicro: byId.get(line.id) ?? line.quantityMicro }))
    .filter((line) => line.quantityMicro > 0n);
}

export function removeLines(lines: readonly DraftLine[], lineIds: readonly string[]): DraftLine[] {
  if (lineIds.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one line.');
  refuseUnknown(lines, lineIds);
  const gone = new Set(lineIds);
  return lines.filter((line) => !gone.has(line.id));
}

/** The SKUs of lines that stay, in another quantity. */
export function requantified(before: readonly DraftLine[], after: readonly DraftLine[]): string[] {
  const quantities = new Map(before.map((line) => [line.id, line.quantityMicro]));
  return after.filter(({ id, quantityMicro }) => quantities.has(id) && quantities.get(id) !== quantityMicro).map(({ sku }) => sku);
}

function refuseUnknown(lines: readonly DraftLine[], ids: Iterable<string>): void {
  const known = new Set(lines.map((line) => line.id));
  for (const lineId of ids) if (!known.has(lineId)) throw refuse('NOT_FOUND', 'The cart has no such line.', { lineId });
}
