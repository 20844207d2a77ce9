import type { ConsumerDefinition } from '#kernel/inbox.ts';
import type { QuotesTables } from '../entities/tables.ts';
import { announceAssistance } from '../use-cases/announce-assistance.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

/** An order was placed for a sales rep to look at: the one of the deployment is told. [ASSIST-09] */
export const orderWantsAssistance = ({ defaultRepId }: { readonly defaultRepId?: string }): ConsumerDefinition<QuotesTables> => ({
  name: 'quotes.orderWantsAssistance',
  aggregateType: 'order',
  on: {
    ORDER_PLACED: async (tx, { accountId, aggregateId: orderId, actorId, payload: { number, ownerId, assistance } }) => {
      if (defaultRepId === undefined || typeof assistance !== 'object' || assistance === null) return;
      const { reason, comment } = assistance as { reason?: unknown; comment?: unknown };
      const notice = { to: defaultRepId, customerId: actorId ?? String(ownerId), orderId, number: String(number), reason: textOf(reason), comment: textOf(comment) };
      await announceAssistance(tx, accountId, [{ type: 'ORDER_ASSISTANCE_WANTED', ...notice }]);
    },
  },
});
