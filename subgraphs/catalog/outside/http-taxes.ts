import { z } from 'zod';
import type { TaxAnswer } from '../domain/outside-answer.ts';
import { askOutside, type OutsideTools } from './ask-outside.ts';
import type { TaxProvider, TaxQuestion } from './ports.ts';
import { Amount, readAnswer, type AnswerShape } from './read-answer.ts';

const Line = z.object({
  id: z.string(),
  currency: z.string(),
  taxes: z.array(z.object({ code: z.string(), name: z.string(), rate: Amount, amount: Amount })).max(20),
});
type RawLine = z.infer<typeof Line>;

/** Taxes of an outside system over HTTP (docs/protocols/tax-provider.md); nothing is kept, since they hang on amounts. */
export function httpTaxes(tools: OutsideTools): TaxProvider {
  return {
    taxes({ accountId, currency, at, shipTo, lines }) {
      const question = { account: accountId, currency, at: at.toISOString(), shipTo, lines };
      return askOutside(tools, 'taxes', question, lines, UNAVAILABLE, (body) => readAnswer(body, lines, taxShape(currency)));
    },
  };
}

const UNAVAILABLE: TaxAnswer = { problem: 'TAX_UNAVAILABLE' };

const taxShape = (currency: string): AnswerShape<TaxQuestion['lines'][number], RawLine, TaxAnswer> => ({
  schema: Line,
  nameOf: ({ id }) => id,
  nameOfRaw: ({ id }) => id,
  instead: UNAVAILABLE,
  judge: (raw) => (raw.currency === currency ? { taxes: raw.taxes } : `is in ${raw.currency}, not in ${currency}`),
});
