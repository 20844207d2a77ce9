import { refuse } from '#kernel/errors.ts';
import { isWhole } from '#kernel/quantity.ts';
import type { ReturnsContext } from '../context.ts';
import { askIndivisible } from '../peers/catalog.ts';

export interface QuantityOf {
  readonly sku: string;
  readonly uom: string;
  readonly quantity: string;
}

/** What is sold in whole units comes back in whole units; the catalog is asked only when there is a part of one. @throws QUANTITY_INDIVISIBLE naming all such lines */
export async function checkWholeUnits({ ask }: ReturnsContext, quantities: readonly QuantityOf[]): Promise<void> {
  const parts = quantities.filter(({ quantity }) => !isWhole(quantity));
  if (parts.length === 0) return;
  const indivisible = await askIndivisible(ask, parts.map(({ sku }) => sku));
  const lines = parts.filter(({ sku }) => indivisible.has(sku));
  const [first] = lines;
  if (first) throw refuse('QUANTITY_INDIVISIBLE', `${first.sku} comes back in whole units only.`, { ...first, lines });
}
