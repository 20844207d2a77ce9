import { refuse } from '#kernel/errors.ts';
import { microFrom } from '#kernel/money.ts';
import { isZero, readQuantity, toMicro } from '#kernel/quantity.ts';
import type { OrderedLine } from './ordered-line.ts';
import { feeFor, previewRefund } from './preview-refund.ts';
import type { ReturnAddress } from './return-address.ts';
import { componentsOf, type ReturnedComponent } from './returned-components.ts';
import { readSerialNumbers } from './serial-numbers.ts';
import type { CompleteSetUp } from './return-setup.ts';

export interface WantedReturn {
  readonly orderLineId: string;
  readonly quantity: string;
  readonly reason: string;
  readonly serialNumbers?: readonly string[] | null;
}

/** What becomes of a line; what is left out stays. */
export interface EditedReturn {
  readonly lineId: string;
  /** 0 takes it out. */
  readonly quantity?: string | null;
  readonly reason?: string | null;
  readonly serialNumbers?: readonly string[] | null;
  readonly shipTo?: ReturnAddress;
  readonly billTo?: ReturnAddress;
}

/** A line before it is written; without an id while it is new. */
export interface DraftLine {
  readonly id?: string;
  readonly orderLineId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly uom: string;
  readonly reason: string;
  readonly lineType: string;
  readonly components: readonly ReturnedComponent[];
  readonly shipTo?: ReturnAddress | null;
  readonly billTo?: ReturnAddress | null;
  readonly listUnitMicro?: bigint | null;
  readonly refundMinor: bigint;
  readonly discountMinor: bigint;
  readonly taxMinor: bigint;
  readonly feeMinor: bigint;
  readonly serialNumbers: readonly string[];
}

/** The reasons there are to return something. [RET-21] */
export interface ReasonList {
  readonly reasons: readonly string[];
  /** Whether other words will do as well. */
  readonly otherReasons: boolean;
}

export type OrderedLines = ReadonlyMap<string, OrderedLine>;

const MAX_LINES = 500;
const NOTHING = { refundMinor: 0n, discountMinor: 0n, taxMinor: 0n, feeMinor: 0n };

export function readReason(reason: string, { reasons, otherReasons }: ReasonList, details: Record<string, unknown>): string {
  const given = reason.trim();
  if (given === '') throw refuse('BAD_USER_INPUT', 'Say why it comes back.', details);
  if (!otherReasons && !reasons.includes(given)) throw refuse('BAD_USER_INPUT', `${given} is none of the reasons there are.`, { ...details, reasons });
  return given;
}

export function refuseMalformed(wanted: readonly WantedReturn[], list: ReasonList): void {
  if (wanted.length === 0 || wanted.length > MAX_LINES) throw refuse('BAD_USER_INPUT', `Give 1 to ${MAX_LINES} lines.`);
  for (const { orderLineId, quantity, reason } of wanted) {
    if (isZero(readQuantity(quantity))) throw refuse('QUANTITY_INVALID', 'Nothing comes back with a quantity of 0.', { orderLineId, quantity });
    readReason(reason, list, { orderLineId });
  }
}

/** The lines after more was added: quantities of one order line are summed and keep their first reason. [RET-09, RET-20] */
export function addLines(present: readonly DraftLine[], wanted: readonly WantedReturn[], ordered: OrderedLines, { type }: CompleteSetUp): DraftLine[] {
  const lines = new Map(present.map((line) => [line.orderLineId, line]));
  for (const { orderLineId, quantity, reason, serialNumbers } of wanted) {
    const facts = ordered.get(orderLineId);
    if (!facts) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId });
    const before = lines.get(orderLineId) ?? beginLine(facts, reason.trim(), type.lineType);
    const quantityMicro = before.quantityMicro + toMicro(readQuantity(quantity));
    const serials = [...before.serialNumbers, ...(serialNumbers ?? [])];
    lines.set(orderLineId, { ...before, quantityMicro, serialNumbers: readSerialNumbers(facts, quantityMicro, serials) });
  }
  if (lines.size > MAX_LINES) throw refuse('BAD_USER_INPUT', `A return has at most ${MAX_LINES} lines.`);
  return [...lines.values()];
}

function beginLine({ id, orderId, orderNumber, sku, uom, listPrice, shipTo, billTo }: OrderedLine, reason: string, lineType: string): DraftLine {
  return { orderLineId: id, orderId, orderNumber, sku, quantityMicro: 0n, uom, reason, lineType, components: [], shipTo, billTo, listUnitMicro: listPrice === null ? null : microFrom(listPrice), ...NOTHING, serialNumbers: [] };
}

/** The lines after an edit; those set to nothing are gone, with what is within them. [RET-22, RET-23] */
export function editLines(present: readonly DraftLine[], edits: readonly EditedReturn[], ordered: OrderedLines, list: ReasonList): DraftLine[] {
  const edited = new Map(present.map((line) => [line.id, line]));
  for (const { lineId, quantity, reason, serialNumbers, shipTo, billTo } of edits) {
    const before = edited.get(lineId);
    if (!before) throw refuse('NOT_FOUND', 'There is no such line in this return.', { lineId });
    const quantityMicro = quantity == null ? before.quantityMicro : toMicro(readQuantity(quantity));
    const facts = ordered.get(before.orderLineId);
    const serials = facts && quantityMicro > 0n ? readSerialNumbers(facts, quantityMicro, serialNumbers ?? before.serialNumbers) : before.serialNumbers;
    edited.set(lineId, { ...before, quantityMicro, reason: reason == null ? before.reason : readReason(reason, list, { lineId }), serialNumbers: serials, shipTo: shipTo ?? before.shipTo, billTo: billTo ?? before.billTo });
  }
  return [...edited.values()].filter(({ quantityMicro }) => quantityMicro > 0n);
}

/** What every line would bring and cost, with what comes back within it. A line that orders was not asked about stays as it is. */
export function priceLines(lines: readonly DraftLine[], ordered: OrderedLines, { type }: CompleteSetUp): DraftLine[] {
  return lines.map((line) => {
    const facts = ordered.get(line.orderLineId);
    if (!facts) return line;
    const refund = previewRefund(facts, line.quantityMicro);
    return { ...line, ...refund, feeMinor: feeFor(type.fees, { ...line, ...refund }, facts.currency), components: componentsOf(facts, line.quantityMicro) };
  });
}
