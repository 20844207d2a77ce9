import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { judge } from '#kernel/lifecycle.ts';
import type { QuotesContext } from '../context.ts';
import { factsOf, isBuyersSide } from '../domain/quote-roles.ts';
import { QUOTE_SHARING } from '../domain/quote-sharing.ts';
import type { Quote } from '../entities/quote.ts';
import type { QuoteMember } from '../entities/quote-member.ts';
import { offerTime } from '../use-cases/read-offer-time.ts';
import { rolesFor } from '../use-cases/read-quote.ts';
import { ForeignUser } from './foreign-types.ts';
import { QuoteInvitationType, QuoteMemberType } from './quote-member.type.ts';
import { QuoteType } from './quote.type.ts';

/** A membership as its viewer may see it. */
type ShownMember = QuoteMember & { readonly userId: string; readonly seesAddress: boolean; readonly seesNumber: boolean };

@Resolver(() => QuoteType)
export class QuoteMembersResolver {
  @FieldResolver(() => [QuoteMemberType], { description: 'Whom it is shared with now, in the order they were invited, for its owner and them; empty for the seller, and while sharing is switched off.' })
  async members(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<ShownMember[]> {
    const { members, manages } = await readMembers(quote, context);
    const { viewer } = context;
    return members.flatMap((member) => (member.userId == null ? [] : [{ ...member, userId: member.userId, seesNumber: manages, seesAddress: manages || viewer?.accountId === quote.accountId || viewer?.id === member.userId }]));
  }

  @FieldResolver(() => [QuoteInvitationType], { description: 'Invitations nobody has claimed yet, in the order they were made; only for who may manage members.' })
  async invitations(@Root() quote: Quote, @Ctx() context: QuotesContext): Promise<QuoteMember[]> {
    const { members, manages } = await readMembers(quote, context);
    return manages ? members.filter(({ userId }) => userId == null) : [];
  }
}

/** Current memberships, claimed or not, and whether the viewer may manage them. */
async function readMembers(quote: Quote, context: QuotesContext): Promise<{ members: readonly QuoteMember[]; manages: boolean }> {
  const { viewer, config, loaders } = context;
  const roles = viewer && config.sharing && quote.everShared ? await rolesFor(context, viewer, quote) : [];
  if (!isBuyersSide(roles)) return { members: [], manages: false };
  const { allowed } = judge(QUOTE_SHARING, { status: quote.status, command: 'share', roles, facts: factsOf(quote, roles, config, await offerTime(context)) });
  return { members: await loaders.membersOfQuote.load(quote.id), manages: allowed };
}

@Resolver(() => QuoteMemberType)
export class QuoteMemberResolver {
  @FieldResolver(() => ForeignUser, { description: 'Who it is.' })
  user(@Root() { userId }: ShownMember): ForeignUser {
    return { id: userId };
  }

  @FieldResolver(() => String, { nullable: true, description: 'The e-mail address it was sent to; private people see only their own and those they invited.' })
  email(@Root() { email, seesAddress }: ShownMember): string | null {
    return seesAddress ? email : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What opens the quote to them, see retrieveSharedQuote; only for who may manage members.' })
  retrievalNumber(@Root() { retrievalNumber, seesNumber }: ShownMember): string | null {
    return seesNumber ? retrievalNumber : null;
  }

  @FieldResolver(() => ForeignUser, { description: 'Who invited them.' })
  invitedBy(@Root() { invitedById }: ShownMember): ForeignUser {
    return { id: invitedById };
  }
}

@Resolver(() => QuoteInvitationType)
export class QuoteInvitationResolver {
  @FieldResolver(() => ForeignUser, { description: 'Who invited them.' })
  invitedBy(@Root() { invitedById }: QuoteMember): ForeignUser {
    return { id: invitedById };
  }
}
