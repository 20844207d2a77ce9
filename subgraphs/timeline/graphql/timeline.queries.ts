import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import type { TimelineContext } from '../context.ts';
import type { TimelineKind } from '../domain/timeline-kinds.ts';
import type { TimelineEntry } from '../entities/timeline-entry.ts';
import { readTimeline } from '../use-cases/read-timeline.ts';
import { TimelineKindEnum } from './timeline-enums.ts';
import { TimelineAboutInput } from './timeline.inputs.ts';
import { TimelineEntryConnectionType } from './timeline.type.ts';

@Resolver()
export class TimelineQueries {
  @Query(() => TimelineEntryConnectionType, {
    description:
      'What happened in a deal, the first thing first: its cart, quotes, approvals, order, parcels, invoices, payments, returns and the orders in their place. Entries are left out of what the viewer may not read now, and of what is internal to the other side. Recorded a moment after it happens. Errors: NOT_FOUND for what the viewer may not read, OPERATION_DISABLED, BAD_USER_INPUT, BAD_CURSOR.',
  })
  timeline(
    @Arg('about', () => TimelineAboutInput, { description: 'What the deal is known by.' }) about: TimelineAboutInput,
    @Arg('kinds', () => [TimelineKindEnum], { nullable: true, description: 'Only entries about these; all when left out.' }) kinds: TimelineKind[] | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: TimelineContext,
  ): Promise<Connection<TimelineEntry>> {
    return readTimeline(context, about, kinds, { first, after });
  }
}
