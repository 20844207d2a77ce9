import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { Condition, Disposition } from '../domain/dispositions.ts';
import type { ReturnPiece } from '../entities/return-piece.ts';
import type { ReturnReceipt } from '../entities/return-receipt.ts';
import { ConditionEnum, DispositionEnum } from './receiving-enums.ts';

@ObjectType('ReturnReceipt', { simpleResolvers: true, description: 'Goods of a return arrived.' })
export class ReturnReceiptType implements Pick<ReturnReceipt, 'id' | 'number' | 'reference' | 'receivedAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as RR-2026-000123.' })
  number: string;
  @Field(() => String, { nullable: true, description: 'What the parcel said, such as its tracking number.' })
  reference: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When.' })
  receivedAt: Date;
}

@ObjectType('ReturnPiece', { simpleResolvers: true, description: 'So much of a return line that arrived together and is at the same step.' })
export class ReturnPieceType implements Pick<ReturnPiece, 'serialNumber' | 'condition' | 'inspectedAt' | 'disposition' | 'disposedAt'> {
  @Field(() => DecimalScalar, { description: 'How much, in the unit of the line.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: 'Of products that have them; null for others.' })
  serialNumber: string | null | undefined;
  @Field(() => ReturnReceiptType, { description: 'The receipt it came with.' })
  receipt: ReturnReceiptType;
  @Field(() => ConditionEnum, { nullable: true, description: 'What was found; null until somebody looked at it.' })
  condition: Condition | null | undefined;
  @Field(() => String, { nullable: true, description: 'What who looked at it wrote; the seller only.' })
  remark: string | null | undefined;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was looked at.' })
  inspectedAt: Date | null | undefined;
  @Field(() => DispositionEnum, { nullable: true, description: 'What becomes of it; null until that was decided.' })
  disposition: Disposition | null | undefined;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was decided.' })
  disposedAt: Date | null | undefined;
}
