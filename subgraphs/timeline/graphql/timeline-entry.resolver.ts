import { Ctx, FieldResolver, Int, ID, Resolver, Root } from 'type-graphql';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { TimelineContext } from '../context.ts';
import { actorKind } from '../domain/actor-kinds.ts';
import { isAmount, shownChanges } from '../domain/entry-changes.ts';
import type { TimelineAggregate } from '../domain/timeline-kinds.ts';
import type { TimelineEntry } from '../entities/timeline-entry.ts';
import { ForeignApproval, ForeignCart, ForeignOrder, ForeignQuote, ForeignReturn } from './foreign-types.ts';
import { TimelineActorType, TimelineEntryType, TimelineFactType } from './timeline.type.ts';

interface Named {
  readonly id: string;
}

const ofType = ({ aggregateType, aggregateId }: TimelineEntry, type: TimelineAggregate): Named | null => (aggregateType === type ? { id: aggregateId } : null);

@Resolver(() => TimelineEntryType)
export class TimelineEntryResolver {
  @FieldResolver(() => ID, { description: 'Opaque id, that of the event; the same in messages of webhooks.' })
  id(@Root() { eventId }: TimelineEntry): string {
    return eventId;
  }

  @FieldResolver(() => Int, { description: 'The version that the cart, quote, approval, order or return has from then on.' })
  version(@Root() { aggregateVersion }: TimelineEntry): number {
    return aggregateVersion;
  }

  @FieldResolver(() => TimelineActorType, { description: 'Who did it.' })
  async actor(@Root() { cause, actorId }: TimelineEntry, @Ctx() { loaders }: TimelineContext): Promise<TimelineActorType> {
    const known = actorId == null ? undefined : await loaders.actorById.load(actorId);
    return { kind: actorKind(cause, actorId, known), name: known?.name ?? null, user: actorId == null ? null : { id: actorId } };
  }

  @FieldResolver(() => [TimelineFactType], { description: 'What it changed, before and after, and facts that came with it.' })
  facts(@Root() { changes }: TimelineEntry, @Ctx() { viewer }: TimelineContext): TimelineFactType[] {
    return shownChanges(changes, seesNetPrices(viewer)).map(({ field, of = null, from, to }) => {
      const [beforeAmount, afterAmount] = [from, to].map((fact) => (isAmount(fact) ? fact : null));
      return { field, of, before: isAmount(from) ? from.amount : from, after: isAmount(to) ? to.amount : to, beforeAmount: beforeAmount ?? null, afterAmount: afterAmount ?? null };
    });
  }

  @FieldResolver(() => ForeignCart, { nullable: true, description: 'The cart, if it is about one.' })
  cart(@Root() entry: TimelineEntry): Named | null {
    return ofType(entry, 'cart');
  }

  @FieldResolver(() => ForeignQuote, { nullable: true, description: 'The quote, if it is about one.' })
  quote(@Root() entry: TimelineEntry): Named | null {
    return ofType(entry, 'quote');
  }

  @FieldResolver(() => ForeignApproval, { nullable: true, description: 'The request for approval, if it is about one.' })
  approval(@Root() entry: TimelineEntry): Named | null {
    return ofType(entry, 'approval');
  }

  @FieldResolver(() => ForeignOrder, { nullable: true, description: 'The order, if it is about one, or about a parcel, invoice or payment of one.' })
  order(@Root() entry: TimelineEntry): Named | null {
    return ofType(entry, 'order');
  }

  @FieldResolver(() => ForeignReturn, { nullable: true, description: 'The return, if it is about one.' })
  return(@Root() entry: TimelineEntry): Named | null {
    return ofType(entry, 'return');
  }
}
