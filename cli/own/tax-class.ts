export const TAX_CLASSES = ['STANDARD', 'REDUCED', 'SUPER_REDUCED', 'ZERO', 'EXEMPT'];

/** Case does not count. */
export const isTaxClass = (text: string): boolean => TAX_CLASSES.includes(text.toUpperCase());
