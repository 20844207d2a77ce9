import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { ConfirmShipment, SerialsOfLine } from '../use-cases/confirm-shipment.ts';
import type { QuantityOfLine } from '../use-cases/move-lines.ts';
import type { AppliedAmount, RecordReceipt } from '../use-cases/apply-payment.ts';
import type { PackLines } from '../use-cases/pack-lines.ts';
import type { ShipLines, ShippedLine } from '../use-cases/ship-lines.ts';

@InputType('LineQuantityInput', { description: 'How much of an order line.' })
export class LineQuantityInput implements QuantityOfLine {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => DecimalScalar, { description: 'How much, in the unit of the line; more than zero.' })
  quantity: string;
}

@InputType('ShippedLineInput', { description: 'How much of an order line left.' })
export class ShippedLineInput implements ShippedLine {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => DecimalScalar, { description: 'How much, in the unit of the line; more than zero.' })
  quantity: string;
  @Field(() => [String], { nullable: true, description: 'Of a product each piece of which has a serial number: one for each piece.' })
  serialNumbers?: string[] | null;
}

@InputType('LineSerialsInput', { description: 'The serial numbers of an order line.' })
export class LineSerialsInput implements SerialsOfLine {
  @Field(() => ID, { description: 'The order line.' })
  orderLineId: string;
  @Field(() => [String], { description: 'One for each piece.' })
  serialNumbers: string[];
}

@InputType('ShipLinesInput', { description: 'A parcel that left.' })
export class ShipLinesInput implements ShipLines {
  @Field(() => [ShippedLineInput], { description: 'What is in it, each order line once; all of one customer.' })
  lines: ShippedLineInput[];
  @Field(() => [LineSerialsInput], { nullable: true, description: 'Of what is within the lines, where each piece has a serial number.' })
  componentSerials?: LineSerialsInput[] | null;
  @Field(() => String, { nullable: true, description: 'Who brings it.' })
  carrier?: string | null;
  @Field(() => String, { nullable: true, description: 'The journey it goes along with.' })
  trip?: string | null;
  @Field(() => [String], { nullable: true, description: 'The numbers the carrier tracks it by.' })
  trackingNumbers?: string[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it left; now when absent.' })
  shippedAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Made by the client, one a parcel: a repeat with the same key answers with the same parcel.' })
  idempotencyKey?: string | null;
}

@InputType('PackLinesInput', { description: 'What goes into a parcel.' })
export class PackLinesInput implements PackLines {
  @Field(() => ID, { nullable: true, description: 'The parcel, which has not left; a new one when left out.' })
  shipmentId?: string | null;
  @Field(() => [LineQuantityInput], { description: 'What was picked and goes into it, each order line once; all of one customer.' })
  lines: LineQuantityInput[];
  @Field(() => String, { nullable: true, description: 'Who brings it; left out: as it was.' })
  carrier?: string | null;
  @Field(() => String, { nullable: true, description: 'The journey it goes along with, as the warehouse calls it; left out: as it was.' })
  trip?: string | null;
  @Field(() => [String], { nullable: true, description: 'The numbers the carrier tracks it by; left out: as they were.' })
  trackingNumbers?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Made by the client: a repeat with the same key does nothing more, and gets the same answer.' })
  idempotencyKey?: string | null;
}

@InputType('ConfirmShipmentInput', { description: 'A packed parcel left.' })
export class ConfirmShipmentInput implements ConfirmShipment {
  @Field(() => ID, { description: 'The parcel.' })
  shipmentId: string;
  @Field(() => [LineSerialsInput], { nullable: true, description: 'Of products each piece of which has a serial number.' })
  serials?: LineSerialsInput[] | null;
  @Field(() => String, { nullable: true, description: 'Who brings it; left out: as it was.' })
  carrier?: string | null;
  @Field(() => String, { nullable: true, description: 'The journey it goes along with, as the warehouse calls it; left out: as it was.' })
  trip?: string | null;
  @Field(() => [String], { nullable: true, description: 'The numbers the carrier tracks it by; left out: as they were.' })
  trackingNumbers?: string[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it left; now when absent.' })
  shippedAt?: Date | null;
  @Field(() => String, { nullable: true, description: 'Made by the client: a repeat with the same key does nothing more, and gets the same answer.' })
  idempotencyKey?: string | null;
}

@InputType('AppliedAmountInput', { description: 'How much is paid towards an invoice.' })
export class AppliedAmountInput implements AppliedAmount {
  @Field(() => String, { description: 'The number of the invoice.' })
  invoiceNumber: string;
  @Field(() => DecimalScalar, { description: 'How much, in the currency of the invoice; at most what is due.' })
  amount: string;
}

@InputType('ReceiptInput', { description: 'Money that came in otherwise than by card.' })
export class ReceiptInput implements RecordReceipt {
  @Field(() => String, { description: 'How it came: CHECK, TRANSFER, CASH and the like.' })
  kind: string;
  @Field(() => String, { nullable: true, description: 'The number of the check or transfer.' })
  reference?: string | null;
  @Field(() => [AppliedAmountInput], { description: 'The invoices it pays, all or none; each may be paid in part.' })
  applications: AppliedAmountInput[];
  @Field(() => String, { nullable: true, description: 'Made by the client: a repeat with the same key does nothing more, and gets the same answer.' })
  idempotencyKey?: string | null;
}
