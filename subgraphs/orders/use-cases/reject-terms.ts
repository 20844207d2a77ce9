import { refuse } from '#kernel/errors.ts';
import type { OrdersContext } from '../context.ts';
import { assistWithTerms, refuseAssistance } from '../peers/quotes.ts';
import { requireTerms } from './read-terms.ts';

export interface TermsRejection {
  readonly cartId: string;
  readonly reason?: string | null;
  readonly comment?: string | null;
}

/** Who does not agree to the terms talks to a sales rep: the cart becomes a quote, by the rules of assistance; administrators of private carts may too. [TC-05, TC-06, TC-07] */
export async function rejectTerms(context: OrdersContext, { cartId, reason, comment }: TermsRejection): Promise<{ id: string }> {
  const { actions } = (await requireTerms(context, cartId)).subject;
  const asking = actions.find(({ name }) => name === 'requestAssistance');
  if (!asking) await refuseAssistance(context.ask, {});
  if (!asking) throw refuse('FORBIDDEN', 'Who does not agree to the terms asks for assistance, and you may not.', { cartId });
  return assistWithTerms(context.ask, { cartId, reason, comment });
}
