import { z } from 'zod';
import type { TaxAnswer } from '../domain/outside-answer.ts';
import { faultOfTaxes, type TaxedThing } from '../domain/tax-from-outside.ts';
import { askOutside, type OutsideTools } from './ask-outside.ts';
import type { TaxProvider, TaxQuestion } from './ports.ts';
import { Amount, readAnswer, type AnswerShape } from './read-answer.ts';

const Line = z.object({
  id: z.string(),
  currency: z.string(),
  relief: Amount.default('0'),
  taxes: z.array(z.object({ code: z.string(), name: z.string(), rate: Amount, amount: Amount })).max(20),
});
type RawLine = z.infer<typeof Line>;

/** Taxes of an outside system over HTTP (docs/protocols/tax-provider.md); nothing is kept, since they hang on amounts. */
export function httpTaxes(tools: OutsideTools): TaxProvider {
  return {
    taxes(asked) {
      const { accountId, at, lines, ...terms } = asked;
      const question = { account: accountId, at: at.toISOString(), ...terms, lines };
      return askOutside(tools, 'taxes', question, lines, UNAVAILABLE, (body) => readAnswer(body, lines, taxShape(asked)));
    },
  };
}

const UNAVAILABLE: TaxAnswer = { problem: 'TAX_UNAVAILABLE' };

const taxShape = (asked: TaxQuestion): AnswerShape<TaxedThing, RawLine, TaxAnswer> => {
  const things = new Map(asked.lines.map((thing) => [thing.id, thing]));
  return {
    schema: Line,
    nameOf: ({ id }) => id,
    nameOfRaw: ({ id }) => id,
    instead: UNAVAILABLE,
    judge({ id, currency, taxes, relief }) {
      const thing = things.get(id);
      if (!thing) return 'was not asked for';
      if (currency !== asked.currency) return `is in ${currency}, not in ${asked.currency}`;
      return faultOfTaxes({ taxes, relief }, thing, asked) ?? { taxes, relief };
    },
  };
};
