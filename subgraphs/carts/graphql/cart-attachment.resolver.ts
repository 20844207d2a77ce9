import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import { usesAttachments } from '#kernel/attachments.ts';
import type { CartsContext } from '../context.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartAttachment } from '../entities/cart-attachment.ts';
import { applyAttachments } from '../use-cases/apply-attachments.ts';
import { AttachmentInput, CartAttachmentType } from './cart-attachment.type.ts';
import { CartType } from './cart.type.ts';

@Resolver(() => CartType)
export class CartAttachmentResolver {
  @FieldResolver(() => [CartAttachmentType], { description: 'Files that go along with it, in the order they came; none for who may not use attachments.' })
  async attachments(@Root() { id }: Cart, @Ctx() { config, viewer, loaders }: CartsContext): Promise<(CartAttachment & { url: string })[]> {
    if (!usesAttachments(config, viewer)) return [];
    return (await loaders.attachmentsOfCart.load(id)).map((each) => ({ ...each, url: `/attachments/${each.id}` }));
  }

  @Mutation(() => CartType, {
    description: 'Makes uploads attachments of a cart, and takes others away, in one version. Named again, an attachment gets the new description. Errors: ATTACHMENTS_DISABLED, FORBIDDEN without USE_ATTACHMENT, NOT_FOUND, STALE_VERSION, CART_NOT_ACTIVE, CART_ORDERED.',
  })
  applyAttachments(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('add', () => [AttachmentInput], { nullable: true, description: 'Your uploads for this cart.' }) add: AttachmentInput[] | undefined,
    @Arg('remove', () => [ID], { nullable: true, description: 'Attachments that shall go.' }) remove: string[] | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'Refuses with STALE_VERSION when the cart is at another version.' }) expectedVersion: number | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return applyAttachments(context, { cartId, add: add ?? [], remove: remove ?? [], expectedVersion });
  }
}
