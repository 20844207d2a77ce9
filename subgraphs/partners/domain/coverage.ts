/** What a partner sells of ours, and where. */
export interface Coverage {
  readonly coversAll: boolean;
  /** Codes of categories; what stands in one below is covered too. */
  readonly categories: readonly string[];
  readonly skus: readonly string[];
  /** Countries he delivers to, ISO 3166-1 alpha-2; all when none is named. */
  readonly countries: readonly string[];
}

/** Why a partner cannot fulfil a cart: before he is asked, after he was, or because he did not answer. */
export const CANDIDATE_REASONS = ['OUT_OF_REGION', 'NOT_COVERED', 'NOT_AVAILABLE', 'NO_ANSWER', 'NOT_AUTHORISED'] as const;
export type CandidateReason = (typeof CANDIDATE_REASONS)[number];

export interface Judged {
  readonly reason: CandidateReason;
  /** Those it is about; none: the cart as a whole. */
  readonly skus: readonly string[];
}

/** A product with the codes of all categories it stands in, and of those above them. */
export interface Covered {
  readonly sku: string;
  readonly categories: readonly string[];
}

/** Why a partner is not even asked; undefined when he is. Where nobody has said where it goes, every region will do. [XFER-02] */
export function outsideCoverage({ coversAll, categories, skus, countries }: Coverage, country: string | null, products: readonly Covered[]): Judged | undefined {
  if (country !== null && countries.length > 0 && !countries.includes(country)) return { reason: 'OUT_OF_REGION', skus: [] };
  if (coversAll) return undefined;
  const missing = products.filter((product) => !skus.includes(product.sku) && !product.categories.some((category) => categories.includes(category)));
  return missing.length === 0 ? undefined : { reason: 'NOT_COVERED', skus: [...new Set(missing.map(({ sku }) => sku))] };
}
