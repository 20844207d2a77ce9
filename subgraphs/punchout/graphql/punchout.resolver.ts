import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { PunchoutContext } from '../context.ts';
import type { PunchoutPartner } from '../entities/punchout-partner.ts';
import type { PunchoutSession } from '../entities/punchout-session.ts';
import { readSession } from '../use-cases/read-session.ts';
import { returnCart, type Encoding, type ReturnForm } from '../use-cases/return-cart.ts';
import { createPartner, listPartners, rotateSecret, updatePartner, type PartnerWithSecret } from '../use-cases/save-partner.ts';
import { startSession, type StartedSession } from '../use-cases/start-session.ts';
import { ForeignCart, ForeignOrder, ForeignUser } from './foreign-types.ts';
import { EncodingEnum } from './punchout-enums.ts';
import { PartnerWithSecretType, PunchOutFormType, PunchOutPartnerInput, PunchOutPartnerType, PunchOutPartnerUpdate, PunchOutSessionType, PunchOutStartType } from './punchout.type.ts';

@Resolver()
export class PunchOutPartnerMutations {
  @Query(() => [PunchOutPartnerType], { description: 'All partners. Administrators only. Errors: FORBIDDEN, OPERATION_DISABLED.' })
  punchOutPartners(@Ctx() context: PunchoutContext): Promise<PunchoutPartner[]> {
    return listPartners(context);
  }

  @Mutation(() => PartnerWithSecretType, { description: 'Lets a procurement system in. The secret is in the answer, and nowhere later. Administrators only. Errors: BAD_USER_INPUT, FORBIDDEN, OPERATION_DISABLED.' })
  createPunchOutPartner(@Arg('input', () => PunchOutPartnerInput, { description: 'The partner.' }) input: PunchOutPartnerInput, @Ctx() context: PunchoutContext): Promise<PartnerWithSecret> {
    return createPartner(context, input);
  }

  @Mutation(() => PunchOutPartnerType, { description: 'Changes where carts may be returned to, or shuts a partner out. Administrators only. Errors: NOT_FOUND, BAD_USER_INPUT, FORBIDDEN.' })
  updatePunchOutPartner(@Arg('id', () => ID, { description: 'The partner.' }) id: string, @Arg('input', () => PunchOutPartnerUpdate, { description: 'What changes.' }) input: PunchOutPartnerUpdate, @Ctx() context: PunchoutContext): Promise<PunchoutPartner> {
    return updatePartner(context, id, input);
  }

  @Mutation(() => PartnerWithSecretType, { description: 'A new secret; the old one holds no more. Administrators only. Errors: NOT_FOUND, FORBIDDEN.' })
  rotatePunchOutSecret(@Arg('id', () => ID, { description: 'The partner.' }) id: string, @Ctx() context: PunchoutContext): Promise<PartnerWithSecret> {
    return rotateSecret(context, id);
  }
}

@Resolver(() => PunchOutPartnerType)
export class PunchOutPartnerResolver {
  @FieldResolver(() => ForeignUser, { nullable: true, description: 'The buyer its people shop as.' })
  user(@Root() { userId }: PunchoutPartner): ForeignUser {
    return { id: userId };
  }
}

@Resolver(() => PunchOutSessionType)
export class PunchOutSessionResolver {
  @Query(() => PunchOutSessionType, { nullable: true, description: 'A visit of the viewer. Errors: NOT_FOUND for those of others.' })
  punchOutSession(@Arg('id', () => ID, { description: 'The session.' }) id: string, @Ctx() context: PunchoutContext): Promise<PunchoutSession> {
    return readSession(context, id);
  }

  @Mutation(() => PunchOutStartType, { description: 'Opens the start page: the token of its address becomes a token to shop with, once and soon. Nobody needs to have signed in. Errors: NOT_FOUND, INVALID_STATE (opened before, or too late), OPERATION_DISABLED.' })
  startPunchOutSession(@Arg('token', () => String, { description: 'The `token` of the start page.' }) token: string, @Ctx() context: PunchoutContext): Promise<StartedSession> {
    return startSession(context, token);
  }

  @Mutation(() => PunchOutFormType, { description: 'Returns the cart of a visit: the form for the browser to post, with what is in the cart at the prices of now. An empty cart may be returned. Errors: NOT_FOUND, INVALID_STATE (over, only to look at, or ordered), STALE_VERSION, OPERATION_DISABLED.' })
  returnPunchOutCart(
    @Arg('sessionId', () => ID, { description: 'The session.' }) sessionId: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'The version of the cart as the visitor saw it; refused when it has changed.' }) expectedVersion: number | null,
    @Arg('encoding', () => EncodingEnum, { nullable: true, defaultValue: 'BASE64', description: 'How a cXML message is carried; of no meaning to OCI.' }) encoding: Encoding,
    @Ctx() context: PunchoutContext,
  ): Promise<ReturnForm> {
    return returnCart(context, { sessionId, expectedVersion, encoding });
  }

  @FieldResolver(() => ForeignCart, { nullable: true, description: 'The cart of this visit, for its visitor; ask for it with the token of the session.' })
  cart(@Root() { cartId }: PunchoutSession): ForeignCart {
    return { id: cartId };
  }

  @FieldResolver(() => ForeignOrder, { nullable: true, description: 'What became of it; null until its purchase order came, and while that waits for approval.' })
  order(@Root() { orderId }: PunchoutSession): ForeignOrder | null {
    return orderId == null ? null : { id: orderId };
  }

  @FieldResolver(() => String, { nullable: true, description: 'What the procurement system is called.' })
  async partnerName(@Root() { partnerId }: PunchoutSession, @Ctx() { loaders }: PunchoutContext): Promise<string | null> {
    return (await loaders.partnerById.load(partnerId))?.name ?? null;
  }
}
