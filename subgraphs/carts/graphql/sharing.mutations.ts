import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import { finishWorking } from '../use-cases/finish-working.ts';
import { notifyCartMembers } from '../use-cases/notify-cart-members.ts';
import { retrieveSharedCart } from '../use-cases/retrieve-shared-cart.ts';
import { shareCart } from '../use-cases/share-cart.ts';
import { stopSharing } from '../use-cases/stop-sharing.ts';
import { updateCartMembers } from '../use-cases/update-cart-members.ts';
import { CartMemberChange, CartMemberInput } from './cart-member.inputs.ts';
import { CartType } from './cart.type.ts';

const COMMENT = 'A word to those who are told, as plain text of at most 2,000 characters.';

/** Carts that several people work with. */
@Resolver()
export class SharingMutations {
  @Mutation(() => CartType, {
    description:
      'Shares a cart, or shares it with more people: business buyers with people of their organisation, private people with e-mail addresses. Sent again it changes nothing. Its owner, and administrators of a business cart. Errors: BAD_USER_INPUT without a name and for people outside the organisation, FORBIDDEN with the requiredRole, OPERATION_DISABLED, NOT_FOUND.',
  })
  shareCart(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('name', () => String, { nullable: true, description: 'A name, needed when the cart has none; only its owner gives one.' }) name: string | undefined,
    @Arg('members', () => [CartMemberInput], { description: 'Whom to share it with, from 1 to 100.' }) members: CartMemberInput[],
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return shareCart(context, { cartId, name, members, comment });
  }

  @Mutation(() => CartType, {
    description:
      'Changes roles, removes members and tells them, all or nothing. Its owner, and administrators of a business cart; other members may only tell. Errors: STALE_VERSION of a membership, FORBIDDEN with the requiredRole, NOT_FOUND, OPERATION_DISABLED.',
  })
  updateCartMembers(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('changes', () => [CartMemberChange], { description: 'Each member once.' }) changes: CartMemberChange[],
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return updateCartMembers(context, { cartId, changes, comment });
  }

  @Mutation(() => CartType, { description: 'Ends a membership at once; one that has ended already is no error. Its owner, and administrators of a business cart. Errors: as updateCartMembers.' })
  removeCartMember(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('memberId', () => ID, { description: 'The membership.' }) memberId: string,
    @Arg('notify', () => Boolean, { nullable: true, description: 'Whether the member is told by e-mail; left out, what was chosen before counts.' }) notify: boolean | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'Refuses with STALE_VERSION when the membership is at another version.' }) expectedVersion: number | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return updateCartMembers(context, { cartId, changes: [{ memberId, remove: true, notify, expectedVersion }] });
  }

  @Mutation(() => CartType, { description: "Ends all memberships and puts the cart aside for its owner too. Its owner, and administrators of a business cart. Sent again it changes nothing. Errors: FORBIDDEN with the requiredRole, INVALID_STATE while a checkout holds the cart, NOT_FOUND, OPERATION_DISABLED." })
  stopSharing(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return stopSharing(context, cartId, comment);
  }

  @Mutation(() => CartType, { description: "Ends the viewer's own membership; the owner is told. Returns the cart as it was left: it can be read no more. Errors: FORBIDDEN for the owner, NOT_FOUND, OPERATION_DISABLED." })
  finishWorking(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('notifyMemberIds', () => [ID], { nullable: true, description: 'Other members who shall be told.' }) notifyMemberIds: string[] | undefined,
    @Arg('comment', () => String, { nullable: true, description: COMMENT }) comment: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return finishWorking(context, { cartId, notifyMemberIds, comment });
  }

  @Mutation(() => CartType, { description: 'Writes to members of a shared cart. When a member does, the owner is told that it happened. Errors: BAD_USER_INPUT without words, NOT_FOUND, OPERATION_DISABLED.' })
  notifyCartMembers(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('comment', () => String, { description: COMMENT }) comment: string,
    @Arg('memberIds', () => [ID], { nullable: true, description: 'The memberships it is for; left out, all that were chosen to be told.' }) memberIds: string[] | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return notifyCartMembers(context, { cartId, comment, memberIds });
  }

  @Mutation(() => CartType, { description: 'Opens a shared cart by the number in the e-mail. The first private person who does claims the invitation. Errors: RETRIEVAL_NUMBER_UNKNOWN, NOT_FOUND for a number of somebody else, UNAUTHENTICATED for guests, OPERATION_DISABLED.' })
  retrieveSharedCart(@Arg('number', () => String, { description: 'The retrieval number; blanks, dashes and case do not matter.' }) number: string, @Ctx() context: CartsContext): Promise<Cart> {
    return retrieveSharedCart(context, number);
  }
}
