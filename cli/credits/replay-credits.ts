import type { ErrorFile } from '../load/error-file.ts';
import type { Progress } from '../load/progress.ts';
import type { StateFile } from '../load/state-file.ts';
import { Refused, type Product } from '../product/ask.ts';
import { Differs, type People } from '../replay/replay-sale.ts';
import { takeEach } from '../replay/take-each.ts';
import { findOrderLines, readOrderIds, type WantedLine } from './order-lines.ts';
import { creditOf, putTogether, refuseOtherCredit, seeThrough } from './return-goods.ts';
import { CREDIT_REFUSALS, type Credit, type RefusedLine } from './read-credits.ts';

/** Which return each credit became, with the lines it is of: a run that is cut short goes on with the same. */
export interface CreditState {
  readonly begun: { readonly [credit: string]: { readonly returnId: string; readonly lines: readonly { readonly orderLineId: string; readonly quantity: number; readonly price: string }[] } };
  readonly done: readonly string[];
}

export interface CreditTally {
  /** Returns that were made, by customers, of lines of orders; and what they brought back, in pence. */
  returns: number;
  lines: number;
  creditedMinor: bigint;
  /** Credits that were returns before this run. */
  before: number;
  /** Credits of which nothing could become a return. */
  empty: number;
  /** Credits that the product refused, or made something else of. */
  refused: number;
  /** Lines that could not, and credits that the product refused, each with how often. */
  readonly refusals: Map<string, number>;
  differing: number;
}

export interface ReplayCredits {
  readonly credits: readonly Credit[];
  readonly administrator: Product;
  readonly people: Pick<People, 'buyerOf'>;
  readonly reason: string;
  readonly concurrency: number;
  readonly state: StateFile<CreditState>;
  readonly errors: ErrorFile;
  readonly progress: Progress;
}

/** Makes returns of credits, each customer's one after the other: they put together one return at a time. */
export async function replayCredits({ credits, administrator, people, reason, concurrency, state, errors, progress }: ReplayCredits): Promise<CreditTally> {
  const orderIds = await readOrderIds(administrator);
  const tally: CreditTally = { returns: 0, lines: 0, creditedMinor: 0n, before: 0, empty: 0, refused: 0, refusals: new Map(), differing: 0 };
  const begun = new Map(Object.entries(state.earlier?.begun ?? {}));
  const done = new Set(state.earlier?.done);
  const save = (): void => state.save({ begun: Object.fromEntries(begun), done: [...done] });
  let looked = 0;

  async function replay(credit: Credit): Promise<void> {
    if (done.has(credit.number)) return void tally.before++;
    refuseLines(credit.refused);
    const both = { buyer: await people.buyerOf(credit.customerId), administrator, reason };
    let known = begun.get(credit.number);
    if (!known) {
      const { wanted, refused } = await findOrderLines(both.buyer, credit.lines, orderIds);
      refuseLines(refused);
      if (wanted.length === 0) return void tally.empty++;
      known = { returnId: await putTogether(both, wanted), lines: wanted.map((line) => ({ ...line, price: String(line.price) })) };
      begun.set(credit.number, known);
      save(); // before it is submitted: from then on it is this one
    }
    const lines: WantedLine[] = known.lines.map((line) => ({ ...line, price: BigInt(line.price) }));
    refuseOtherCredit(await seeThrough(both, credit.number, known.returnId), lines, credit.number);
    begun.delete(credit.number);
    done.add(credit.number);
    save();
    tally.returns++;
    tally.lines += lines.length;
    tally.creditedMinor += creditOf(lines);
  }

  function refuseLines(lines: readonly RefusedLine[]): void {
    errors.write(lines.map(({ row, reason }) => ({ row, code: reason, message: CREDIT_REFUSALS[reason] })));
    for (const { reason } of lines) count(tally.refusals, reason);
  }

  await takeEach([...Map.groupBy(credits, ({ customerId }) => customerId).values()], concurrency, async (ofCustomer) => {
    for (const credit of ofCustomer) {
      await replay(credit).catch((error: unknown) => {
        if (!(error instanceof Refused || error instanceof Differs)) throw error;
        const code = error instanceof Refused ? error.code : 'DIFFERS';
        tally.refused++;
        if (error instanceof Differs) tally.differing++;
        errors.write([{ row: credit.lines[0]?.row ?? 0, code, message: `${credit.number}: ${error.message}` }]);
        count(tally.refusals, code);
      });
      progress.update(++looked / credits.length, `${tally.returns} returns`);
    }
  });
  return tally;
}

const count = (counts: Map<string, number>, what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
