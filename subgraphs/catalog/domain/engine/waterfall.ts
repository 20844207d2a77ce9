export type StepKind = 'BASE' | 'UNIT' | 'COMPONENT' | 'OPTION' | 'LIST' | 'TIER' | 'CONVERSION' | 'ROUNDING' | 'AGREEMENT' | 'PROMOTION' | 'OVERRIDE' | 'OUTSIDE';

/** A price that could have been, and why it is not. */
export interface Candidate {
  readonly source: string;
  readonly unitMicro: bigint;
  readonly reason: string;
}

export interface Step {
  readonly kind: StepKind;
  readonly source: string;
  readonly sourceVersion: number | null;
  readonly deltaMicro: bigint;
  readonly afterMicro: bigint;
  readonly note: string | null;
  readonly losers: readonly Candidate[];
}

export interface NewStep {
  readonly kind: StepKind;
  readonly source: string;
  readonly sourceVersion: number | null;
  readonly afterMicro: bigint;
  readonly note?: string | null;
  readonly losers?: readonly Candidate[];
}

/** What the list says; the steps before it are what that is put together of. */
export const listStepOf = (steps: readonly Step[]): Step | undefined => steps.find(({ kind }) => kind === 'LIST');

export const priceAfter = (steps: readonly Step[]): bigint => steps.at(-1)?.afterMicro ?? 0n;

/** The delta is the difference to the step before, so the deltas add up to the price by construction. */
export function withStep(steps: readonly Step[], { kind, source, sourceVersion, afterMicro, note = null, losers = [] }: NewStep): Step[] {
  return [...steps, { kind, source, sourceVersion, deltaMicro: afterMicro - priceAfter(steps), afterMicro, note, losers }];
}
