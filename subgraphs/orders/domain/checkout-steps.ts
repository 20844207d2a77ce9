import type { ErrorCode } from '#kernel/errors.ts';

/** The steps a checkout ends at: with an order, with a request for approval, or with nothing. */
export const CLOSED_STEPS = ['placed', 'approvalRequired', 'failed'] as const;
export const CHECKOUT_STEPS = ['started', 'confirmed', 'approved', 'promotionsRedeemed', 'stockReserved', 'paymentAuthorised', ...CLOSED_STEPS] as const;
export type CheckoutStep = (typeof CHECKOUT_STEPS)[number];
export type OpenStep = Exclude<CheckoutStep, (typeof CLOSED_STEPS)[number]>;
export type CheckoutWork = 'confirmPrice' | 'judgeApproval' | 'redeemPromotions' | 'reserveStock' | 'authorisePayment' | 'writeOrder';
export type CheckoutUndo = 'releasePrice' | 'releasePromotions' | 'releaseStock' | 'voidPayment';

export interface Stage {
  readonly does: CheckoutWork;
  readonly undo?: CheckoutUndo;
  readonly to: CheckoutStep;
  /** What the buyer is told when it goes without an answer for too long. */
  readonly unanswered?: ErrorCode;
}

/** The way from a wish to an order. Each work may be repeated; judging may end it in a request for approval instead; writing the order is the point of no return. [RELIABILITY: checkout saga] */
export const CHECKOUT_STAGES: { readonly [Step in OpenStep]: Stage } = {
  started:            { does: 'confirmPrice',     undo: 'releasePrice',      to: 'confirmed' },
  confirmed:          { does: 'judgeApproval',                               to: 'approved' },
  approved:           { does: 'redeemPromotions', undo: 'releasePromotions', to: 'promotionsRedeemed' },
  promotionsRedeemed: { does: 'reserveStock',     undo: 'releaseStock',      to: 'stockReserved' },
  stockReserved:      { does: 'authorisePayment', undo: 'voidPayment',       to: 'paymentAuthorised', unanswered: 'PAYMENT_FAILED' },
  paymentAuthorised:  { does: 'writeOrder',                                  to: 'placed' },
};

const WAY: readonly OpenStep[] = ['started', 'confirmed', 'approved', 'promotionsRedeemed', 'stockReserved', 'paymentAuthorised'];

export const isOpen = (step: CheckoutStep): step is OpenStep => step in CHECKOUT_STAGES;

/**
 * What to undo when a checkout stops at a step, last first. The step it stops at is among them: an earlier try of it may
 * have worked without our hearing of it.
 */
export function undosFrom(step: OpenStep): CheckoutUndo[] {
  const begun = WAY.slice(0, WAY.indexOf(step) + 1);
  return begun.flatMap((each) => CHECKOUT_STAGES[each].undo ?? []).toReversed();
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;

/** How long to wait after a peer did not answer for the n-th time. */
export const waitBefore = (attempts: number): number => Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);

/** After so many times without an answer (about half a minute) the buyer is told no, and what was done is undone. */
export const MAX_ATTEMPTS = 6;
