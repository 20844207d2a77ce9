import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import { OutsideFault } from '#kernel/outside-fault.ts';
import { openLine, type OutsideAddress } from '#kernel/outside-line.ts';
import type { Cpq, Unheard } from './ports.ts';

const Price = z.object({ id: z.string(), unitPrice: z.string().regex(/^\d{1,9}(\.\d{1,6})?$/), currency: z.string() });
const amount = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/).nullish().transform((text) => text ?? null);
const Told = z.object({
  transaction: z.string(),
  id: z.string().min(1).max(200).nullish().transform((id) => id ?? null),
  currency: z.string().nullish().transform((currency) => currency ?? null),
  lines: z.array(Price).max(10_000).default([]),
  discount: amount,
  freight: amount,
  subtotal: amount,
  total: amount,
});
const Ordered = z.object({ transaction: z.string(), order: z.string(), taken: z.boolean() });

interface Tools {
  readonly clock: Clock;
  readonly log: (message: string, facts: Record<string, unknown>) => void;
}

/** A CPQ over HTTP (docs/protocols/cpq.md). */
export function httpCpq(address: OutsideAddress, { clock, log }: Tools): Cpq {
  const line = openLine(address, clock);

  async function ask<Answer>(name: string, question: unknown, read: (body: unknown) => Answer): Promise<Answer | Unheard> {
    try {
      return read(await line.ask(name, question));
    } catch (error) {
      log('the CPQ system did not answer', { question: name, reason: error instanceof OutsideFault ? error.reason : 'UNEXPECTED', cause: String(error) });
      return 'UNHEARD';
    }
  }

  return {
    tell: (transaction) =>
      ask('transaction', transaction, (body) => {
        const { transaction: about, id: cpqId, ...answer } = fitting(Told, body);
        if (about !== transaction.transaction) throw new OutsideFault('MALFORMED', 'it answered for another transaction');
        return { cpqId, ...answer };
      }),
    order: (order) =>
      ask('order', order, (body) => {
        const { transaction, order: about, taken } = fitting(Ordered, body);
        if (transaction !== order.transaction || about !== order.order) throw new OutsideFault('MALFORMED', 'it answered for another order');
        return taken ? 'TAKEN' : 'REFUSED';
      }),
    close: () => line.close(),
  };
}

function fitting<T>(schema: z.ZodType<T>, body: unknown): T {
  const answer = schema.safeParse(body);
  if (!answer.success) throw new OutsideFault('MALFORMED', z.prettifyError(answer.error));
  return answer.data;
}
