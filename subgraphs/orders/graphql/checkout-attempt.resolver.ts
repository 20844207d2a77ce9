import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, registerEnumType, Resolver, Root, Subscription } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { OrdersContext } from '../context.ts';
import type { CheckoutStep } from '../domain/checkout-steps.ts';
import type { Checkout } from '../entities/checkout.ts';
import type { Order } from '../entities/order.ts';
import { readCheckout } from '../use-cases/checkout-row.ts';
import { findAttempt, followCheckout, type Following } from '../use-cases/follow-checkout.ts';
import { isAwaitingBuyer } from '../use-cases/await-buyer.ts';
import { AuthenticationRequiredType, authenticationShown } from './place-order-outcome.ts';
import { OrderType } from './order.type.ts';

/** Named for people who read the graph; inside, steps are named after what has been done. */
const AttemptStepEnum = {
  STARTED: 'started',
  PRICE_CONFIRMED: 'confirmed',
  APPROVED: 'approved',
  PROMOTIONS_REDEEMED: 'promotionsRedeemed',
  STOCK_RESERVED: 'stockReserved',
  PAYMENT_AUTHORISED: 'paymentAuthorised',
  PLACED: 'placed',
  APPROVAL_REQUIRED: 'approvalRequired',
  FAILED: 'failed',
} as const satisfies { readonly [name: string]: CheckoutStep };
registerEnumType(AttemptStepEnum, {
  name: 'CheckoutAttemptStep',
  description: 'How far an attempt to order is; the last three are its ends.',
  valuesConfig: {
    STARTED: { description: 'It has begun.' },
    PRICE_CONFIRMED: { description: 'The cart or quote keeps still, at the price the buyer saw.' },
    APPROVED: { description: 'Nobody has to agree, or all have.' },
    PROMOTIONS_REDEEMED: { description: 'The uses of its promotions are counted.' },
    STOCK_RESERVED: { description: 'Its goods are put aside.' },
    PAYMENT_AUTHORISED: { description: 'Its card, if it is paid by one, keeps the amount ready.' },
    PLACED: { description: 'There is an order.' },
    APPROVAL_REQUIRED: { description: 'Somebody has to agree first.' },
    FAILED: { description: 'Nothing was ordered; what was taken is given back.' },
  },
});

@ObjectType('CheckoutRefusal', { simpleResolvers: true, description: 'Why an attempt came to nothing.' })
class CheckoutRefusalType {
  @Field(() => String, { description: 'A code of the published list.' })
  code: string;
  @Field(() => String, { description: 'The same in words.' })
  message: string;
}

@ObjectType('CheckoutAttempt', { simpleResolvers: true, description: 'One attempt to make an order of a cart or quote.' })
class CheckoutAttemptType implements Pick<Checkout, 'id' | 'version' | 'step'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => Int, { description: 'Goes up by one each time it moves.' })
  version: number;
  @Field(() => AttemptStepEnum, { description: 'How far it is.' })
  step: CheckoutStep;
  @Field(() => CheckoutRefusalType, { nullable: true, description: 'Why it comes to nothing; there as soon as that is known, before it has FAILED.' })
  refusal: CheckoutRefusalType | null;
}

@ObjectType('CheckoutChange', { simpleResolvers: true, description: 'A frame of `checkoutChanged`.' })
class CheckoutChangeType implements Omit<Frame, 'aggregateId' | 'cause'> {
  @Field(() => ChangeKindEnum, { description: 'Whether this is the first state or a change.' })
  kind: ChangeKind;
  @Field(() => Int, { description: 'The version before; 0 in a snapshot.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version this frame leads to.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

@Resolver(() => CheckoutAttemptType)
export class CheckoutAttemptResolver {
  @Query(() => CheckoutAttemptType, { nullable: true, description: "The viewer's own attempt under a key; null when there is none, or it failed: then the key may be used again." })
  checkoutAttempt(@Arg('idempotencyKey', () => String, { description: 'As given to placeOrder.' }) key: string, @Ctx() context: OrdersContext): Promise<Checkout | undefined> {
    return findAttempt(context, key);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a part of the shop did not answer, and will be asked again in a moment.' })
  isWaiting(@Root() { attempts, refusal }: Checkout): boolean {
    return attempts > 0 && !refusal;
  }

  @FieldResolver(() => AuthenticationRequiredType, { nullable: true, description: 'What its buyer needs to authenticate with their bank; null unless it waits for that.' })
  authentication(@Root() attempt: Checkout): AuthenticationRequiredType | null {
    return isAwaitingBuyer(attempt) ? authenticationShown(attempt) : null;
  }

  @FieldResolver(() => OrderType, { nullable: true, description: 'The order; null unless it was PLACED.' })
  async order(@Root() { orderId }: Checkout, @Ctx() { loaders }: OrdersContext): Promise<Order | null> {
    return orderId == null ? null : ((await loaders.orderById.load(orderId)) ?? null);
  }
}

@Resolver(() => CheckoutChangeType)
export class CheckoutSubscriptions {
  @Subscription(() => CheckoutChangeType, {
    description: "Follows the viewer's own attempts under a key, also from before placeOrder is sent with it: a snapshot if there is one, then each step. Steps that pass quickly may come as one frame. With afterVersion there is no snapshot: what was missed since comes as one frame over fromVersion..version, a failure too; RESET says that it is another attempt than that of afterAttempt, or without afterAttempt that there was more than one under the key: take it as it is. Errors: UNAUTHENTICATED.",
    subscribe: ({ args, context }) => followCheckout(context as OrdersContext, args as Following),
  })
  checkoutChanged(@Arg('idempotencyKey', () => String, { description: 'As given to placeOrder.' }) _key: string, @Arg('afterVersion', () => Int, { nullable: true, description: 'The last version you have seen of the attempt.' }) _afterVersion: number | undefined, @Arg('afterAttempt', () => ID, { nullable: true, description: 'The id of the attempt that afterVersion is a version of: each counts its own.' }) _afterAttempt: string | undefined, @Root() frame: Frame): Frame {
    return frame;
  }

  @FieldResolver(() => CheckoutAttemptType, { description: 'The attempt as it is when the frame is read.' })
  attempt(@Root() { aggregateId }: Frame, @Ctx() context: OrdersContext): Promise<Checkout> {
    return readCheckout(context, aggregateId);
  }
}
