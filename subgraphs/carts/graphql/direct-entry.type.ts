import { Field, InputType, Int, ObjectType } from 'type-graphql';
import type { EntryRow, FilledRow } from '../domain/direct-entry.ts';

@InputType('DirectEntryRow', { description: 'A row of the form of direct entry; everything in it is text as somebody wrote it.' })
export class DirectEntryRow implements EntryRow {
  @Field(() => String, { nullable: true, description: "What the buyer's account calls the item." })
  customerPartNumber?: string | null;
  @Field(() => String, { nullable: true, description: "The merchant's part number, the SKU; case counts. It wins where both numbers are given." })
  partNumber?: string | null;
  @Field(() => String, { nullable: true, description: "The unit of measure; the item's primary one when left out." })
  uom?: string | null;
  @Field(() => String, { nullable: true, description: 'The quantity, in the unit; 1 when left out.' })
  quantity?: string | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether the row is ticked; others are not added.' })
  selected?: boolean | null;
}

@ObjectType('DirectEntryResult', { simpleResolvers: true, description: 'A row of the form with its details filled in, or with what is wrong with it. Its values can be sent as a row again.' })
export class DirectEntryResultType implements FilledRow {
  @Field(() => Int, { description: 'Its place among the rows, from 0.' })
  row: number;
  @Field(() => Int, { nullable: true, description: 'The line of the file it comes from, from 1; null without a file.' })
  line: number | null;
  @Field(() => Boolean, { description: 'Whether the row is ticked; rows of a file are when they are good.' })
  selected: boolean;
  @Field(() => String, { nullable: true, description: "What the buyer's account calls the item, as entered." })
  customerPartNumber: string | null;
  @Field(() => String, { nullable: true, description: "The merchant's part number, as entered." })
  partNumber: string | null;
  @Field(() => String, { nullable: true, description: 'The unit, as entered, or the primary one.' })
  uom: string | null;
  @Field(() => String, { nullable: true, description: 'The quantity, as entered, or 1; null for a row with nothing in it.' })
  quantity: string | null;
  @Field(() => String, { nullable: true, description: 'The SKU it came to.' })
  sku: string | null;
  @Field(() => String, { nullable: true, description: 'The name of the item.' })
  name: string | null;
  @Field(() => String, { nullable: true, description: 'The primary unit of the item.' })
  primaryUom: string | null;
  @Field(() => [String], { description: 'The units to choose from: the primary one, or all of them; where the site sells from its own price list, those with a price in it.' })
  uoms: string[];
  @Field(() => String, { nullable: true, description: 'UNKNOWN_SKU, UNKNOWN_UOM, QUANTITY_INVALID, QUANTITY_INDIVISIBLE, QUANTITY_BELOW_MINIMUM, QUANTITY_NOT_A_STEP, PRICE_NOT_FOUND, or BAD_USER_INPUT for a line with too many cells; null when all is well.' })
  problem: string | null;
  @Field(() => String, { nullable: true, description: 'The problem as a sentence.' })
  message: string | null;
}

@ObjectType('DirectEntryFile', { simpleResolvers: true, description: 'A file of direct entry, loaded into the form. Nothing of it is in a cart.' })
export class DirectEntryFileType {
  @Field(() => [DirectEntryResultType], { description: 'Its rows, in the order of the file, good and bad ones.' })
  rows: readonly FilledRow[];
  @Field(() => Int, { description: 'How many lines had no part number and were left out.' })
  ignored: number;
  @Field(() => Boolean, { description: 'Whether the file has more rows than a form takes; those beyond were not loaded.' })
  truncated: boolean;
  @Field(() => String, { nullable: true, description: 'What the buyer should be told of the rows that were not loaded; null when there are none such.' })
  notice: string | null;
}

@ObjectType('DirectEntrySettings', { simpleResolvers: true, description: 'How the form of direct entry looks.' })
export class DirectEntrySettingsType {
  @Field(() => Boolean, { description: 'Whether the viewer may use it: business buyers, where it is switched on.' })
  offered: boolean;
  @Field(() => Int, { description: 'How many blank rows the form begins with.' })
  rows: number;
  @Field(() => Int, { description: 'How many blank rows are added at a time.' })
  extraRows: number;
  @Field(() => Int, { description: 'How many rows a form or a file may have.' })
  maxRows: number;
  @Field(() => Boolean, { description: 'Whether all units of an item may be chosen, or its primary one only.' })
  allUoms: boolean;
  @Field(() => [String], { description: 'The codes of the header of a file, case and all; without a header the columns stand in this order.' })
  headerCodes: string[];
}
