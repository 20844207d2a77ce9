import { goesWith, within, type TreeLine } from './line-tree.ts';

interface SentLine extends TreeLine {
  readonly quantityMicro: bigint;
  readonly canceledMicro: bigint;
  readonly pickedMicro: bigint;
  readonly shippedMicro: bigint;
}

const WHOLE = 1_000_000n;

/**
 * What was ordered, as far as it has been picked and shipped. A whole that is not sent itself has been shipped as often as everything
 * in it that is sent has left for one; as soon as anything of it is picked, some of the whole is. What nothing is sent of stays as it is. [ORD-44]
 */
export function asSent<Line extends SentLine>(lines: readonly Line[], whole: Line): Line {
  const sent = whole.shippable ? [] : sentWithin(lines, whole);
  if (sent.length === 0) return whole;
  const { quantityMicro } = whole;
  const shipped = sent.map((line) => (line.shippedMicro >= line.quantityMicro ? quantityMicro : floor(wholeOf(line, whole, line.shippedMicro))));
  const picked = sent.map((line) => (line.pickedMicro >= line.quantityMicro ? quantityMicro : wholeOf(line, whole, line.pickedMicro)));
  return { ...whole, shippedMicro: least([quantityMicro, ...shipped]), pickedMicro: picked.reduce((most, each) => (each > most ? each : most), 0n) };
}

/** How much of what was ordered is to be billed by now: what was shipped of it, and all of what nothing is sent of, such as a service. [ORD-35] */
export const billableMicro = <Line extends SentLine>(lines: readonly Line[], whole: Line): bigint =>
  whole.shippable || sentWithin(lines, whole).length > 0 ? asSent(lines, whole).shippedMicro : whole.quantityMicro;

const sentWithin = <Line extends SentLine>(lines: readonly Line[], { id }: Line): Line[] => within(lines, id).filter((line) => line.shippable && line.quantityMicro > 0n && !goesWith(lines, line));

/** How much of a whole so much of a component is for, measured on what was ordered at first and rounded up. */
function wholeOf(component: SentLine, whole: SentLine, micro: bigint): bigint {
  const of = component.quantityMicro + component.canceledMicro;
  return (micro * (whole.quantityMicro + whole.canceledMicro) + of - 1n) / of;
}

const floor = (micro: bigint): bigint => micro - (micro % WHOLE);
const least = (some: readonly bigint[]): bigint => some.reduce((least, each) => (each < least ? each : least));
