export const TRAIL_STEPS = ['SHIPPING', 'BILLING', 'SHIPPING_AND_BILLING', 'END_CUSTOMER', 'TERMS', 'REVIEW', 'CONFIRMATION'] as const;
export type TrailStep = (typeof TRAIL_STEPS)[number];

export const TRAIL_MOVES = ['BACK', 'NEXT'] as const;
export type TrailMove = (typeof TRAIL_MOVES)[number];

export interface TrailFacts {
  /** Something is sent. */
  readonly shippable: boolean;
  /** A business buyer says where goods go and who pays on pages of their own, a private person on one. */
  readonly business: boolean;
  /** Whoever uses the goods in the end is asked for. */
  readonly endCustomer: boolean;
  readonly hasTerms: boolean;
}

const APPLIES: { readonly [S in TrailStep]: (facts: TrailFacts) => boolean } = {
  SHIPPING:             ({ business, shippable }) => business && shippable,
  BILLING:              ({ business, shippable }) => business || !shippable,
  SHIPPING_AND_BILLING: ({ business, shippable }) => !business && shippable,
  END_CUSTOMER:         ({ business, endCustomer }) => business && endCustomer,
  TERMS:                ({ hasTerms }) => hasTerms,
  REVIEW:               () => true,
  CONFIRMATION:         () => true,
};

/** The pages of a checkout, in their order; what does not apply is absent. [CHK-01, CHK-05, CHK-06, TC-01] */
export const trailOf = (facts: TrailFacts): TrailStep[] => TRAIL_STEPS.filter((step) => APPLIES[step](facts));

/** Pages that only ask for what defaults can fill in. */
const SKIPPED: ReadonlySet<TrailStep> = new Set(['SHIPPING', 'BILLING', 'SHIPPING_AND_BILLING', 'END_CUSTOMER']);

/** Who skips what defaults filled in sees only the pages where something is missing still. [CHK-47, CHK-49, TC-08] */
export const withoutFilled = (trail: readonly TrailStep[], gaps: ReadonlySet<TrailStep>): TrailStep[] => trail.filter((step) => !SKIPPED.has(step) || gaps.has(step));

export interface Place {
  readonly at?: TrailStep | null;
  readonly go?: TrailMove | null;
}

/**
 * Where a buyer is after a move: one page on or back, never past the first page where something is missing, and never past the
 * review, which an order alone leads past. Who is nowhere yet begins at the first page, or where they are sent. [CHK-01, CHK-49]
 */
export function placeAfter(trail: readonly TrailStep[], gaps: ReadonlySet<TrailStep>, { at, go }: Place, sent: boolean): TrailStep {
  const review = trail.indexOf('REVIEW');
  const gap = trail.findIndex((step) => gaps.has(step));
  const furthest = gap === -1 ? review : Math.min(gap, review);
  const known = at == null ? -1 : trail.indexOf(at);
  if (known === -1) return trail[sent ? furthest : 0] ?? 'REVIEW';
  const wanted = known + (go === 'NEXT' ? 1 : go === 'BACK' ? -1 : 0);
  return trail[Math.max(0, Math.min(wanted, furthest))] ?? 'REVIEW';
}
