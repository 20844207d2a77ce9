import { z } from 'zod';
import { microFrom, unitMoneyOf } from '#kernel/money.ts';
import type { PriceAnswer } from '../domain/outside-answer.ts';
import { askOnce } from './ask-once.ts';
import { askOutside, type OutsideTools } from './ask-outside.ts';
import { httpTotals } from './http-totals.ts';
import type { PriceLine, PriceSource } from './ports.ts';
import { Amount, Moment, readAnswer, type AnswerShape } from './read-answer.ts';

const Named = { sku: z.string(), uom: z.string(), quantity: z.string() };
const Line = z.union([
  z.object({ ...Named, problem: z.literal('NO_PRICE') }),
  z.object({ ...Named, unitPrice: Amount, currency: z.string(), validUntil: Moment.nullish(), cacheable: z.boolean().default(true), problem: z.undefined().optional() }),
]);
type RawLine = z.infer<typeof Line>;

interface AccountLine extends PriceLine {
  readonly accountId: string | null;
  readonly currency: string;
}

/** Prices of an outside system over HTTP (docs/protocols/price-source.md), kept by account, product, unit and quantity until they expire. [EXT-04, EXT-08] */
export function httpPrices(tools: OutsideTools): PriceSource {
  const now = (): number => tools.clock.now().getTime();
  const { ttlSeconds, noneSeconds, keep } = tools.config;
  const once = askOnce<AccountLine, PriceAnswer>({
    most: keep,
    now,
    keyOf: ({ accountId, currency, sku, uom, quantity }) => JSON.stringify([accountId, currency, sku, uom, quantity]),
    keepUntil(answer) {
      if ('problem' in answer) return answer.problem === 'PRICE_NOT_FOUND' ? now() + noneSeconds * 1_000 : undefined;
      if (!answer.cacheable) return 0;
      return answer.validUntil?.getTime() ?? now() + ttlSeconds * 1_000;
    },
  });

  return {
    ...httpTotals(tools),
    prices({ accountId, currency, at, lines, force }) {
      const asked = lines.map(({ sku, uom, quantity }) => ({ sku, uom, quantity, accountId, currency }));
      return once.answer(asked, () => force, (missing) => {
        const question = { account: accountId, currency, at: at.toISOString(), fresh: force, lines: missing.map(({ sku, uom, quantity }) => ({ sku, uom, quantity })) };
        return askOutside(tools, 'prices', question, missing, UNAVAILABLE, (body) => readAnswer(body, missing, priceShape(currency, tools.clock.now())));
      });
    },
    forget(items) {
      const bySku = Map.groupBy(items, ({ sku }) => sku);
      return once.forget(({ sku, uom, accountId }) => (bySku.get(sku) ?? []).some((item) => (item.uom ?? uom) === uom && (item.accountId ?? accountId) === accountId));
    },
  };
}

const UNAVAILABLE: PriceAnswer = { problem: 'PRICE_UNAVAILABLE' };
const nameOf = ({ sku, uom, quantity }: PriceLine): string => `${sku} ${uom} ${quantity}`;

function priceShape(currency: string, now: Date): AnswerShape<PriceLine, RawLine, PriceAnswer> {
  return {
    schema: Line,
    nameOf,
    nameOfRaw: nameOf,
    instead: UNAVAILABLE,
    judge(raw) {
      if (raw.problem) return { problem: 'PRICE_NOT_FOUND' };
      if (raw.currency !== currency) return `is in ${raw.currency}, not in ${currency}`;
      if (raw.validUntil && raw.validUntil <= now) return 'has expired already';
      return { unitPrice: unitMoneyOf(microFrom(raw.unitPrice), currency).amount, currency, validUntil: raw.validUntil ?? null, cacheable: raw.cacheable };
    },
  };
}
