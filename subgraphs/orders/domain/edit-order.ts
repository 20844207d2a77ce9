import { refuse } from '#kernel/errors.ts';
import { allocate, lineTotal, minorFrom, moneyOf, sum } from '#kernel/money.ts';
import { fromMicro, readQuantity, toMicro } from '#kernel/quantity.ts';
import { dueShare, minusTaxes, shareTaxes, type BilledLine } from './bill-shares.ts';
import { goingAlong } from './component-quantities.ts';
import { isComponent, within, type TreeLine } from './line-tree.ts';
import type { ConfirmedAdjustment, ConfirmedTax } from './confirmation.ts';

export interface EditedQuantity {
  readonly orderLineId: string;
  /** What shall be left of the line; 0 cancels it. */
  readonly quantity: string;
}

export interface EditableLine extends TreeLine {
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly canceledMicro: bigint;
  readonly pickedMicro: bigint;
  readonly unitMicro: bigint;
  readonly totalMinor: bigint;
  readonly discountMinor: bigint;
  readonly paidMinor: bigint;
  readonly taxes: readonly ConfirmedTax[];
}

export type EditedLine = Pick<EditableLine, 'id' | 'quantityMicro' | 'canceledMicro' | 'totalMinor' | 'discountMinor' | 'paidMinor' | 'taxes'>;

export interface EditableTotals {
  readonly currency: string;
  readonly pricesIncludeTax: boolean;
  readonly subtotalMinor: bigint;
  readonly discountTotalMinor: bigint;
  readonly taxTotalMinor: bigint;
  readonly shippingTotalMinor: bigint;
  readonly totalMinor: bigint;
  readonly taxes: readonly ConfirmedTax[];
  readonly adjustments: readonly ConfirmedAdjustment[];
}

export type EditedTotals = Pick<EditableTotals, 'subtotalMinor' | 'discountTotalMinor' | 'taxTotalMinor' | 'totalMinor' | 'taxes' | 'adjustments'>;

/** What an edit makes of the lines it names, and of what is within them. More than before, less than is picked or billed, or less of a component alone, is refused. */
export function editLines(lines: readonly EditableLine[], wanted: readonly EditedQuantity[], totals: Pick<EditableTotals, 'currency' | 'pricesIncludeTax'>, billed: readonly Pick<BilledLine, 'orderLineId' | 'quantityMicro'>[]): EditedLine[] {
  const edited: EditedLine[] = wanted.flatMap(({ orderLineId, quantity }, i) => {
    const line = lines.find((each) => each.id === orderLineId);
    if (!line) throw refuse('NOT_FOUND', 'There is no such line in this order.', { orderLineId });
    if (wanted.findIndex((other) => other.orderLineId === orderLineId) !== i) throw refuse('BAD_USER_INPUT', 'Name each order line once.', { orderLineId });
    if (isComponent(line)) throw refuse('BAD_USER_INPUT', `${line.sku} is part of something: edit the whole.`, { orderLineId });
    const leftMicro = toMicro(readQuantity(quantity));
    const edited = editLine(line, leftMicro, totals);
    refuseBilled(line, leftMicro, sum(billed.flatMap((each) => (each.orderLineId === line.id ? each.quantityMicro : []))));
    return withComponents(lines, line, edited);
  });
  const isNothingLeft = lines.every((line) => (edited.find(({ id }) => id === line.id) ?? line).quantityMicro === 0n);
  if (isNothingLeft) throw refuse('BAD_USER_INPUT', 'Nothing would be left: cancel the order instead.');
  return edited;
}

/** There is less of everything within a line, in proportion. */
function withComponents(lines: readonly EditableLine[], line: EditableLine, edited: EditedLine): EditedLine[] {
  const components = within(lines, line.id).map((component): EditedLine => {
    const quantityMicro = goingAlong(component, line, edited.quantityMicro);
    refusePicked(component, quantityMicro);
    return { ...component, quantityMicro, canceledMicro: component.canceledMicro + component.quantityMicro - quantityMicro };
  });
  return [edited, ...components].map(({ id, quantityMicro, canceledMicro, totalMinor, discountMinor, paidMinor, taxes }) => ({ id, quantityMicro, canceledMicro, totalMinor, discountMinor, paidMinor, taxes }));
}

