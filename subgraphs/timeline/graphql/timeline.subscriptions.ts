import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { Frame } from '#kernel/feed.ts';
import type { TimelineContext } from '../context.ts';
import type { TimelineEntry } from '../entities/timeline-entry.ts';
import { checkReadable } from '../use-cases/check-readable.ts';
import { followTimeline, readFrame, type FollowTimeline } from '../use-cases/follow-timeline.ts';
import { TimelineAboutInput } from './timeline.inputs.ts';
import { TimelineChangeType, TimelineEntryType } from './timeline.type.ts';

type ShownFrame = Frame & Omit<TimelineChangeType, 'entries'>;

@Resolver(() => TimelineChangeType)
export class TimelineSubscriptions {
  @Subscription(() => TimelineChangeType, {
    subscribe: ({ args, context }) => followTimeline(context as TimelineContext, args as FollowTimeline),
    description:
      'A deal as it goes on. The first frame is a SNAPSHOT with the latest entries or, after a position, every entry since in order (RESET when the deal was joined to another: forget what you had); then one frame an entry, unless the reader is slow: then fromPosition..position says over how many. Entries the viewer may not see are left out, so a frame may have none. Rights are checked on every frame; who loses them gets a last frame, the error NOT_FOUND. Errors: NOT_FOUND, OPERATION_DISABLED, BAD_USER_INPUT.',
  })
  async timelineChanged(
    @Arg('about', () => TimelineAboutInput, { description: 'What the deal is known by.' }) about: TimelineAboutInput,
    @Arg('dealId', () => ID, { nullable: true, description: 'The deal that `afterPosition` counts in, as frames and entries name it.' }) _dealId: string | null,
    @Arg('afterPosition', () => Int, { nullable: true, description: 'The last position you have seen; with `dealId`.' }) _afterPosition: number | null,
    @Root() frame: Frame,
    @Ctx() context: TimelineContext,
  ): Promise<ShownFrame> {
    await checkReadable(context, about);
    return { ...frame, dealId: frame.aggregateId, fromPosition: frame.fromVersion, position: frame.version };
  }

  @FieldResolver(() => [TimelineEntryType], { description: 'What happened, as far as the viewer may see it at this moment; of a SNAPSHOT or RESET the latest hundred.' })
  entries(@Root() frame: ShownFrame, @Ctx() context: TimelineContext): Promise<TimelineEntry[]> {
    return readFrame(context, frame);
  }
}
