import { z } from 'zod';
import type { TotalAnswer } from '../domain/outside-answer.ts';
import { askOne, type OutsideTools } from './ask-outside.ts';
import { OutsideFault } from '#kernel/outside-fault.ts';
import type { PriceSource } from './ports.ts';

const Answer = z.object({ order: z.string(), currency: z.string(), total: z.string().regex(/^\d{1,15}(\.\d{1,6})?$/) });

/** The total of an order as an outside price system calculates it (docs/protocols/price-source.md). [EXT-09] */
export function httpTotals(tools: OutsideTools): Pick<PriceSource, 'total'> {
  return {
    total({ orderId, accountId, at, ...document }) {
      const question = { order: orderId, account: accountId, at: at.toISOString(), ...document };
      return askOne<TotalAnswer>(tools, 'total', question, { problem: 'PRICE_UNAVAILABLE' }, (body) => {
        const answer = Answer.safeParse(body);
        if (!answer.success) throw new OutsideFault('MALFORMED', z.prettifyError(answer.error));
        const { order, currency, total } = answer.data;
        if (order !== orderId || currency !== document.currency) throw new OutsideFault('MALFORMED', 'it answered for another order or currency');
        return { total };
      });
    },
  };
}
