import type { ErrorCode } from '#kernel/errors.ts';
import { isWhole } from '#kernel/quantity.ts';

export interface Orderable {
  readonly uoms: readonly string[];
  readonly indivisible: boolean;
}

/** Why a product cannot be had in this unit and quantity, whatever it costs; undefined when it can. [CART-80] */
export function orderProblem(product: Orderable, uom: string, quantity: string): Extract<ErrorCode, 'UNKNOWN_UOM' | 'QUANTITY_INDIVISIBLE'> | undefined {
  if (!product.uoms.includes(uom)) return 'UNKNOWN_UOM';
  if (product.indivisible && !isWhole(quantity)) return 'QUANTITY_INDIVISIBLE';
  return undefined;
}
