import { refuse } from '#kernel/errors.ts';
import type { CartsContext } from '../context.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { CartNameText } from '../domain/cart-names.ts';

const MAX_TEXT = 200;

export interface NameText {
  readonly nameKey: CartNameText['nameKey'];
  readonly site?: string | null;
  readonly language?: string | null;
  /** Null goes back to what is there without it. */
  readonly text?: string | null;
}

/** An administrator says what carts nobody has named are called: everywhere, or for one site and language. Carts that are there already follow. [CART-22, CART-24, CART-25] */
export async function setCartNameText(context: CartsContext, { nameKey, site, language, text }: NameText): Promise<CartNameText[]> {
  requireAdministrator(context);
  if ((site == null) !== (language == null)) throw refuse('BAD_USER_INPUT', 'Name both the site and the language, or neither.', { site, language });
  if (site === '' || language === '') throw refuse('BAD_USER_INPUT', 'A site and a language have a name.', { site, language });
  const key = { nameKey, site: site ?? '', language: language?.toLowerCase() ?? '' };
  const trimmed = text?.trim();
  if (trimmed !== undefined && (trimmed === '' || trimmed.length > MAX_TEXT)) throw refuse('BAD_USER_INPUT', `The text has between 1 and ${MAX_TEXT} characters.`, { text });
  if (trimmed === undefined) {
    await context.db.sql.deleteFrom('CartNameText').where('nameKey', '=', nameKey).where('site', '=', key.site).where('language', '=', key.language).execute();
  } else {
    await context.db.sql
      .insertInto('CartNameText')
      .values({ ...key, text: trimmed })
      .onConflict((oc) => oc.columns(['nameKey', 'site', 'language']).doUpdateSet({ text: trimmed }))
      .execute();
  }
  context.loaders.nameTexts.clearAll();
  return context.loaders.nameTexts.load('all');
}
