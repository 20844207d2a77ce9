import { refuse } from '#kernel/errors.ts';
import type { Member } from './deal-links.ts';
import type { TimelineAggregate } from './timeline-kinds.ts';

export interface About {
  readonly cartId?: string | null;
  readonly quoteId?: string | null;
  readonly approvalId?: string | null;
  readonly orderId?: string | null;
  readonly returnId?: string | null;
}

const NAMES: readonly (readonly [keyof About, TimelineAggregate])[] = [['cartId', 'cart'], ['quoteId', 'quote'], ['approvalId', 'approval'], ['orderId', 'order'], ['returnId', 'return']];

/** The one thing that was named. */
export function readAbout(about: About): Member {
  const named = NAMES.flatMap(([name, aggregateType]): Member[] => (about[name] == null ? [] : [{ aggregateType, aggregateId: about[name] }]));
  const [member] = named;
  if (!member || named.length > 1) throw refuse('BAD_USER_INPUT', 'Name one cart, quote, approval, order or return.', { fields: NAMES.map(([name]) => name) });
  return member;
}

/** Strangers hear the same. */
export const unknown = ({ aggregateType, aggregateId }: Member): Error => refuse('NOT_FOUND', `There is no such ${aggregateType}.`, { [`${aggregateType}Id`]: aggregateId });
