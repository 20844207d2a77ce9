import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import type { AccountsContext } from '../context.ts';
import type { MergeKind } from '../domain/merge-steps.ts';
import type { Merge } from '../entities/merge.ts';
import type { User } from '../entities/user.ts';
import { beginMerge } from '../use-cases/begin-merge.ts';
import { describeMerge, type MergePreview } from '../use-cases/describe-merge.ts';
import { findMerge } from '../use-cases/follow-merge.ts';
import { listMerges } from '../use-cases/list-merges.ts';
import { MergeConnectionType, MergeKindEnum, MergePreviewType, MergeType } from './merge.type.ts';
import { UserType } from './user.type.ts';

const REASON = { nullable: true, description: 'Why, for the record; at most 500 characters.' };
const KEY = { description: 'A repeat with the same key answers with the same merge.' };
const ERRORS = 'Once it has agreed it goes on by itself whatever happens, and a merge that is not done yet is answered as OPEN. Administrators only. Errors: FORBIDDEN, NOT_FOUND, MERGE_NOT_ALLOWED with every reason in `details.reasons`, IDEMPOTENCY_KEY_REUSED.';

/** Parties and accounts become one, for administrators of the seller. [MERGE-09..14] */
@Resolver(() => MergeType)
export class MergeResolver {
  @Query(() => MergePreviewType, { description: 'What a merge would move and give up, and all that stands in its way. Administrators only. Errors: FORBIDDEN, NOT_FOUND [MERGE-11].' })
  mergePreview(
    @Arg('kind', () => MergeKindEnum, { description: 'What becomes another.' }) kind: MergeKind,
    @Arg('fromId', () => ID, { description: 'The party or account that would be merged into the other.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'The one that would stay.' }) toId: string,
    @Ctx() context: AccountsContext,
  ): Promise<MergePreview> {
    return describeMerge(context, { kind, fromId, toId });
  }

  @Mutation(() => MergeType, { description: `One party becomes another: its accounts are the other's, and its people sign in to the account created first [MERGE-02..09, MERGE-13]. ${ERRORS}` })
  mergeParties(
    @Arg('fromId', () => ID, { description: 'The party that is merged into the other, and kept as what was.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'The party that stays.' }) toId: string,
    @Arg('reason', () => String, REASON) reason: string | undefined,
    @Arg('idempotencyKey', () => String, KEY) idempotencyKey: string,
    @Ctx() context: AccountsContext,
  ): Promise<Merge> {
    return beginMerge(context, { kind: 'PARTY', fromId, toId, reason, idempotencyKey });
  }

  @Mutation(() => MergeType, { description: `One account becomes another, with all that was done under it. Whoever was signed in to it signs in again [MERGE-01, MERGE-10, MERGE-11]. ${ERRORS}` })
  mergeAccounts(
    @Arg('fromId', () => ID, { description: 'The account that is merged into the other.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'The account that stays.' }) toId: string,
    @Arg('reason', () => String, REASON) reason: string | undefined,
    @Arg('idempotencyKey', () => String, KEY) idempotencyKey: string,
    @Ctx() context: AccountsContext,
  ): Promise<Merge> {
    return beginMerge(context, { kind: 'ACCOUNT', fromId, toId, reason, idempotencyKey });
  }

  @Query(() => MergeType, { description: 'One merge. Administrators only. Errors: FORBIDDEN, NOT_FOUND.' })
  merge(@Arg('id', () => ID, { description: "The merge's id." }) id: string, @Ctx() context: AccountsContext): Promise<Merge> {
    return findMerge(context, id);
  }

  @Query(() => MergeConnectionType, { description: 'All merges, the latest first. Administrators only. Errors: FORBIDDEN, BAD_CURSOR [MERGE-12].' })
  merges(
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor to go on from.' }) after: string | undefined,
    @Ctx() context: AccountsContext,
  ): Promise<Connection<Merge>> {
    return listMerges(context, { first, after });
  }

  @FieldResolver(() => UserType, { nullable: true, description: 'Who asked for it.' })
  async requestedBy(@Root() { requestedById }: Merge, @Ctx() { loaders }: AccountsContext): Promise<User | null> {
    return (await loaders.userById.load(requestedById)) ?? null;
  }
}
