import type { Action } from '#kernel/lifecycle.ts';
import { may, type ViewerKind } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { actionsOn, actionsWithoutCart, type ActionFacts } from '../domain/page-actions.ts';
import type { Cart } from '../entities/cart.ts';
import { standingOf } from '../use-cases/read-cart.ts';
import { factsOf } from '../use-cases/write-cart.ts';

const KINDS: { readonly [K in ViewerKind]?: ActionFacts['kind'] } = { GUEST: 'guest', INDIVIDUAL: 'private', BUYER: 'business' };

/** What the viewer could do to a cart now, or without one. */
export async function actionsFor(cart: Cart | null, context: CartsContext): Promise<Action[]> {
  const { viewer, loaders, config } = context;
  if (!viewer) return [];
  const { sharing, directEntry, expressCheckout, partnerTransfer, promotionCodes, agreements } = config;
  const facts: ActionFacts = {
    sharing,
    shared: cart?.everShared ?? false,
    directEntry,
    expressCheckout,
    partnerTransfer,
    promotionCodes,
    agreements,
    extraFields: config.extraFields.length > 0,
    attachments: config.attachmentCategory !== undefined,
    ...(cart ? await loaders.quotesOffered.load('all') : { quotes: false, assistance: false }),
    kind: KINDS[viewer.kind] ?? 'other',
    may: (permission) => may(viewer, permission),
  };
  if (!cart) return actionsWithoutCart(facts);
  const standing = await standingOf(context, cart);
  if (!standing) return [];
  const lineCount = (await loaders.linesOfCart.load(cart.id)).length;
  return actionsOn({ ...factsOf(cart, lineCount), status: standing.status, roles: [standing.role] }, facts);
}
