import { newId } from '#kernel/ids.ts';
import type { PartnersContext } from '../context.ts';
import type { Content } from '../domain/content.ts';
import { outsideCoverage, type CandidateReason, type Judged } from '../domain/coverage.ts';
import type { Partner } from '../entities/partner.ts';
import { availabilityAnswer } from '../outside/wire.ts';
import { askCart } from '../peers/carts.ts';
import { askCategories } from '../peers/catalog.ts';
import { requireTransfers } from './guard-transfers.ts';
import { writeQuestion } from './write-question.ts';

/** A partner, and whether he can fulfil a cart now. */
export interface Candidate {
  readonly partner: Partner;
  readonly reason: CandidateReason | null;
  /** The products it is about; none: the cart as a whole. */
  readonly skus: readonly string[];
}

const MOST_PARTNERS = 100;

/** Asks every partner who covers a cart whether he can fulfil it now, all at the same time; who cannot, or does not answer, is there with the reason. [XFER-02, XFER-06] */
export async function findCandidates(context: PartnersContext, cartId: string): Promise<Candidate[]> {
  requireTransfers(context);
  const { content } = await askCart(context.ask, cartId);
  const partners = await context.db.sql.selectFrom('Partner').selectAll().where('active', '=', true).orderBy('name').orderBy('id').limit(MOST_PARTNERS).execute();
  const products = partners.some(({ coversAll }) => !coversAll) ? await askCategories(context.ask, content.lines.map(({ sku }) => sku)) : [];
  const judged = await Promise.all(partners.map(async (partner) => ({ partner, ...(outsideCoverage(partner, content.country, products) ?? (await askPartner(context, partner, content, cartId))) })));
  return judged.sort((a, b) => Number(a.reason !== null) - Number(b.reason !== null)); // those who can come first
}

const CAN = { reason: null, skus: [] } as const;
const NO_ANSWER = { reason: 'NO_ANSWER', skus: [] } as const;

async function askPartner(context: PartnersContext, partner: Partner, content: Content, cartId: string): Promise<Judged | typeof CAN> {
  const id = `a_${newId()}`;
  const reply = await context.lines.say(partner, { name: 'availability', id, body: writeQuestion(context, { id, to: partner.code, key: cartId, content }), timeoutMs: context.config.questionTimeoutMs });
  if (reply.kind === 'CLOSED') return { reason: 'NOT_AUTHORISED', skus: [] };
  const answer = reply.kind === 'ANSWER' ? availabilityAnswer.safeParse(reply.body) : undefined;
  if (!answer?.success || answer.data.inReplyTo !== id) return NO_ANSWER;
  const said = new Map(answer.data.lines.map(({ line, available }) => [line, available]));
  const missing = content.lines.filter(({ line }) => said.get(line) !== true).map(({ sku }) => sku); // what he says nothing of, he has not promised
  return missing.length === 0 ? CAN : { reason: 'NOT_AVAILABLE', skus: [...new Set(missing)] };
}
