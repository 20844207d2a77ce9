export const CONDITIONS = ['AS_NEW', 'OPENED', 'DAMAGED', 'DEFECTIVE', 'NOT_ACCEPTED'] as const;
export type Condition = (typeof CONDITIONS)[number];
export const DISPOSITIONS = ['RESTOCK', 'SCRAP', 'RETURN_TO_VENDOR', 'SEND_BACK'] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** What may become of goods in a condition; only what is fit to be sold goes back on the shelf, and what is not accepted goes back to the buyer. */
export const ALLOWED_DISPOSITIONS: { readonly [C in Condition]: readonly Disposition[] } = {
  AS_NEW:       ['RESTOCK', 'SCRAP', 'RETURN_TO_VENDOR'],
  OPENED:       ['RESTOCK', 'SCRAP', 'RETURN_TO_VENDOR'],
  DAMAGED:      ['SCRAP', 'RETURN_TO_VENDOR'],
  DEFECTIVE:    ['SCRAP', 'RETURN_TO_VENDOR'],
  NOT_ACCEPTED: ['SEND_BACK'],
};

interface Consequences {
  /** Whether the buyer gets money for it. */
  readonly isCredited: boolean;
  /** Whether it raises the stock. */
  readonly isRestocked: boolean;
  /** Whether the buyer no longer has it. */
  readonly isKept: boolean;
}

export const CONSEQUENCES: { readonly [D in Disposition]: Consequences } = {
  RESTOCK:          { isCredited: true,  isRestocked: true,  isKept: true },
  SCRAP:            { isCredited: true,  isRestocked: false, isKept: true },
  RETURN_TO_VENDOR: { isCredited: true,  isRestocked: false, isKept: true },
  SEND_BACK:        { isCredited: false, isRestocked: false, isKept: false },
};
