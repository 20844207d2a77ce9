import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import { labelOf } from '../domain/share-roles.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartMember } from '../entities/cart-member.ts';
import { quoteHold } from '../use-cases/hold-for-quote.ts';
import { standingOf } from '../use-cases/read-cart.ts';
import { judgementOf } from '../use-cases/write-cart.ts';
import { CartInvitationType, CartMemberType, CartOnlookerType } from './cart-member.type.ts';
import { CartType } from './cart.type.ts';
import { ForeignUser } from './foreign-types.ts';

const ROLE_LABEL = 'What the shop calls the role.';

/** A membership as its viewer may see it. */
type ShownMember = CartMember & { readonly userId: string; readonly seesAddress: boolean; readonly seesNumber: boolean };

@Resolver(() => CartType)
export class CartMembersResolver {
  @FieldResolver(() => [CartMemberType], { description: 'Whom it is shared with now, in the order they were invited; empty while sharing is switched off.' })
  async members(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<ShownMember[]> {
    const { members, manages } = await readMembers(cart, context);
    const { viewer } = context;
    return members.flatMap((member) => (member.userId == null ? [] : [{ ...member, userId: member.userId, seesNumber: manages, seesAddress: manages || viewer?.accountId === cart.accountId || viewer?.id === member.userId }]));
  }

  @FieldResolver(() => [CartInvitationType], { description: 'Invitations nobody has claimed yet, in the order they were made; only for who may manage members.' })
  async invitations(@Root() cart: Cart, @Ctx() context: CartsContext): Promise<CartMember[]> {
    const { members, manages } = await readMembers(cart, context);
    return manages ? members.filter(({ userId }) => userId == null) : [];
  }

  @Directive('@inaccessible')
  @FieldResolver(() => [CartOnlookerType], { description: 'For peers: whom it is shared with, whatever the viewer may see of them; only while it is held for its quote.' })
  async onlookers(@Root() { id, checkoutId }: Cart, @Ctx() { config, loaders }: CartsContext): Promise<CartOnlookerType[]> {
    if (!config.sharing || checkoutId !== quoteHold(id)) return [];
    return (await loaders.membersOfCart.load(id)).map(({ userId = null, email, notify, retrievalNumber, invitedById }) => ({ userId, email, notify, retrievalNumber, invitedById }));
  }
}

/** Current memberships, claimed or not, and whether the viewer may manage them. */
async function readMembers(cart: Cart, context: CartsContext): Promise<{ members: readonly CartMember[]; manages: boolean }> {
  const standing = context.config.sharing && cart.everShared ? await standingOf(context, cart) : undefined;
  if (!standing) return { members: [], manages: false };
  return { members: await context.loaders.membersOfCart.load(cart.id), manages: judgementOf(cart, 'share', standing, 1).allowed };
}

@Resolver(() => CartMemberType)
export class CartMemberResolver {
  @FieldResolver(() => String, { description: ROLE_LABEL })
  roleLabel(@Root() { role }: ShownMember, @Ctx() { config }: CartsContext): string {
    return labelOf(role, config);
  }

  @FieldResolver(() => ForeignUser, { description: 'Who it is.' })
  user(@Root() { userId }: ShownMember): ForeignUser {
    return { id: userId };
  }

  @FieldResolver(() => String, { nullable: true, description: 'The e-mail address it was sent to; private people see only their own and those they invited.' })
  email(@Root() { email, seesAddress }: ShownMember): string | null {
    return seesAddress ? email : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'What opens the cart to them, see retrieveSharedCart; only for who may manage members.' })
  retrievalNumber(@Root() { retrievalNumber, seesNumber }: ShownMember): string | null {
    return seesNumber ? retrievalNumber : null;
  }

  @FieldResolver(() => ForeignUser, { description: 'Who invited them.' })
  invitedBy(@Root() { invitedById }: ShownMember): ForeignUser {
    return { id: invitedById };
  }
}

@Resolver(() => CartInvitationType)
export class CartInvitationResolver {
  @FieldResolver(() => String, { description: ROLE_LABEL })
  roleLabel(@Root() { role }: CartMember, @Ctx() { config }: CartsContext): string {
    return labelOf(role, config);
  }

  @FieldResolver(() => ForeignUser, { description: 'Who invited them.' })
  invitedBy(@Root() { invitedById }: CartMember): ForeignUser {
    return { id: invitedById };
  }
}
