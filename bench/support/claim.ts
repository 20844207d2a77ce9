/** One file, one claim about speed: how it is measured and what stands beside it. */
export interface Claim {
  readonly name: string;
  readonly about: string;
  /** Too long to run with the others. */
  readonly onlyByName?: boolean;
  run(): Promise<Comparison[]>;
}

export type Metrics = Readonly<Record<string, number>>;

/** One of the things that are measured in turn. */
export interface Arm {
  readonly name: string;
  /** One short round. */
  measure(): Promise<Metrics>;
}

/** One line of a table: what was measured, what stands beside it, and their ratio round by round. */
export interface Comparison {
  readonly what: string;
  readonly beside: string;
  readonly unit: '/s' | 'ms';
  readonly here: readonly number[];
  readonly there: readonly number[];
  readonly aim?: Aim;
}

/** A bound on the median ratio, on the median of our own figure, or on both. */
export interface Aim {
  readonly ratioAtLeast?: number;
  readonly ratioAtMost?: number;
  readonly valueAtMost?: number;
}
