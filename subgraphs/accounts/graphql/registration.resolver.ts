import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import type { Account } from '../entities/account.ts';
import { acceptInvitation } from '../use-cases/accept-invitation.ts';
import { inviteBuyer, type IssuedInvitation } from '../use-cases/invite-buyer.ts';
import { accountsAwaitingApproval, judgeAccount } from '../use-cases/judge-account.ts';
import type { OpenedSession } from '../use-cases/open-session.ts';
import { registerIndividual, registerOrganization, type RegistrationReceipt } from '../use-cases/register-account.ts';
import { AccountType } from './account.type.ts';
import { InvitationType, InviteBuyerInput, RegisterIndividualInput, RegisterOrganizationInput, RegistrationReceiptType } from './registration.inputs.ts';
import { SessionType } from './viewer.type.ts';

/** How somebody becomes a customer. */
@Resolver()
export class RegistrationResolver {
  @Mutation(() => RegistrationReceiptType, { description: 'A business asks to become a customer. Its people may sign in and fill carts; orders and quote requests wait for approval. Errors: BAD_USER_INPUT, TOO_MANY_REQUESTS.' })
  registerOrganization(@Arg('input', () => RegisterOrganizationInput, { description: 'Who registers.' }) input: RegisterOrganizationInput, @Ctx() context: AccountsContext): Promise<RegistrationReceipt> {
    return registerOrganization(context, input);
  }

  @Mutation(() => RegistrationReceiptType, { description: 'A private person becomes a customer and may buy at once. Errors: BAD_USER_INPUT, TOO_MANY_REQUESTS.' })
  registerIndividual(@Arg('input', () => RegisterIndividualInput, { description: 'Who registers.' }) input: RegisterIndividualInput, @Ctx() context: AccountsContext): Promise<RegistrationReceipt> {
    return registerIndividual(context, input);
  }

  @Mutation(() => InvitationType, { description: "Asks a colleague to join the viewer's organisation as a buyer. Needs MANAGE_ACCOUNT. Errors: FORBIDDEN, BAD_USER_INPUT, TOO_MANY_REQUESTS." })
  inviteBuyer(@Arg('input', () => InviteBuyerInput, { description: 'Who is invited.' }) input: InviteBuyerInput, @Ctx() context: AccountsContext): Promise<IssuedInvitation> {
    return inviteBuyer(context, input);
  }

  @Mutation(() => SessionType, { description: 'Joins the organisation one was invited to, and signs in. Errors: INVITATION_INVALID, BAD_USER_INPUT.' })
  acceptInvitation(
    @Arg('token', () => String, { description: 'The token of the invitation.' }) token: string,
    @Arg('password', () => String, { description: 'The password to sign in with: from 10 to 200 characters.' }) password: string,
    @Ctx() context: AccountsContext,
  ): Promise<OpenedSession> {
    return acceptInvitation(context, token, password);
  }

  @Query(() => [AccountType], { description: 'Organisations that wait for approval, the first first, at most 100. Administrators only. Errors: FORBIDDEN.' })
  accountsAwaitingApproval(@Ctx() context: AccountsContext): Promise<Account[]> {
    return accountsAwaitingApproval(context);
  }

  @Mutation(() => AccountType, { description: 'Lets an organisation that registered itself buy. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE.' })
  approveAccount(@Arg('accountId', () => ID, { description: "The account's id." }) accountId: string, @Ctx() context: AccountsContext): Promise<Account> {
    return judgeAccount(context, accountId, 'approve');
  }

  @Mutation(() => AccountType, { description: 'Turns an organisation that registered itself away; it may still be approved later. Administrators only. Errors: FORBIDDEN, NOT_FOUND, INVALID_STATE.' })
  rejectAccount(@Arg('accountId', () => ID, { description: "The account's id." }) accountId: string, @Ctx() context: AccountsContext): Promise<Account> {
    return judgeAccount(context, accountId, 'reject');
  }
}
