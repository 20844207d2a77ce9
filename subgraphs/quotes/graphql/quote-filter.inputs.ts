import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar } from '#kernel/scalars.ts';
import { DESK_SORTS, type DeskSort } from '../domain/quote-desk.ts';
import type { DeskFilter } from '../use-cases/list-quotes.ts';

export const QuoteSortEnum = Object.fromEntries(DESK_SORTS.map((sort) => [sort, sort])) as { [S in DeskSort]: S };
registerEnumType(QuoteSortEnum, {
  name: 'QuoteSort',
  description: 'In which order quotes are listed.',
  valuesConfig: {
    NEWEST: { description: 'The youngest first.' },
    EXPIRING: { description: 'What ends first comes first; quotes without an end are left out.' },
    VALUE: { description: 'The highest total first, within the currency of the filter; buyers need VIEW_NET_PRICE.' },
  },
});

@InputType('QuoteFilter', { description: 'Which quotes to list.' })
export class QuoteFilterInput implements DeskFilter {
  @Field(() => Boolean, { nullable: true, description: 'For a sales rep: only those assigned to him.' })
  mine?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'For a sales rep: only those no rep is attached to.' })
  unassigned?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: "Only those where it is the viewer's turn: for a rep those of his that are unanswered, for a buyer his drafts, offers and what was declined or has ended." })
  waitingForMe?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Only those of buyers of this account.' })
  accountId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose buyer has asked for more time.' })
  extensionWanted?: boolean | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Only those that end before this moment.' })
  expiresBefore?: Date | null;
  @Field(() => CurrencyCodeScalar, { nullable: true, description: 'Only those in this currency.' })
  currency?: string | null;
}
