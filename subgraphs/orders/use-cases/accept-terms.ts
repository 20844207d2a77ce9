import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import type { TermsAcceptance } from '../entities/terms.ts';
import { readTerms, requireTerms, type StandingTerms } from './read-terms.ts';

/** Whoever may order the cart agrees to its terms as he read them. It holds until something they depend on changes. [TC-02, TC-04, TC-07] */
export async function acceptTerms(context: OrdersContext, cartId: string, hash: string): Promise<StandingTerms | null> {
  const viewer = requireViewer(context);
  const { subject, template, templateVersion, text, hash: present } = await requireTerms(context, cartId);
  const placing = subject.actions.find(({ name }) => name === 'placeOrder');
  if (!placing?.allowed) throw refuse('FORBIDDEN', placing?.reason ?? 'Only who may order the cart agrees to its terms.', { cartId });
  if (hash !== present) throw refuse('TERMS_NOT_ACCEPTED', 'The terms are no longer those you read. Review them again.', { cartId, hash: present, reviewAgain: true });
  const terms = { template, templateVersion, text, hash };
  const agreed: Omit<TermsAcceptance, 'cartId'> = { accountId: subject.accountId, terms, acceptedById: viewer.id, acceptedByName: viewer.name ?? null, acceptedAt: context.clock.now() };
  await context.db.transact(({ sql }) =>
    sql
      .insertInto('TermsAcceptance')
      .values({ ...agreed, cartId })
      .onConflict((oc) => oc.column('cartId').doUpdateSet(agreed))
      .execute(),
  );
  return readTerms(context, cartId); // a change that came in between has voided it already
}
