/** An order or a quote as the system outside tells of it. Amounts are decimal text in its currency. */
export interface OutsideDocument {
  readonly number: string;
  /** The account it is of, by our id. */
  readonly customer: string;
  /** The person it is of, by our id; null when it is nobody's in particular. */
  readonly buyer: string | null;
  /** Our id, if it came from here. */
  readonly reference: string | null;
  /** Where it came from, in that system's words, such as PHONE. */
  readonly channel: string | null;
  readonly placedAt: string;
  readonly expiresAt: string | null;
  /** In that system's words. */
  readonly status: string;
  readonly currency: string;
  readonly total: string;
}

export interface OutsideLine {
  readonly sku: string;
  readonly description: string;
  readonly quantity: string;
  readonly uom: string;
  readonly unitPrice: string;
  readonly total: string;
  readonly status: string | null;
}

export interface OutsideDetail extends OutsideDocument {
  readonly lines: readonly OutsideLine[];
}

/** UNAVAILABLE: it did not answer. UNTRUSTWORTHY: some of what it told cannot be so, and is left out. INCOMPLETE: there is more than it is asked for. */
export const OUTSIDE_PROBLEMS = ['UNAVAILABLE', 'UNTRUSTWORTHY', 'INCOMPLETE'] as const;
export type OutsideProblem = (typeof OUTSIDE_PROBLEMS)[number];

/** What was told once, and when. */
export interface Told<Content> {
  readonly content: Content;
  readonly at: Date;
}

export interface ToldList {
  readonly documents: readonly OutsideDocument[];
  /** Whether there are more. */
  readonly isCut: boolean;
  /** How many were told that cannot be so. */
  readonly leftOut: number;
}

export interface OutsideState {
  /** When it was told; null when nothing ever was. */
  readonly asOf: Date | null;
  /** Whether it is older than it should be. */
  readonly isStale: boolean;
  readonly problem: OutsideProblem | null;
  readonly leftOut: number;
}

/** What there is to say about a list: what keeps it from being shown whole comes first. */
export function stateOf(told: Told<Pick<ToldList, 'isCut' | 'leftOut'>> | undefined, { isStale, leftOut: more = 0 }: { isStale: boolean; leftOut?: number }): OutsideState {
  const leftOut = (told?.content.leftOut ?? 0) + more;
  const problem = isStale || !told ? 'UNAVAILABLE' : leftOut > 0 ? 'UNTRUSTWORTHY' : told.content.isCut ? 'INCOMPLETE' : null;
  return { asOf: told?.at ?? null, isStale, problem, leftOut };
}

/** Newest first; of the same moment by number. */
export const newestFirst = (a: OutsideDocument, b: OutsideDocument): number =>
  Date.parse(b.placedAt) - Date.parse(a.placedAt) || (a.number < b.number ? 1 : a.number > b.number ? -1 : 0);
