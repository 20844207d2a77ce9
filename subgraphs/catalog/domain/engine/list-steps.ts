import { scaleUnit, unitMoneyOf } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import type { ListPrice } from './choose-list.ts';
import { priceAfter, withStep, type Candidate, type Step } from './waterfall.ts';

/** From nothing to the price the list gives for the quantity, in the currency of the document: what it is put together of, the list price, the tier. */
export function listSteps({ list, exchange, found, unitMicro }: ListPrice, losers: readonly Candidate[], currency: string): Step[] {
  const inDocument = (micro: bigint): bigint => (exchange ? scaleUnit(micro, exchange.factor) : micro);
  const source = { source: list.code, sourceVersion: list.version };
  const amount = (micro: bigint): string => unitMoneyOf(inDocument(micro), currency).amount;
  const { listMicro, tier, passed, next, note, origin } = found;
  const ahead = next ? `Next tier from ${fromMicro(next.minQuantityMicro)}: ${amount(next.unitPriceMicro)}` : null;
  const isTier = tier.unitPriceMicro !== listMicro;

  let steps: Step[] = [];
  for (const { kind, source: of, afterMicro, note: how } of origin) steps = withStep(steps, { kind, source: of, sourceVersion: list.version, afterMicro: inDocument(afterMicro), note: how });
  steps = withStep(steps, { kind: 'LIST', ...source, afterMicro: inDocument(listMicro), note: sentences(note, isTier ? null : ahead), losers });
  if (isTier) {
    const reached = `From ${fromMicro(tier.minQuantityMicro)}: ${amount(tier.unitPriceMicro)}`;
    const beaten = passed.filter((other) => other.unitPriceMicro !== listMicro);
    steps = withStep(steps, {
      kind: 'TIER',
      ...source,
      afterMicro: inDocument(tier.unitPriceMicro),
      note: sentences(reached, ahead),
      losers: beaten.map((other) => ({
        source: `${list.code} from ${fromMicro(other.minQuantityMicro)}`,
        unitMicro: inDocument(other.unitPriceMicro),
        reason: LOSES[list.tierRule],
      })),
    });
  }
  if (!exchange) return steps;
  const { source: pair, version, note: rate, decimals } = exchange;
  steps = withStep(steps, { kind: 'CONVERSION', source: pair, sourceVersion: version, afterMicro: priceAfter(steps), note: rate });
  if (priceAfter(steps) === unitMicro) return steps;
  return withStep(steps, { kind: 'ROUNDING', source: pair, sourceVersion: version, afterMicro: unitMicro, note: `To ${decimals} decimals` });
}

const sentences = (...texts: (string | null)[]): string | null => texts.filter((text) => text !== null).join('. ') || null;

const LOSES = { CHEAPEST: 'A tier that the quantity reaches is cheaper.', REACHED: 'The quantity reaches a higher tier.' } as const;