function refusePicked({ id, sku, pickedMicro }: EditableLine, quantityMicro: bigint): void {
  if (quantityMicro < pickedMicro) throw refuse('INVALID_STATE', `Of ${sku}, ${fromMicro(pickedMicro)} has been picked.`, { orderLineId: id, pickedQuantity: fromMicro(pickedMicro) });
}

/** What is not sent, a service, is billed before anything of it is picked. */
function refuseBilled({ id, sku }: EditableLine, quantityMicro: bigint, billedMicro: bigint): void {
  if (quantityMicro < billedMicro) throw refuse('INVALID_STATE', `Of ${sku}, ${fromMicro(billedMicro)} has been billed.`, { orderLineId: id, billedQuantity: fromMicro(billedMicro) });
}

/** The survivors of a line keep their unit price, and their share of what promotions took off: nothing is discounted anew. */
function editLine(line: EditableLine, quantityMicro: bigint, { currency, pricesIncludeTax }: Pick<EditableTotals, 'currency' | 'pricesIncludeTax'>): EditedLine {
  const { id, sku, quantityMicro: before } = line;
  if (quantityMicro > before) throw refuse('BAD_USER_INPUT', `An edit takes off: of ${sku} there are ${fromMicro(before)}. Order more separately.`, { orderLineId: id, quantity: fromMicro(before) });
  refusePicked(line, quantityMicro);
  if (quantityMicro === before) return line;
  const share = (minor: bigint): bigint => dueShare(minor, quantityMicro, before, currency);
  const totalMinor = lineTotal(line.unitMicro, fromMicro(quantityMicro), currency);
  const discountMinor = share(line.discountMinor);
  const taxes = quantityMicro === 0n ? [] : shareTaxes(line.taxes, [], share, currency);
  const grossOf = (total: bigint, discount: bigint, some: readonly ConfirmedTax[]): bigint => total - discount + (pricesIncludeTax ? 0n : sum(some.map((tax) => minorFrom(tax.amount, currency))));
  const sparedMinor = share(grossOf(line.totalMinor, line.discountMinor, line.taxes) - line.paidMinor);
  const paidMinor = grossOf(totalMinor, discountMinor, taxes) - sparedMinor;
  return { id, quantityMicro, canceledMicro: line.canceledMicro + before - quantityMicro, totalMinor, discountMinor, taxes, paidMinor };
}

/** The totals of the order after the edit: less by what its lines lost; freight stays as it was. */
export function editTotals(totals: EditableTotals, lines: readonly EditableLine[], edited: readonly EditedLine[]): EditedTotals {
  const { currency } = totals;
  const pairs = edited.flatMap((after) => lines.filter((line) => line.id === after.id).map((before) => ({ before, after })));
  const lost = (of: (line: EditedLine) => bigint): bigint => sum(pairs.map(({ before, after }) => of(before) - of(after)));
  const taxesLost = minusTaxes(pairs.flatMap(({ before }) => before.taxes), pairs.flatMap(({ after }) => after.taxes), currency);
  const discountLost = lost((line) => line.discountMinor);
  return {
    subtotalMinor: totals.subtotalMinor - lost((line) => line.totalMinor),
    discountTotalMinor: totals.discountTotalMinor - discountLost,
    adjustments: lessAdjustments(totals, discountLost),
    taxTotalMinor: totals.taxTotalMinor - sum(taxesLost.map((tax) => minorFrom(tax.amount, currency))),
    totalMinor: totals.totalMinor - lost((line) => line.paidMinor),
    taxes: minusTaxes(totals.taxes, taxesLost, currency),
  };
}

/** What each promotion took off, so that together they stay what was taken off; one of which nothing is left is gone. */
function lessAdjustments({ adjustments, currency }: EditableTotals, lostMinor: bigint): ConfirmedAdjustment[] {
  const amounts = adjustments.map(({ amount }) => minorFrom(amount, currency));
  if (sum(amounts) === 0n) return [...adjustments];
  const lost = allocate(lostMinor, amounts, currency);
  return adjustments.flatMap((adjustment, i) => {
    const left = (amounts[i] ?? 0n) - (lost[i] ?? 0n);
    return left > 0n ? { ...adjustment, amount: moneyOf(left, currency).amount } : [];
  });
}
