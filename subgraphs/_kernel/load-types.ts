import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ON_ERROR, type LoadReport, type LoadResult, type OnError } from '#kernel/load-rows.ts';

export const OnErrorEnum = Object.fromEntries(ON_ERROR.map((each) => [each, each])) as { [K in OnError]: K };
registerEnumType(OnErrorEnum, {
  name: 'OnError',
  description: 'What becomes of a load with a bad row in it.',
  valuesConfig: {
    REJECT_ALL: { description: 'One bad row and nothing is written; the results name the bad rows.' },
    REJECT_ROWS: { description: 'Good rows are written; the results name the bad ones.' },
    REPORT: { description: 'Good rows are written; the results name every row, good or bad.' },
  },
});

@Directive('@shareable')
@ObjectType('LoadResult', { simpleResolvers: true, description: 'What became of one row of a load.' })
export class LoadResultType implements LoadResult {
  @Field(() => Int, { description: 'The place of the row in this call, from 0.' })
  row: number;
  @Field(() => String, { description: 'What the row is found again by, such as the SKU.' })
  externalId: string;
  @Field(() => String, { description: 'OK, or the code of the refusal.' })
  code: LoadResult['code'];
  @Field(() => String, { nullable: true, description: 'Why the row was refused; null for OK.' })
  message: string | null;
}

@Directive('@shareable')
@ObjectType('LoadReport', { simpleResolvers: true, description: 'What became of a load.' })
export class LoadReportType implements LoadReport {
  @Field(() => Boolean, { description: 'Whether it was only a rehearsal.' })
  dryRun: boolean;
  @Field(() => Int, { description: 'How many rows are written, or would be.' })
  accepted: number;
  @Field(() => Int, { description: 'How many rows are not.' })
  refused: number;
  @Field(() => Boolean, { description: 'Whether anything was written.' })
  written: boolean;
  @Field(() => [LoadResultType], { description: 'The bad rows by row; with REPORT every row.' })
  results: LoadResult[];
}
