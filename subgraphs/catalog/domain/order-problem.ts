import type { ErrorCode } from '#kernel/errors.ts';
import { toMicro } from '#kernel/quantity.ts';
import { exactly, ONE, type Ratio } from './convert-quantity.ts';

export interface Orderable {
  readonly uoms: readonly string[];
  readonly indivisible: boolean;
  /** In the primary unit, as is the step. */
  readonly minQuantityMicro?: bigint | null;
  readonly stepQuantityMicro?: bigint | null;
}

const ORDER_PROBLEMS = ['UNKNOWN_UOM', 'QUANTITY_INDIVISIBLE', 'QUANTITY_BELOW_MINIMUM', 'QUANTITY_NOT_A_STEP'] as const satisfies readonly ErrorCode[];
export type OrderProblem = (typeof ORDER_PROBLEMS)[number];
export const isOrderProblem = (problem: ErrorCode | null): problem is OrderProblem => ORDER_PROBLEMS.some((known) => known === problem);

const WHOLE = 1_000_000n;

/**
 * Why a product cannot be had in this unit and quantity, whatever it costs; undefined when it can. What counts is what it
 * comes to in the primary unit: 1.5 boxes of 12 are 18 whole pieces. Nothing at all is no order, so it breaks no rule. [CART-80]
 */
export function orderProblem(product: Orderable, uom: string, quantity: string, factor: Ratio = ONE): OrderProblem | undefined {
  if (!product.uoms.includes(uom)) return 'UNKNOWN_UOM';
  const asked = toMicro(quantity);
  const micro = exactly(asked, factor);
  if (product.indivisible && !isMultiple(micro, WHOLE)) return 'QUANTITY_INDIVISIBLE';
  const { minQuantityMicro, stepQuantityMicro } = product;
  if (minQuantityMicro && asked > 0n && asked * factor.numerator < minQuantityMicro * factor.denominator) return 'QUANTITY_BELOW_MINIMUM';
  if (stepQuantityMicro && !isMultiple(micro, stepQuantityMicro)) return 'QUANTITY_NOT_A_STEP';
  return undefined;
}

const isMultiple = (micro: bigint | undefined, step: bigint): boolean => micro !== undefined && micro % step === 0n;
