import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { actionOf, judge, type Action } from '#kernel/lifecycle.ts';
import { minorFrom, moneyOf, type Money } from '#kernel/money.ts';
import type { Connection } from '#kernel/paging.ts';
import { ActionType, MoneyType } from '#kernel/shared-types.ts';
import type { ChannelsContext } from '../context.ts';
import { HAND_OVER_LIFECYCLE, type HandOverKind, type HandOverRole, type HandOverStatus } from '../domain/hand-over-lifecycle.ts';
import type { HandOver } from '../entities/hand-over.ts';
import { giveUpHandOver } from '../use-cases/give-up-hand-over.ts';
import { listHandOvers } from '../use-cases/list-hand-overs.ts';
import { factsOf } from '../use-cases/move-hand-over.ts';
import { retryHandOver } from '../use-cases/retry-hand-over.ts';
import { HandOverKindEnum, HandOverStatusEnum } from './channel-enums.ts';
import { ForeignOrder, ForeignQuote } from './foreign-types.ts';
import { HandOverType } from './hand-over.type.ts';

const HandOverConnectionType = connectionType('HandOver', HandOverType);
const ID_OF = { description: 'The id of the order or quote.' } as const;

@Resolver(() => HandOverType)
export class HandOverResolver {
  @Query(() => HandOverConnectionType, { description: 'What is handed over to systems of the seller, the newest first. For the seller. Errors: FORBIDDEN, UNAUTHENTICATED, BAD_CURSOR, BAD_USER_INPUT.' })
  handOvers(
    @Arg('kind', () => HandOverKindEnum, { nullable: true, description: 'Only orders, or only quotes.' }) kind: HandOverKind | null,
    @Arg('status', () => HandOverStatusEnum, { nullable: true, description: 'Only those in this status.' }) status: HandOverStatus | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: ChannelsContext,
  ): Promise<Connection<HandOver>> {
    return listHandOvers(context, { kind, status }, { first, after });
  }

  @Mutation(() => HandOverType, { description: 'Hands over again, now, what was refused or waits for its turn; as it was, under the id it had, so what is there already is not doubled. Administrators only. Errors: NOT_FOUND, INVALID_STATE, FORBIDDEN.' })
  retryHandOver(@Arg('id', () => ID, ID_OF) id: string, @Ctx() context: ChannelsContext): Promise<HandOver> {
    return retryHandOver(context, id);
  }

  @Mutation(() => HandOverType, { description: 'Gives up what the system there does not take: the order or quote goes on in the store. Administrators only. Errors: NOT_FOUND, INVALID_STATE (it was sent and not answered, and may be there), FORBIDDEN.' })
  giveUpHandOver(
    @Arg('id', () => ID, ID_OF) id: string,
    @Arg('isNotThere', () => Boolean, { nullable: true, defaultValue: false, description: 'Somebody has made sure that what was sent and not answered is not there.' }) isNotThere: boolean,
    @Ctx() context: ChannelsContext,
  ): Promise<HandOver> {
    return giveUpHandOver(context, id, isNotThere);
  }

  @FieldResolver(() => ForeignOrder, { nullable: true, description: 'The order; null for a quote.' })
  order(@Root() { id, kind }: HandOver): ForeignOrder | null {
    return kind === 'ORDER' ? { id } : null;
  }

  @FieldResolver(() => ForeignQuote, { nullable: true, description: 'The quote; null for an order.' })
  quote(@Root() { id, kind }: HandOver): ForeignQuote | null {
    return kind === 'QUOTE' ? { id } : null;
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'What it came to there when it was taken over, where that is not what was agreed in the store; null otherwise.' })
  differingTotal(@Root() { currency, outsideTotal }: HandOver): Money | null {
    return currency != null && outsideTotal != null ? moneyOf(minorFrom(outsideTotal, currency), currency) : null;
  }

  @FieldResolver(() => [ActionType], { description: 'What an administrator could do to it now, and why not.' })
  availableActions(@Root() handOver: HandOver, @Ctx() { viewer }: ChannelsContext): Action[] {
    const roles: HandOverRole[] = viewer?.kind === 'ADMINISTRATOR' ? ['administrator'] : [];
    const question = { status: handOver.status, roles, facts: factsOf(handOver) };
    return [actionOf('retryHandOver', judge(HAND_OVER_LIFECYCLE, { ...question, command: 'retry' })), actionOf('giveUpHandOver', judge(HAND_OVER_LIFECYCLE, { ...question, command: 'giveUp' }))];
  }
}
