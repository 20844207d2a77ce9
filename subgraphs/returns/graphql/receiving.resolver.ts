import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { isSeller, seesNetPrices } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import { quantityOf, stageOf, type LineStage } from '../domain/pieces.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import type { ReturnPiece } from '../entities/return-piece.ts';
import type { ReturnReceipt } from '../entities/return-receipt.ts';
import { LineStageEnum } from './receiving-enums.ts';
import { ReturnPieceType, ReturnReceiptType } from './receiving.type.ts';
import { ReturnLineType } from './return-line.type.ts';
import { ReturnType } from './return.type.ts';

@Resolver(() => ReturnType)
export class ReturnReceivingResolver {
  @FieldResolver(() => [ReturnReceiptType], { description: 'When goods of it arrived, the first time first.' })
  receipts(@Root() { id }: Return, @Ctx() { loaders }: ReturnsContext): Promise<ReturnReceipt[]> {
    return loaders.receiptsOfReturn.load(id);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What credit memos give back for it so far; null for who may not see net prices.' })
  creditedTotal(@Root() { creditedMinor, currency }: Return, @Ctx() { viewer }: ReturnsContext): Money | null {
    return seesNetPrices(viewer) ? moneyOf(creditedMinor, currency) : null;
  }
}

/** How far a line is. [RET-39] */
@Resolver(() => ReturnLineType)
export class ReturnLineReceivingResolver {
  @FieldResolver(() => LineStageEnum, { description: 'How far it is: as far as the part of it that is furthest behind.' })
  async stage(@Root() line: ReturnLine, @Ctx() context: ReturnsContext): Promise<LineStage> {
    return stageOf(line.quantityMicro, await piecesOf(line, context));
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it arrived.' })
  async receivedQuantity(@Root() line: ReturnLine, @Ctx() context: ReturnsContext): Promise<string> {
    return fromMicro(quantityOf(await piecesOf(line, context)));
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it was decided about.' })
  async disposedQuantity(@Root() line: ReturnLine, @Ctx() context: ReturnsContext): Promise<string> {
    return fromMicro(quantityOf((await piecesOf(line, context)).filter(({ disposition }) => disposition != null)));
  }

  @FieldResolver(() => [ReturnPieceType], { description: 'What of it arrived, in what condition, and what became of it.' })
  async pieces(@Root() line: ReturnLine, @Ctx() context: ReturnsContext): Promise<ReturnPieceType[]> {
    const [pieces, receipts] = [await piecesOf(line, context), await context.loaders.receiptsOfReturn.load(line.returnId)];
    const seesRemarks = context.viewer !== null && isSeller(context.viewer);
    return pieces.flatMap((piece) => {
      const receipt = receipts.find(({ id }) => id === piece.receiptId);
      return receipt ? { ...piece, quantity: fromMicro(piece.quantityMicro), receipt, remark: seesRemarks ? piece.remark : null } : [];
    });
  }
}

async function piecesOf({ id, returnId }: ReturnLine, { loaders }: ReturnsContext): Promise<ReturnPiece[]> {
  return (await loaders.piecesOfReturn.load(returnId)).filter(({ returnLineId }) => returnLineId === id);
}
