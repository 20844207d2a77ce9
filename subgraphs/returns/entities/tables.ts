import { NumberSeries, NumberSeriesSchema } from './number-series.ts';
import { Return, ReturnSchema } from './return.ts';
import { ReturnCredit, ReturnCreditSchema } from './return-credit.ts';
import { ReturnLine, ReturnLineSchema } from './return-line.ts';
import { ReturnPiece, ReturnPieceSchema } from './return-piece.ts';
import { ReturnReceipt, ReturnReceiptSchema } from './return-receipt.ts';

export interface ReturnsTables {
  Return: Return;
  ReturnLine: ReturnLine;
  ReturnReceipt: ReturnReceipt;
  ReturnPiece: ReturnPiece;
  ReturnCredit: ReturnCredit;
  NumberSeries: NumberSeries;
}

export const returnsEntities = [ReturnSchema, ReturnLineSchema, ReturnReceiptSchema, ReturnPieceSchema, ReturnCreditSchema, NumberSeriesSchema];
