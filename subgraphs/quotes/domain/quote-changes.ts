import type { FactChange } from '#kernel/events.ts';
import { changesAmong, type Part } from '#kernel/fact-changes.ts';
import { unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';

interface Line {
  readonly id: string;
  readonly sku?: string | null;
  readonly description?: string | null;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly unitMicro?: bigint | null;
}

/** What an update made of the lines of a quote, for whoever keeps its history. */
export function changesOfLines(before: readonly Line[], after: readonly Line[], currency: string): FactChange[] {
  const partOf = ({ sku, description, quantityMicro, uom, unitMicro }: Line): Part => ({
    of: sku ?? description ?? '',
    facts: { quantity: `${fromMicro(quantityMicro)} ${uom}`, ...(unitMicro != null && { unitPrice: unitMoneyOf(unitMicro, currency) }) },
  });
  return changesAmong(before, after, isAsBefore, partOf);
}

const isAsBefore = (a: Line, b: Line): boolean => a.quantityMicro === b.quantityMicro && (a.unitMicro ?? null) === (b.unitMicro ?? null) && a.uom === b.uom;
