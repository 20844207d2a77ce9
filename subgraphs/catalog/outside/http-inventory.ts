import { z } from 'zod';
import { readQuantity } from '#kernel/quantity.ts';
import type { StockAnswer } from '../domain/outside-answer.ts';
import { askOnce } from './ask-once.ts';
import { askOutside, type OutsideTools } from './ask-outside.ts';
import { httpReservations } from './http-reservations.ts';
import type { InventorySource, StockLine } from './ports.ts';
import { Amount, Moment, readAnswer, type AnswerShape } from './read-answer.ts';

const Line = z.object({
  sku: z.string(),
  uom: z.string(),
  on: z.string().nullish(),
  available: Amount.nullable(),
  validUntil: Moment.nullish(),
  cacheable: z.boolean().default(true),
});
type RawLine = z.infer<typeof Line>;

/** Stock of an outside system over HTTP (docs/protocols/inventory-source.md), kept by product, unit and day until it expires. [EXT-06] */
export function httpInventory(tools: OutsideTools): InventorySource {
  const now = (): number => tools.clock.now().getTime();
  const once = askOnce<StockLine, StockAnswer>({
    most: tools.config.keep,
    now,
    keyOf: nameOf,
    keepUntil(answer) {
      if ('problem' in answer) return undefined;
      if (!answer.cacheable) return 0;
      return answer.validUntil?.getTime() ?? now() + tools.config.ttlSeconds * 1_000;
    },
  });

  return {
    ...httpReservations(tools),
    availability: (lines) =>
      once.answer(lines, ({ force }) => force, (missing) => {
        const question = { lines: missing.map(({ sku, uom, on, force }) => ({ sku, uom, on: on?.toISOString(), fresh: force })) };
        return askOutside(tools, 'availability', question, missing, UNKNOWN, (body) => readAnswer(body, missing, stockShape(tools.clock.now())));
      }),
    forget(skus) {
      const gone = new Set(skus);
      return once.forget(({ sku }) => gone.has(sku));
    },
  };
}

const UNKNOWN: StockAnswer = { problem: 'AVAILABILITY_UNKNOWN' };
const nameOf = ({ sku, uom, on }: StockLine): string => JSON.stringify([sku, uom, on?.toISOString() ?? null]);

const stockShape = (now: Date): AnswerShape<StockLine, RawLine, StockAnswer> => ({
  schema: Line,
  nameOf,
  nameOfRaw: ({ sku, uom, on }) => JSON.stringify([sku, uom, on ?? null]),
  instead: UNKNOWN,
  judge({ available, validUntil, cacheable }) {
    if (validUntil && validUntil <= now) return 'has expired already';
    return { available: available === null ? null : readQuantity(available), validUntil: validUntil ?? null, cacheable };
  },
});
