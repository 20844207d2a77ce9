import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { DeliveryStatus } from '../domain/delivery-lifecycle.ts';
import { DeliveryStatusEnum } from './webhook-enums.ts';

@ObjectType('WebhookAttempt', { description: 'One try to send a message, and what came of it.' })
export class WebhookAttemptType {
  @Field(() => Int, { nullable: true, description: 'The HTTP status of the answer; null when there was none.' })
  statusCode: number | null;
  @Field(() => String, { nullable: true, description: 'Why there was no answer.' })
  error: string | null;
  @Field(() => String, { nullable: true, description: 'How the answer began: 500 characters at most.' })
  answer: string | null;
  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  tookMs: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended; null for a test message.' })
  at?: Date | null;
}

@ObjectType('WebhookDelivery', { description: 'One message to one endpoint.' })
export class WebhookDeliveryType {
  @Field(() => ID, { description: 'Its id, to replay it by.' })
  id: string;
  @Field(() => ID, { description: 'The id of the event, which is the webhook-id of each attempt: by it a receiver knows what it has had.' })
  eventId: string;
  @Field(() => String, { description: 'What happened, such as "order.order_placed".' })
  eventType: string;
  @Field(() => Int, { description: 'Counts the messages of the endpoint, without a gap.' })
  sequence: number;
  @Field(() => Int, { description: 'The version the cart, quote, order or other thing had after the event.' })
  aggregateVersion: number;
  @Field(() => String, { description: 'The message to the byte, as it is signed.' })
  body: string;
  @Field(() => DeliveryStatusEnum, { description: 'What became of it.' })
  status: DeliveryStatus;
  @Field(() => DateTimeScalar, { description: 'When it was made.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was delivered or given up.' })
  settledAt: Date | null;
}
