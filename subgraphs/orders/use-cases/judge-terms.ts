import { refuse } from '#kernel/errors.ts';
import type { OrdersContext } from '../context.ts';
import type { Confirmed } from '../domain/confirmation.ts';
import type { AgreedTerms, ContractTerms } from '../domain/contract-terms.ts';
import type { Checkout } from '../entities/checkout.ts';
import { askCart } from '../peers/terms-subject.ts';
import { acceptanceOf, termsFor } from './read-terms.ts';

/**
 * The terms that an order is about to be made under, if somebody agreed to them as they are now, here or before. Where
 * they are enforced there is no order without. A quote has the terms it began with, or none, and no newer ones. Asked while
 * the cart or quote keeps still. [TC-02, TC-04, TC-09]
 */
export async function judgeTerms(context: OrdersContext, checkout: Checkout, confirmed: Confirmed): Promise<AgreedTerms | null> {
  if (!context.config.contracts) return null;
  const { cartId = null, quoteId = null, input, facts, createdAt } = checkout;
  const terms = quoteId === null ? await termsOfCart(context, checkout) : confirmed.contract;
  if (!terms) return null;
  if (input.termsAccepted) return { ...terms, acceptedById: checkout.ownerId, acceptedByName: facts.viewer?.name ?? null, acceptedAt: createdAt.toISOString() };
  const acceptance = cartId === null ? undefined : await acceptanceOf(context, cartId);
  if (acceptance?.terms.hash === terms.hash) return { ...terms, acceptedById: acceptance.acceptedById, acceptedByName: acceptance.acceptedByName ?? null, acceptedAt: acceptance.acceptedAt.toISOString() };
  if (!context.config.enforceTerms) return null;
  const reviewAgain = acceptance !== undefined;
  const message = reviewAgain ? 'The terms have changed since they were agreed to. Review them again.' : 'Review the terms, and agree to them, first.';
  throw refuse('TERMS_NOT_ACCEPTED', message, { cartId, quoteId, hash: terms.hash, reviewAgain });
}

/** As the order will be: what is said only when placing it counts too. */
async function termsOfCart(context: OrdersContext, { cartId, input }: Checkout): Promise<ContractTerms | null> {
  const { content } = await askCart(context.ask, cartId ?? '');
  return termsFor(context, {
    ...content,
    shipTo: input.shipToAddressId ?? content.shipTo,
    billTo: input.billToAddressId ?? content.billTo,
    shippingMethod: content.shippingMethod ?? input.shippingMethod ?? null,
    purchaseOrderNumber: input.purchaseOrderNumber ?? content.purchaseOrderNumber,
  });
}
