import { refuse } from '#kernel/errors.ts';
import { lineTotal, microFrom } from '#kernel/money.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { DraftLine, PricedLine } from './price-quote.ts';

/** Of one line. */
const MAX_ALTERNATIVES = 10;

export interface OfferedAlternative {
  readonly sku: string;
  /** That of the line when left out. */
  readonly quantity?: string | null;
  readonly uom?: string | null;
  readonly configuration?: readonly OptionChoice[] | null;
  /** The rep's price of one unit; the catalog's when left out. */
  readonly unitPrice?: string | null;
}

/** What is offered instead of a line, as drafts to price. */
export function draftAlternatives(line: Pick<DraftLine, 'quantityMicro'>, offered: readonly OfferedAlternative[], newId: () => string): DraftLine[] {
  if (offered.length > MAX_ALTERNATIVES) throw refuse('BAD_USER_INPUT', `A line has at most ${MAX_ALTERNATIVES} alternatives.`, { alternatives: offered.length });
  return offered.map(({ sku, quantity, uom = null, configuration, unitPrice }, i) => {
    const quantityMicro = quantity == null ? line.quantityMicro : toMicro(readQuantity(quantity));
    if (quantityMicro === 0n) throw refuse('QUANTITY_INVALID', 'Offer at least some of it.', { sku, quantity });
    const overrideUnitMicro = unitPrice == null ? null : microFrom(unitPrice);
    if (overrideUnitMicro !== null && overrideUnitMicro < 0n) throw refuse('BAD_USER_INPUT', 'A price cannot be negative.', { sku, price: unitPrice });
    return { id: newId(), position: i + 1, sku, description: null, quantityMicro, uom, agreementId: null, overrideUnitMicro, configuration: configuration?.length ? [...configuration] : null, targetUnitMicro: null };
  });
}

/** An alternative as it is kept: a product with a price. */
export interface Alternative {
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly configuration?: OptionChoice[] | null;
  readonly overrideUnitMicro?: bigint | null;
}

/** A line with an alternative in its place: it stays the line it is, and what was wished or agreed for the other goes. */
export const withAlternative = (line: DraftLine, { sku, quantityMicro, uom, configuration = null, overrideUnitMicro = null }: Alternative): DraftLine => ({
  ...line,
  sku,
  description: null,
  quantityMicro,
  uom,
  configuration,
  overrideUnitMicro,
  overrideBy: null,
  agreementId: null,
  targetUnitMicro: null,
});

/** Whether the line is this alternative already, so that picking it again changes nothing. */
export const isAlternative = (line: DraftLine, other: Alternative): boolean =>
  line.sku === other.sku && line.quantityMicro === other.quantityMicro && line.uom === other.uom && line.overrideUnitMicro === (other.overrideUnitMicro ?? null) && JSON.stringify(line.configuration ?? null) === JSON.stringify(other.configuration ?? null);

/** What is kept of a priced draft. */
export function pricedAlternative(line: PricedLine): Alternative & Pick<PricedLine, 'id' | 'position' | 'description'> & { listUnitMicro: bigint; unitMicro: bigint; totalMinor: bigint } {
  const { id, position, sku, description, configuration, quantityMicro, uom, listUnitMicro, unitMicro, overrideUnitMicro, totalMinor } = line;
  if (sku === null || listUnitMicro === null || unitMicro === null || totalMinor === null) throw refuse('PRICE_NOT_FOUND', 'There is no price for this product.', { sku });
  return { id, position, sku, description, configuration: configuration ?? null, quantityMicro, uom, listUnitMicro, unitMicro, overrideUnitMicro, totalMinor };
}

/** What somebody without the right to net prices sees of it. [CART-29] */
export const alternativeAtListPrice = <A extends { readonly listUnitMicro: bigint; readonly quantityMicro: bigint }>(alternative: A, currency: string): A => ({
  ...alternative,
  unitMicro: alternative.listUnitMicro,
  overrideUnitMicro: null,
  totalMinor: lineTotal(alternative.listUnitMicro, fromMicro(alternative.quantityMicro), currency),
});
