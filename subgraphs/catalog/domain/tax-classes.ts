export const TAX_CLASSES = ['STANDARD', 'REDUCED', 'SUPER_REDUCED', 'ZERO', 'EXEMPT'] as const;
export type TaxClass = (typeof TAX_CLASSES)[number];

/** Whose rates a class takes, in this order: a territory that has no rate of its own for it taxes the goods as those of the next. */
export const RATES_OF: { readonly [C in TaxClass]: readonly TaxClass[] } = {
  STANDARD: ['STANDARD'],
  REDUCED: ['REDUCED', 'STANDARD'],
  SUPER_REDUCED: ['SUPER_REDUCED', 'REDUCED', 'STANDARD'],
  ZERO: ['ZERO', 'STANDARD'],
  EXEMPT: [],
};
