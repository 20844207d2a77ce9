import { sameStart } from './same-start.ts';
import type { DraftLine } from './change-lines.ts';

/** Notes who changed which line last; a line whose price alone moved keeps its note. */
export function stampChanges<Line extends DraftLine>(before: readonly DraftLine[], after: readonly Line[], changedById: string, changedAt: Date): Line[] {
  const same = sameStart(before, after);
  const known = new Map(before.slice(same).map((line) => [line.id, line]));
  return after.map((line, i) => {
    if (i < same) return line;
    const earlier = known.get(line.id);
    return earlier && (earlier === line || isSame(earlier, line)) ? line : { ...line, changedById, changedAt };
  });
}

const isSame = (a: DraftLine, b: DraftLine): boolean =>
  a.quantityMicro === b.quantityMicro && a.uom === b.uom && (a.agreementId ?? null) === (b.agreementId ?? null) && (a.note ?? null) === (b.note ?? null) && sameJson(a.shipping, b.shipping) && sameJson(a.billTo, b.billTo) && sameJson(a.endCustomer, b.endCustomer) && sameJson(a.fields, b.fields);

const sameJson = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
