import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { renderTerms, type ContractTerms, type TermsContent } from '../domain/contract-terms.ts';
import type { TermsAcceptance, TermsTemplate } from '../entities/terms.ts';
import type { CheckoutSubject } from '../peers/checkout-subject.ts';
import { askCart, type TermsSubject } from '../peers/terms-subject.ts';

/** The terms of a cart with how they stand. */
export interface StandingTerms extends ContractTerms {
  readonly enforced: boolean;
  /** Somebody agreed to exactly these. */
  readonly accepted: TermsAcceptance | null;
  /** Somebody agreed to others: the cart or the terms have changed since. [TC-04] */
  readonly reviewAgain: boolean;
  readonly subject: TermsSubject;
}

/** The terms a cart would be ordered under now, for all who may open it; null where orders have none. [TC-03, TC-07] */
export async function readTerms(context: OrdersContext, cartId: string): Promise<StandingTerms | null> {
  requireViewer(context);
  return standingTerms(context, cartId, await askCart(context.ask, cartId));
}

/** Of a cart or quote that is being checked out; a quote has the terms it began with, or none. */
export const termsOfSubject = async (context: OrdersContext, { id, terms }: Pick<CheckoutSubject, 'id' | 'terms'>): Promise<StandingTerms | null> => (terms ? standingTerms(context, id, terms) : null);

async function standingTerms(context: OrdersContext, cartId: string, subject: TermsSubject): Promise<StandingTerms | null> {
  const template = await latestTemplate(context);
  if (!template) return null;
  const terms = renderTerms(template, subject.content);
  const acceptance = await acceptanceOf(context, cartId);
  const accepted = acceptance?.terms.hash === terms.hash ? acceptance : null;
  return { ...terms, enforced: context.config.enforceTerms, accepted, reviewAgain: acceptance !== undefined && accepted === null, subject };
}

export async function requireTerms(context: OrdersContext, cartId: string): Promise<StandingTerms> {
  const terms = await readTerms(context, cartId);
  if (!terms) throw refuse('OPERATION_DISABLED', 'Orders are made without terms and conditions here.', { cartId });
  return terms;
}

/** What the terms of the deployment say about a content; null when it has none. */
export async function termsFor(context: OrdersContext, content: TermsContent): Promise<ContractTerms | null> {
  const template = await latestTemplate(context);
  return template ? renderTerms(template, content) : null;
}

export function acceptanceOf({ db }: OrdersContext, cartId: string): Promise<TermsAcceptance | undefined> {
  return db.sql.selectFrom('TermsAcceptance').selectAll().where('cartId', '=', cartId).executeTakeFirst();
}

async function latestTemplate({ db, config: { contracts, contractTemplate, site } }: OrdersContext): Promise<TermsTemplate | undefined> {
  if (!contracts || contractTemplate === undefined) return undefined;
  return db.sql.selectFrom('TermsTemplate').selectAll().where('site', '=', site).where('name', '=', contractTemplate).orderBy('version', 'desc').limit(1).executeTakeFirst();
}
