import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { allocate } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { ReturnsContext, ReturnsTx } from '../context.ts';
import { CONSEQUENCES } from '../domain/dispositions.ts';
import { quantityOf } from '../domain/pieces.ts';
import { readArrived, refuseOver, type Arrived, type NewPiece, type OverLine, type ReceivedLine } from '../domain/receive-goods.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { askShippedPieces, extendClaim, type ExtendedClaim } from '../peers/shipped-goods.ts';
import { changeReturn, Overtaken } from './change-return.ts';
import { FACTS, handleReturn, refuseStale, wasHandled, type Handled, type Handling } from './handle-return.ts';
import { judgeReturn } from './judge-return.ts';
import { readReturn } from './read-return.ts';
import { takeNumber } from './take-number.ts';

export interface ReceiveReturn extends Handling {
  readonly lines: readonly ReceivedLine[];
  readonly reference?: string | null;
}

/**
 * Goods came back: all that was announced, or a part of it; more only where that is taken in and orders has so much to
 * give. Killed after asking orders for more, a repeat asks for the same again. [RET-39]
 */
export async function receiveReturn(context: ReturnsContext, input: ReceiveReturn): Promise<Return> {
  const { returnId, lines: wanted, reference, idempotencyKey: key } = input;
  const command = { operation: 'receiveReturn', key, body: input };
  const before = await readReturn(context, returnId);
  if (await wasHandled(context, command)) return before;
  judgeReturn(requireViewer(context), before, 'receive', FACTS);
  refuseStale(before, input.expectedVersion); // before orders is asked for anything

  const lines = await context.loaders.linesOfReturn.load(before.id);
  const shipped = await askShippedPieces(context.ask, lines.map((line) => line.orderLineId));
  const { over, pieces } = readArrived(lines, await context.loaders.piecesOfReturn.load(before.id), wanted, shipped);
  await refuseElsewhere(context.db, before.id, lines, pieces);
  if (context.config.overReceipt === 'REFUSE') refuseOver(over);
  const more = over.map(({ line, quantityMicro }) => ({ orderLineId: line.orderLineId, quantityMicro }));
  const extended = more.length > 0 ? await extendClaim(context.ask, { returnId: before.id, version: before.version, lines: more, shippedOnly: context.config.shippedOnly }) : new Map<string, ExtendedClaim>();

  return handleReturn(context, input, 'receive', command, async (tx, handled) => {
    const { id } = handled.before;
    const arrived = readArrived(handled.lines, handled.pieces, wanted, shipped);
    if (extended.size > 0 && handled.before.version !== before.version) throw new Overtaken(); // orders may have been told otherwise since
    await refuseElsewhere(tx, id, handled.lines, arrived.pieces);
    const added = await growLines(tx, arrived.over, extended, handled);
    const number = await writeReceipt(tx, handled, arrived.pieces, reference ?? null);
    const isAll = isComplete(handled, arrived, added);
    const { to: status } = judgeReturn(handled.viewer, handled.before, isAll ? 'receiveAll' : 'receive', FACTS);
    const changes = { status, refundTotalMinor: handled.before.refundTotalMinor + added.refundMinor };
    await changeReturn(tx, handled.before, changes, { type: 'RETURN_RECEIVED', actorId: handled.viewer.id, now: handled.now, payload: { receiptNumber: number, lines: told(handled.lines, arrived.pieces) } });
  });
}

interface Added {
  readonly refundMinor: bigint;
  readonly micro: ReadonlyMap<string, bigint>;
}

/** What came beyond what was announced belongs to the return from now on, at what orders said it brings back. */
async function growLines({ sql }: ReturnsTx, over: readonly OverLine[], extended: ReadonlyMap<string, ExtendedClaim>, { before }: Handled): Promise<Added> {
  let refundMinor = 0n;
  const micro = new Map<string, bigint>();
  for (const { line, quantityMicro } of over) {
    const claim = extended.get(line.orderLineId);
    if (!claim || claim.quantityMicro < quantityMicro) throw refuse('CONFLICT', 'More of this return arrived at the same moment. Try again.', { returnId: before.id });
    const { refundMinor: known } = await sql.selectFrom('ReturnLine').select('refundMinor').where('id', '=', line.id).executeTakeFirstOrThrow();
    const [part = 0n] = allocate(claim.refundMinor, [quantityMicro, claim.quantityMicro - quantityMicro], before.currency); // a lost receipt may have claimed more
    await sql.updateTable('ReturnLine').set({ quantityMicro, refundMinor: part }).where('id', '=', line.id).execute();
    micro.set(line.id, quantityMicro);
    refundMinor += part - known;
  }
  return { refundMinor, micro };
}

/** What has a serial number arrives once: in another return of its order line it may wait, or be kept. */
async function refuseElsewhere({ sql }: Pick<ReturnsTx, 'sql'>, returnId: string, lines: readonly ReturnLine[], pieces: readonly NewPiece[]): Promise<void> {
  for (const { returnLineId, serialNumber } of pieces) {
    const line = lines.find(({ id }) => id === returnLineId);
    if (serialNumber === null || !line) continue;
    const { orderId, orderLineId, sku } = line;
    const same = await sql.selectFrom('ReturnPiece').select(['disposition', 'returnId']).where('serialNumber', '=', serialNumber).where('returnId', '!=', returnId)
      .where('returnLineId', 'in', (eb) => eb.selectFrom('ReturnLine').select('id').where('orderId', '=', orderId).where('orderLineId', '=', orderLineId)).execute();
    const there = same.find(({ disposition }) => disposition == null || CONSEQUENCES[disposition].isKept);
    if (there) throw refuse('BAD_USER_INPUT', `${sku} ${serialNumber} has arrived with another return.`, { returnLineId, sku, serialNumber, otherReturnId: there.returnId });
  }
}

async function writeReceipt(tx: ReturnsTx, { before: { id: returnId, accountId }, viewer, now }: Handled, pieces: readonly NewPiece[], reference: string | null): Promise<string> {
  const receiptId = newId();
  const number = await takeNumber(tx, `RR-${now.getUTCFullYear()}`);
  await tx.sql.insertInto('ReturnReceipt').values({ id: receiptId, returnId, accountId, number, reference, receivedById: viewer.id, receivedAt: now }).execute();
  const unseen = { condition: null, remark: null, inspectedById: null, inspectedAt: null, disposition: null, disposedById: null, disposedAt: null };
  await tx.sql.insertInto('ReturnPiece').values(pieces.map((piece) => ({ ...piece, ...unseen, id: newId(), returnId, accountId, receiptId }))).execute();
  return number;
}

const isComplete = ({ lines, pieces }: Handled, arrived: Arrived, added: Added): boolean =>
  lines.every(({ id, quantityMicro }) => quantityOf([...pieces, ...arrived.pieces].filter(({ returnLineId }) => returnLineId === id)) >= (added.micro.get(id) ?? quantityMicro));

const told = (lines: readonly ReturnLine[], pieces: readonly NewPiece[]): object[] =>
  [...Map.groupBy(pieces, (piece) => piece.returnLineId)].map(([returnLineId, some]) => ({ returnLineId, orderLineId: lines.find(({ id }) => id === returnLineId)?.orderLineId, quantity: fromMicro(quantityOf(some)) }));

