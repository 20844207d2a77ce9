import type { ErrorFile } from '../load/error-file.ts';
import type { StateFile } from '../load/state-file.ts';
import { Refused, type Product } from '../product/ask.ts';
import { loadPrices } from '../product/load-catalog.ts';
import type { Ladder } from '../uci/ladder.ts';
import { takeEach } from './take-each.ts';
import { planWaves } from './plan-waves.ts';
import { createPriceFeed, type ExtraSteps } from './price-feed.ts';
import { Differs, replaySale, type People } from './replay-sale.ts';
import type { Sale } from './sale.ts';
import { addSale, newTally, type ReplayTally } from './tally-replay.ts';

/** Which sales are done the product knows itself; here is what only we know. */
export interface ReplayState {
  readonly extraSteps: ExtraSteps;
}

export interface Replay {
  readonly sales: readonly Sale[];
  readonly ladders: ReadonlyMap<string, Ladder>;
  readonly priceList: string;
  readonly administrator: Product;
  readonly people: People;
  readonly concurrency: number;
  readonly state: StateFile<ReplayState>;
  readonly errors: ErrorFile;
  readonly onSale: (tally: ReplayTally) => void;
}

/** Wave by wave: the prices of the day are loaded, then its carts are filled, watched and ordered. At the end the list is the catalog's again. */
export async function runReplay(replay: Replay): Promise<ReplayTally> {
  const { administrator, priceList, state } = replay;
  const feed = createPriceFeed(replay.ladders, state.earlier?.extraSteps);
  let tally = newTally();

  for (const wave of planWaves(replay.sales)) {
    const prices = feed.pricesFor(wave.needs);
    state.save({ extraSteps: feed.extraSteps() }); // before the list changes: a run that is cut short knows what it left there
    await loadPrices(administrator, priceList, prices);
    tally = { ...tally, priceChanges: tally.priceChanges + (prices.length > 0 ? 1 : 0), pricesLoaded: tally.pricesLoaded + prices.length };
    await takeEach(wave.sales, replay.concurrency, async (sale) => {
      const done = await replayed(replay, sale);
      tally = addSale(tally, sale, done);
      replay.onSale(tally);
    });
  }
  await loadPrices(administrator, priceList, feed.pricesAfter(new Date()));
  state.clear();
  return tally;
}

async function replayed({ people, errors }: Replay, sale: Sale) {
  try {
    return await replaySale(people, sale);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof Differs)) throw error;
    errors.write([{ row: Number(sale.invoice.number), code: error instanceof Refused ? error.code : 'DIFFERS', message: error.message }]);
    return undefined;
  }
}
