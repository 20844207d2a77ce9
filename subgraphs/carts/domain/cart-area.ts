export const CART_AREA_SECTIONS = ['ACTIVE_CART', 'CARTS', 'QUOTES', 'SHOPPING_LISTS'] as const;
export type CartAreaSection = (typeof CART_AREA_SECTIONS)[number];

/** The pages of the area of carts that there are for somebody: to keep anything takes an account. Lists are there for whoever signed in; their switch is about the menu. [CART-26] */
export function sectionsFor({ signedIn, quotes }: { readonly signedIn: boolean; readonly quotes: boolean }): CartAreaSection[] {
  const has: { readonly [S in CartAreaSection]: boolean } = { ACTIVE_CART: true, CARTS: signedIn, QUOTES: signedIn && quotes, SHOPPING_LISTS: signedIn };
  return CART_AREA_SECTIONS.filter((section) => has[section]);
}
