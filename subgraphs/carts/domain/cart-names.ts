/** The two names the site has for carts their owners have not named. [CART-24] */
export const CART_NAME_KEYS = ['DEFAULT', 'SYSTEM_SAVED'] as const;
export type CartNameKey = (typeof CART_NAME_KEYS)[number];

/** A text for one site and language, or (both empty) for all of them. */
export interface CartNameText {
  readonly nameKey: CartNameKey;
  readonly site: string;
  readonly language: string;
  readonly text: string;
}

export interface Reader {
  readonly site: string;
  /** A BCP 47 tag; "de-AT" is also served by a text for "de". */
  readonly language?: string | null;
}

/** What a name is for a reader: their site's and language's text, the one for all, or the one that came with the product. [CART-22, CART-23] */
export function nameFor(nameKey: CartNameKey, reader: Reader, texts: readonly CartNameText[], fallback: string): string {
  const own = texts.filter((text) => text.nameKey === nameKey);
  const languages = reader.language == null ? [] : [reader.language, reader.language.split('-')[0] ?? ''];
  for (const language of languages) {
    const mapped = own.find((text) => text.site === reader.site && text.language === language.toLowerCase());
    if (mapped) return mapped.text;
  }
  return own.find((text) => text.site === '' && text.language === '')?.text ?? fallback;
}
