import DataLoader from 'dataloader';
import type { Clock } from '#kernel/clock.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { PriceAnswer, StockAnswer } from '../domain/outside-answer.ts';
import type { OutsideSystems, PriceLine, StockLine } from '../outside/ports.ts';

type PriceKey = PriceLine & { readonly currency: string };

export interface OutsideLoaders {
  readonly price: DataLoader<PriceKey, PriceAnswer, string>;
  readonly stock: DataLoader<StockLine, StockAnswer, string>;
}

/** One set a request: a list of products costs one call to each outside system. */
export function createOutsideLoaders({ prices, inventory }: OutsideSystems, viewer: Viewer | null, clock: Clock): OutsideLoaders {
  async function pricesIn(currency: string, lines: readonly PriceKey[]): Promise<PriceAnswer[]> {
    const question = { accountId: viewer?.accountId ?? null, currency, at: clock.now(), lines, force: false };
    return prices ? prices.prices(question) : lines.map(() => ({ problem: 'PRICE_UNAVAILABLE' }));
  }

  return {
    price: new DataLoader(
      async (lines) => {
        const byCurrency = Map.groupBy(lines, ({ currency }) => currency);
        const answers = new Map<PriceKey, PriceAnswer>();
        for (const [currency, some] of byCurrency) {
          const answered = await pricesIn(currency, some);
          some.forEach((line, i) => answers.set(line, answered[i] as PriceAnswer));
        }
        return lines.map((line) => answers.get(line) as PriceAnswer);
      },
      { cacheKeyFn: (line) => JSON.stringify([line.sku, line.uom, line.quantity, line.currency]) },
    ),
    stock: new DataLoader(async (lines) => (inventory ? inventory.availability(lines) : lines.map((): StockAnswer => ({ problem: 'AVAILABILITY_UNKNOWN' }))), {
      cacheKeyFn: (line) => JSON.stringify([line.sku, line.uom, line.on]),
    }),
  };
}
