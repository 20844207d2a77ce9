import { refuse } from '#kernel/errors.ts';
import { microFrom } from '#kernel/money.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { isZero, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { DraftLine } from './price-quote.ts';

const MAX_LINES = 2_000;
const MAX_DESCRIPTION = 500;

/** One wish: with `lineId` for a line that is there, with `sku` or `description` for a new one. */
export interface LineChange {
  readonly lineId?: string | null;
  readonly sku?: string | null;
  readonly description?: string | null;
  readonly quantity?: string | null;
  readonly uom?: string | null;
  /** Of a model; the catalog judges it. */
  readonly configuration?: readonly OptionChoice[] | null;
  /** An agreement of its own; null takes it away. */
  readonly agreementId?: string | null;
  /** From a rep an override, null takes it back; from a buyer ignored on custom items, refused elsewhere. [QUOTE-47] */
  readonly unitPrice?: string | null;
  /** What the buyer would pay for one unit; null takes it back. */
  readonly targetPrice?: string | null;
  readonly remove?: boolean | null;
}

export interface LineChanger {
  readonly maySetPrices: boolean;
  readonly customItemsOnly: boolean;
  readonly newId: () => string;
}

/** The lines after all wishes, in order; the whole set is refused if one of them cannot be. */
export function changeLines(lines: readonly DraftLine[], changes: readonly LineChange[], by: LineChanger): DraftLine[] {
  if (changes.length === 0) throw refuse('BAD_USER_INPUT', 'Name at least one change.');
  let changed = [...lines];
  for (const change of changes) changed = change.lineId == null ? [...changed, newLine(changed, change, by)] : changeLine(changed, change.lineId, change, by);
  if (changed.length > MAX_LINES) throw refuse('BAD_USER_INPUT', `A quote holds at most ${MAX_LINES} lines.`, { lines: changed.length });
  refuseHollow(changed, by);
  return changed;
}

/** A quote has a line, and not custom items alone. [QUOTE-48] */
function refuseHollow(lines: readonly DraftLine[], by: LineChanger): void {
  if (lines.length === 0) throw refuse('BAD_USER_INPUT', 'A quote needs at least one line; cancel it instead.');
  if (!by.customItemsOnly && lines.every((line) => line.sku === null)) {
    throw refuse('BAD_USER_INPUT', 'A quote cannot consist of custom items only; keep at least one product.');
  }
}

function newLine(lines: readonly DraftLine[], change: LineChange, by: LineChanger): DraftLine {
  const sku = change.sku ?? null;
  const description = sku === null ? readDescription(change.description) : null;
  const agreementId = sku === null ? null : (change.agreementId ?? null);
  const terms = { uom: change.uom ?? null, agreementId, overrideUnitMicro: null, targetUnitMicro: null, configuration: chosen(change) };
  const line = { id: by.newId(), position: (lines.at(-1)?.position ?? 0) + 1, sku, description, ...terms };
  const quantityMicro = toMicro(readQuantity(change.quantity ?? '1'));
  if (quantityMicro === 0n) throw refuse('QUANTITY_INVALID', 'Add at least some of it.', { sku, quantity: change.quantity });
  return withTarget(withPrice({ ...line, quantityMicro }, change, by), change, by);
}

function changeLine(lines: readonly DraftLine[], lineId: string, change: LineChange, by: LineChanger): DraftLine[] {
  const line = lines.find(({ id }) => id === lineId);
  if (!line) throw refuse('NOT_FOUND', 'The quote has no such line.', { lineId });
  if (change.remove || (change.quantity != null && isZero(readQuantity(change.quantity)))) return lines.filter(({ id }) => id !== lineId);
  const quantityMicro = change.quantity == null ? line.quantityMicro : toMicro(readQuantity(change.quantity));
  const kept = by.maySetPrices || change.agreementId == null ? line : withoutOverride(line);
  const changed = withTarget(withPrice({ ...swapped(kept, change), quantityMicro }, change, by), change, by);
  return lines.map((each) => (each === line ? changed : each));
}

/** A rep's price outlives what the buyer changes, unless he asks for the prices of an agreement instead; custom items have no other price. [QUOTE-55] */
export const withoutOverride = (line: DraftLine): DraftLine => (line.sku === null ? line : { ...line, overrideUnitMicro: null });

/** A SKU on a custom item swaps it for the product; only custom items have words of their own. [QUOTE-21] */
function swapped(line: DraftLine, change: LineChange): DraftLine {
  const { sku, description, uom, agreementId = line.agreementId, configuration } = change;
  if (sku != null && sku !== line.sku) return { ...line, sku, description: null, uom: uom ?? null, agreementId, overrideUnitMicro: null, configuration: chosen(change) };
  if (description != null && line.sku !== null) throw refuse('BAD_USER_INPUT', 'Products describe themselves; only custom items take a description.', { lineId: line.id });
  const kept = { ...line, agreementId: line.sku === null ? null : agreementId, configuration: configuration === undefined ? line.configuration : chosen(change) };
  return { ...kept, description: description == null ? line.description : readDescription(description), uom: uom ?? line.uom };
}

const chosen = ({ configuration }: LineChange): OptionChoice[] | null => (configuration?.length ? [...configuration] : null);

function withPrice(line: DraftLine, { unitPrice }: LineChange, by: LineChanger): DraftLine {
  if (unitPrice === undefined) return line;
  if (!by.maySetPrices) {
    if (line.sku === null || unitPrice === null) return line;
    throw refuse('FORBIDDEN', 'Prices are set by the assigned sales rep.', { sku: line.sku });
  }
  return { ...line, overrideUnitMicro: unitPrice === null ? null : readPrice(unitPrice), overrideBy: null };
}

/** The buyer's side of the haggling: it changes no price, it says which one would do. */
function withTarget(line: DraftLine, { targetPrice }: LineChange, by: LineChanger): DraftLine {
  if (targetPrice === undefined) return line;
  if (by.maySetPrices) throw refuse('FORBIDDEN', 'What a line should cost is for the buyer to say.', { lineId: line.id });
  return { ...line, targetUnitMicro: targetPrice === null ? null : readPrice(targetPrice) };
}

function readPrice(text: string): bigint {
  const price = microFrom(text);
  if (price < 0n) throw refuse('BAD_USER_INPUT', 'A price cannot be negative.', { price: text });
  return price;
}

function readDescription(text: string | null | undefined): string {
  const description = text?.trim() ?? '';
  if (description === '' || description.length > MAX_DESCRIPTION) throw refuse('BAD_USER_INPUT', `A new line needs a SKU, or a description of at most ${MAX_DESCRIPTION} characters.`);
  return description;
}
