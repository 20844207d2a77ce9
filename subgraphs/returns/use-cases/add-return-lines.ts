import { refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import type { OrderedLine } from '../domain/ordered-line.ts';
import { addLines, priceLines, refuseMalformed, type OrderedLines, type WantedReturn } from '../domain/return-draft.ts';
import { problemsOfBilling, problemsOfLines, refusalOf } from '../domain/return-problems.ts';
import { requireSetUp } from '../domain/return-setup.ts';
import type { Return } from '../entities/return.ts';
import { askLinesToReturn } from '../peers/orders.ts';
import { beginReturn, pendingOf } from './begin-return.ts';
import { changeReturn, Overtaken, tryAgain } from './change-return.ts';
import { checkWholeUnits } from './check-whole-units.ts';
import { findDefaultParties } from './find-parties.ts';
import { refuseStale, requireReturner } from './guard-returns.ts';
import { judgeReturn } from './judge-return.ts';
import { saveLines } from './save-lines.ts';

export interface AddedLines {
  readonly lines: readonly WantedReturn[];
  readonly expectedVersion?: number | null;
}

/**
 * The buyer puts order lines into the one return they are putting together in that currency; made when there is none. Where the
 * seller must agree, all that cannot come back is refused here; elsewhere when it is submitted. [RET-03, RET-07..09, RET-16, RET-20, RET-36]
 */
export async function addReturnLines(context: ReturnsContext, { lines: wanted, expectedVersion }: AddedLines): Promise<Return> {
  const viewer = requireReturner(context);
  const setUp = requireSetUp(context.config);
  refuseMalformed(wanted, context.config);
  const ids = wanted.map((line) => line.orderLineId);
  return tryAgain(async () => {
    const known = await askLinesToReturn(context.ask, ids);
    const { currency, billToAccountId } = theirsAlone(viewer, [...known.values()]);
    await checkWholeUnits(context, wanted.map(({ orderLineId, quantity }) => ({ ...quantityOf(known.get(orderLineId)), quantity })));
    const pending = await pendingOf(context.db, viewer, currency);
    const ordered = pending ? await askLinesToReturn(context.ask, ids, pending.id) : known;
    const parties = pending ? null : await findDefaultParties(context, viewer, [...ordered.values()]);

    const after = await context.db.transact(async (tx) => {
      const now = context.clock.now();
      const before = (await pendingOf(tx, viewer, currency)) ?? (parties && (await beginReturn(tx, { viewer, currency, billToAccountId, setUp, parties, now })));
      if (!before) throw new Overtaken(); // it was given up meanwhile
      refuseStale(before, expectedVersion);
      judgeReturn(viewer, before, 'edit', { hasLines: true });
      const present = await tx.sql.selectFrom('ReturnLine').selectAll().where('returnId', '=', before.id).orderBy('id').execute();
      const lines = priceLines(addLines(present, wanted, ordered, setUp), ordered, setUp);
      if (context.config.approval) refuseWrong(context, before, lines.filter(({ orderLineId }) => ordered.has(orderLineId)), ordered, now);
      return changeReturn(tx, before, await saveLines(tx, viewer, before, lines), { type: 'RETURN_LINES_ADDED', actorId: viewer.id, now });
    });
    context.loaders.linesOfReturn.clear(after.id);
    return after;
  }, { expectedVersion });
}

function refuseWrong({ config }: ReturnsContext, { billToAccountId }: Return, lines: Parameters<typeof problemsOfLines>[0], ordered: OrderedLines, now: Date): void {
  const refusal = refusalOf([...problemsOfLines(lines, ordered, config, now), ...problemsOfBilling(billToAccountId, lines, ordered)], { detailed: true });
  if (refusal) throw refusal;
}

const quantityOf = (line: OrderedLine | undefined): Pick<OrderedLine, 'sku' | 'uom'> => ({ sku: line?.sku ?? '', uom: line?.uom ?? '' });

/** Buyers return what their own account bought, in one currency at a time; the credit is for whoever was billed for it. */
function theirsAlone(viewer: Viewer, ordered: readonly OrderedLine[]): Pick<OrderedLine, 'currency' | 'billToAccountId'> {
  const [first] = ordered;
  const foreign = ordered.find((line) => line.accountId !== viewer.accountId);
  if (!first || foreign) throw refuse('NOT_FOUND', 'There is no such order line.', { orderLineId: foreign?.id });
  if (ordered.some((line) => line.currency !== first.currency)) throw refuse('AMOUNT_CURRENCY_MISMATCH', 'Return orders of different currencies one after the other.');
  return first;
}
