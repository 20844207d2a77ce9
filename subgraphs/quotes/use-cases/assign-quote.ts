import { requireViewer } from '#kernel/viewer-guard.ts';
import type { QuotesContext } from '../context.ts';
import type { QuoteFacts } from '../domain/quote-lifecycle.ts';
import type { Quote } from '../entities/quote.ts';
import { askPublishingColleague } from '../peers/accounts.ts';
import { moveFor } from './move-quote.ts';

/** A sales rep takes a requested quote; where the deployment allows it, he hands it to a colleague who may publish. [QUOTE-19] */
export async function assignQuote(context: QuotesContext, { quoteId, salesRepId }: { quoteId: string; salesRepId?: string | null }): Promise<Quote> {
  const viewer = requireViewer(context);
  const assigneeId = salesRepId ?? viewer.id;
  const assignee = assigneeId === viewer.id ? 'self' : await fitness(context, assigneeId);
  return moveFor(context, 'assign', { quoteId, facts: { assignee }, set: () => ({ salesRepId: assigneeId }) });
}

async function fitness({ ask, config }: QuotesContext, userId: string): Promise<QuoteFacts['assignee']> {
  return config.assignColleagues && (await askPublishingColleague(ask, userId)) ? 'colleague' : 'unfit';
}
