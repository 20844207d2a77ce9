import type { Action } from '#kernel/lifecycle.ts';

export interface MenuFacts {
  /** Whether the shop has the menu at all. */
  readonly lists: boolean;
  readonly guest: boolean;
}

/** What the button beside a product offers: a plain "add to cart", or a menu that knows lists. [LIST-12..14] */
export function menuOf({ lists, guest }: MenuFacts): Action[] {
  const add = { name: 'addCartLines', allowed: true, reason: null };
  if (!lists) return [add];
  const reason = guest ? 'Sign in to keep shopping lists.' : null;
  return [add, ...['createShoppingList', 'saveToList', 'shoppingLists'].map((name) => ({ name, allowed: !guest, reason }))];
}
