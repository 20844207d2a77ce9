import type { CheckoutGap } from './checkout-gaps.ts';
import type { TrailStep } from './checkout-trail.ts';

export const PAGE_BUTTONS = ['REQUEST_HELP', 'CHECK_AVAILABILITY', 'VIEW_TERMS', 'AGREE', 'DISAGREE', 'PRINT', 'CHANGE', 'PLACE_ORDER', 'CONTINUE_SHOPPING', 'BACK', 'NEXT', 'CANCEL'] as const;
export type PageButton = (typeof PAGE_BUTTONS)[number];

/** A page of the trail as it stands. */
export interface CheckoutPage {
  readonly step: TrailStep;
  /** Nothing is missing on it. */
  readonly complete: boolean;
  /** The buyer is on it. */
  readonly current: boolean;
  /** Back or Next leads to it from where the buyer is; everything else is grey. */
  readonly open: boolean;
  readonly gaps: readonly CheckoutGap[];
  readonly buttons: readonly PageButton[];
}

export interface ButtonFacts {
  /** A sales rep can be asked. */
  readonly assistance: boolean;
  /** The terms can be answered with a rep being asked. */
  readonly disagreement: boolean;
  readonly hasTerms: boolean;
  /** Something may be changed still. */
  readonly editable: boolean;
  /** The buyer is one who may order. [CHK-51] */
  readonly mayOrder: boolean;
}

const help = ({ assistance }: ButtonFacts): PageButton[] => (assistance ? ['REQUEST_HELP'] : []);
const terms = ({ hasTerms }: ButtonFacts): PageButton[] => (hasTerms ? ['VIEW_TERMS'] : []);
const entry = (facts: ButtonFacts): PageButton[] => [...help(facts), 'CHECK_AVAILABILITY', ...terms(facts)];

/** What each page offers, beside the way on and back. [X 861-875, X 925, X 931] */
const BUTTONS: { readonly [S in TrailStep]: (facts: ButtonFacts) => PageButton[] } = {
  SHIPPING: entry,
  BILLING: entry,
  SHIPPING_AND_BILLING: entry,
  END_CUSTOMER: entry,
  TERMS: ({ disagreement }) => ['AGREE', ...(disagreement ? (['DISAGREE'] as const) : []), 'PRINT'],
  REVIEW: (facts) => [...terms(facts), ...(facts.editable ? (['CHANGE'] as const) : []), ...(facts.mayOrder ? (['PLACE_ORDER'] as const) : [])],
  CONFIRMATION: () => ['PRINT', 'CONTINUE_SHOPPING'],
};

/** From the review an order leads on, and what is ordered cannot be left any more. */
const LAST: ReadonlySet<TrailStep> = new Set(['REVIEW', 'CONFIRMATION']);

interface Standing {
  readonly current: TrailStep;
  readonly gaps: readonly CheckoutGap[];
  /** The buyer looks something up beside the trail: all of it but the current page is grey. [CHK-04] */
  readonly branch: boolean;
  readonly facts: ButtonFacts;
}

/** The pages as a storefront shows them: none can be jumped to, only the neighbours of the current one are open. [CHK-01, CHK-04] */
export function pagesOf(trail: readonly TrailStep[], { current, gaps, branch, facts }: Standing): CheckoutPage[] {
  const at = trail.indexOf(current);
  return trail.map((step, i) => {
    const missing = gaps.filter((gap) => gap.step === step);
    const here = trail[at];
    const nextIsOpen = here !== undefined && !LAST.has(here) && !gaps.some((gap) => gap.step === here);
    const open = !branch && ((i === at - 1 && here !== 'CONFIRMATION') || (i === at + 1 && nextIsOpen));
    return { step, complete: missing.length === 0, current: i === at, open, gaps: missing, buttons: [...BUTTONS[step](facts), ...waysFrom(step, i)] };
  });
}

function waysFrom(step: TrailStep, i: number): PageButton[] {
  if (step === 'CONFIRMATION') return [];
  return [...(i > 0 ? (['BACK'] as const) : []), ...(LAST.has(step) || step === 'TERMS' ? [] : (['NEXT'] as const)), 'CANCEL'];
}
