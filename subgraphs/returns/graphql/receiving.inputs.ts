import { Field, ID, InputType, Int } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { Condition, Disposition } from '../domain/dispositions.ts';
import type { ReceivedLine } from '../domain/receive-goods.ts';
import type { DisposeReturn, WantedDisposition } from '../use-cases/dispose-return.ts';
import type { Handling } from '../use-cases/handle-return.ts';
import type { Finding, InspectReturn } from '../use-cases/inspect-return.ts';
import type { ReceiveReturn } from '../use-cases/receive-return.ts';
import { ConditionEnum, DispositionEnum } from './receiving-enums.ts';

@InputType('HandleReturnInput', { description: 'A return, for the back office.' })
export class HandleReturnInput implements Handling {
  @Field(() => ID, { description: "The return's id." })
  returnId: string;
  @Field(() => Int, { nullable: true, description: 'Refused with STALE_VERSION when the return is no longer at this version.' })
  expectedVersion?: number | null;
  @Field(() => String, { nullable: true, description: 'Made by the client: a repeat with the same key does nothing more.' })
  idempotencyKey?: string | null;
}

@InputType('ReceivedLineInput', { description: 'How much of a return line arrived.' })
export class ReceivedLineInput implements ReceivedLine {
  @Field(() => ID, { description: 'The return line.' })
  returnLineId: string;
  @Field(() => DecimalScalar, { description: 'How much, in the unit of the line.' })
  quantity: string;
  @Field(() => [String], { nullable: true, description: 'Of products that have them, the serial number of each piece; upper and lower case are the same.' })
  serialNumbers?: string[] | null;
}

@InputType('ReceiveReturnInput', { description: 'Goods of a return arrived.' })
export class ReceiveReturnInput extends HandleReturnInput implements ReceiveReturn {
  @Field(() => [ReceivedLineInput], { description: 'Each return line once.' })
  lines: ReceivedLineInput[];
  @Field(() => String, { nullable: true, description: 'What the parcel said, such as its tracking number.' })
  reference?: string | null;
}

@InputType('FindingInput', { description: 'What was found of goods that arrived.' })
export class FindingInput implements Finding {
  @Field(() => ID, { description: 'The return line.' })
  returnLineId: string;
  @Field(() => DecimalScalar, { description: 'How much of what arrived and nobody looked at yet.' })
  quantity: string;
  @Field(() => ConditionEnum, { description: 'What was found.' })
  condition: Condition;
  @Field(() => [String], { nullable: true, description: 'Which pieces; left out, the first that arrived.' })
  serialNumbers?: string[] | null;
  @Field(() => String, { nullable: true, description: 'More about it, for the seller only.' })
  remark?: string | null;
}

@InputType('InspectReturnInput', { description: 'What was found of goods of a return.' })
export class InspectReturnInput extends HandleReturnInput implements InspectReturn {
  @Field(() => [FindingInput], { description: 'At least one.' })
  findings: FindingInput[];
}

@InputType('DispositionInput', { description: 'What becomes of goods that were looked at.' })
export class DispositionInput implements WantedDisposition {
  @Field(() => ID, { description: 'The return line.' })
  returnLineId: string;
  @Field(() => DecimalScalar, { description: 'How much of what was looked at and not disposed of.' })
  quantity: string;
  @Field(() => DispositionEnum, { description: 'What becomes of it.' })
  disposition: Disposition;
  @Field(() => ConditionEnum, { nullable: true, description: 'Only of what was found in this condition.' })
  condition?: Condition | null;
  @Field(() => [String], { nullable: true, description: 'Which pieces; left out, the first that arrived.' })
  serialNumbers?: string[] | null;
}

@InputType('DisposeReturnInput', { description: 'What becomes of goods of a return.' })
export class DisposeReturnInput extends HandleReturnInput implements DisposeReturn {
  @Field(() => [DispositionInput], { description: 'At least one.' })
  dispositions: DispositionInput[];
}
