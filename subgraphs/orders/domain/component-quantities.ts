interface Ordered {
  readonly quantityMicro: bigint;
  /** What was taken off afterwards. */
  readonly canceledMicro: bigint;
}

const orderedMicro = ({ quantityMicro, canceledMicro }: Ordered): bigint => quantityMicro + canceledMicro;

/**
 * How much of a component goes with so much of what it is in: measured on what was ordered at first and rounded up, so that
 * however a line is cut up, the whole takes the whole, and less never takes more.
 */
export function goingAlong(component: Ordered, whole: Ordered, wholeMicro: bigint): bigint {
  const of = orderedMicro(whole);
  return of === 0n ? 0n : (orderedMicro(component) * wholeMicro + of - 1n) / of;
}
