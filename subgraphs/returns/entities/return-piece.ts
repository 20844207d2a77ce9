import { defineEntity, p } from '@mikro-orm/core';
import { CONDITIONS, DISPOSITIONS, type Condition, type Disposition } from '../domain/dispositions.ts';

/** So much of a return line that arrived together and is at the same step: received, then inspected, then disposed of. */
export const ReturnPieceSchema = defineEntity({
  name: 'ReturnPiece',
  tableName: 'return_piece',
  properties: {
    id: p.string().primary(),
    returnId: p.string(),
    returnLineId: p.string(),
    accountId: p.string(),
    receiptId: p.string(),
    /** Of products that have them a piece is one unit. */
    serialNumber: p.string().nullable(),
    quantityMicro: p.bigint('bigint'),
    /** Null until somebody looked at it. */
    condition: p.string().$type<Condition>().nullable(),
    /** What who looked at it wrote, for the seller only. */
    remark: p.string().nullable(),
    inspectedById: p.string().nullable(),
    inspectedAt: p.datetime().nullable(),
    /** Null until it was decided what becomes of it. */
    disposition: p.string().$type<Disposition>().nullable(),
    disposedById: p.string().nullable(),
    disposedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['returnId', 'id'] }, { properties: ['returnLineId'] }, { properties: ['accountId', 'id'] }],
  checks: [
    { name: 'return_piece_condition', expression: `condition in ('${CONDITIONS.join("', '")}')` },
    { name: 'return_piece_disposition', expression: `disposition in ('${DISPOSITIONS.join("', '")}')` },
    { name: 'return_piece_quantity', expression: 'quantity_micro > 0' },
    { name: 'return_piece_order', expression: 'disposition is null or condition is not null' },
  ],
});
export class ReturnPiece extends ReturnPieceSchema.class {}
ReturnPieceSchema.setClass(ReturnPiece);
