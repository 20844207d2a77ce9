import { refuse } from '#kernel/errors.ts';
import { allocate, microFrom, minorFrom } from '#kernel/money.ts';
import { fromMicro, isZero, readQuantity, toMicro } from '#kernel/quantity.ts';

export interface WantedReturn {
  readonly orderLineId: string;
  readonly quantity: string;
  readonly reason: string;
  readonly serialNumbers?: readonly string[] | null;
}

/** An order line as orders knows it; amounts are decimal text. */
export interface OrderedLine {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly sku: string;
  readonly accountId: string;
  readonly currency: string;
  readonly quantity: string;
  readonly returnableQuantity: string;
  readonly returnedQuantity: string;
  /** Of one unit; null when the line was sold without one. */
  readonly listPrice: string | null;
  readonly total: string;
  readonly refunded: string;
  readonly returnable: boolean;
}

export interface DraftReturnLine {
  readonly orderLineId: string;
  readonly orderId: string;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly reason: string;
  readonly listUnitMicro?: bigint | null;
  readonly refundMinor: bigint;
  readonly serialNumbers: readonly string[];
}

const MAX_LINES = 500;

export function refuseMalformed(wanted: readonly WantedReturn[]): void {
  if (wanted.length === 0 || wanted.length > MAX_LINES) throw refuse('BAD_USER_INPUT', `Give 1 to ${MAX_LINES} lines.`);
  for (const { orderLineId, quantity, reason } of wanted) {
    if (isZero(readQuantity(quantity))) throw refuse('QUANTITY_INVALID', 'Nothing comes back with a quantity of 0.', { orderLineId, quantity });
    if (reason.trim() === '') throw refuse('BAD_USER_INPUT', 'Say why it comes back.', { orderLineId });
  }
}

/** The lines of a return after more was added: quantities of one order line are summed and keep their first reason. [RET-09, RET-20] */
export function addToReturn(present: readonly DraftReturnLine[], wanted: readonly WantedReturn[], ordered: ReadonlyMap<string, OrderedLine>): DraftReturnLine[] {
  const lines = new Map(present.map((line) => [line.orderLineId, line]));
  for (const { orderLineId, quantity, reason, serialNumbers } of wanted) {
    const facts = ordered.get(orderLineId);
    if (!facts) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId });
    const before = lines.get(orderLineId) ?? beginLine(facts, reason);
    const quantityMicro = before.quantityMicro + toMicro(readQuantity(quantity));
    const serials = [...new Set([...before.serialNumbers, ...(serialNumbers ?? [])])];
    lines.set(orderLineId, { ...before, quantityMicro, serialNumbers: serials, refundMinor: 0n });
  }
  const touched = [...ordered.values()];
  refuseUnreturnable(touched);
  refuseTooMuch(touched, lines);
  return [...lines.values()].map((line) => ({ ...line, refundMinor: refundOf(line, ordered.get(line.orderLineId)) }));
}

function beginLine({ id, orderId, sku, listPrice }: OrderedLine, reason: string): DraftReturnLine {
  return { orderLineId: id, orderId, sku, quantityMicro: 0n, reason: reason.trim(), listUnitMicro: listPrice === null ? null : microFrom(listPrice), refundMinor: 0n, serialNumbers: [] };
}

/** All that cannot come back is named at once. [RET-15, RET-16] */
function refuseUnreturnable(ordered: readonly OrderedLine[]): void {
  const lines = ordered.filter((line) => !line.returnable).map(({ id, sku, orderNumber }) => ({ orderLineId: id, sku, orderNumber }));
  if (lines[0]) throw refuse('NOT_RETURNABLE', `${lines[0].sku} cannot be returned.`, { reason: 'PRODUCT_NOT_RETURNABLE', ...lines[0], lines });
}

/** [RET-25] */
function refuseTooMuch(ordered: readonly OrderedLine[], wanted: ReadonlyMap<string, { quantityMicro: bigint }>): void {
  const lines = ordered
    .filter(({ id, returnableQuantity }) => (wanted.get(id)?.quantityMicro ?? 0n) > toMicro(returnableQuantity))
    .map(({ id, sku, orderNumber, returnableQuantity }) => ({ orderLineId: id, sku, orderNumber, returnableQuantity, quantity: fromMicro(wanted.get(id)?.quantityMicro ?? 0n) }));
  const [first] = lines;
  if (first) throw refuse('RETURN_QUANTITY_EXCEEDED', `Of ${first.sku} in ${first.orderNumber}, ${first.returnableQuantity} may still come back.`, { ...first, lines });
}

/**
 * What the line would bring if submitted now; the claim at orders has the last word. The share of all that then came back,
 * less what was refunded before: so no cent is lost over several returns. [I13]
 */
function refundOf(line: DraftReturnLine, facts: OrderedLine | undefined): bigint {
  if (!facts) return line.refundMinor;
  const back = toMicro(facts.returnedQuantity) + line.quantityMicro;
  const [due = 0n] = allocate(minorFrom(facts.total, facts.currency), [back, toMicro(facts.quantity) - back], facts.currency);
  return due - minorFrom(facts.refunded, facts.currency);
}
