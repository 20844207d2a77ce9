import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { DisabledReason, EndpointStatus } from '../domain/endpoint-lifecycle.ts';
import { DisabledReasonEnum, EndpointStatusEnum } from './webhook-enums.ts';

@ObjectType('WebhookEndpoint', { description: 'A URL outside that is told of what happens, signed as Standard Webhooks has it.' })
export class WebhookEndpointType {
  @Field(() => ID, { description: 'Its id.' })
  id: string;
  @Field(() => Int, { description: 'Counts its changes; pass it as expectedVersion.' })
  version: number;
  @Field(() => String, { description: 'Where messages are sent to, with POST.' })
  url: string;
  @Field(() => String, { nullable: true, description: 'What it is, in the words of whoever registered it.' })
  description: string | null;
  @Field(() => [String], { description: 'What it hears of: "*", a kind such as "order.*", or one such as "order.order_placed".' })
  eventTypes: readonly string[];
  @Field(() => EndpointStatusEnum, { description: 'Whether it is sent to.' })
  status: EndpointStatus;
  @Field(() => DisabledReasonEnum, { nullable: true, description: 'Why it was switched off; null unless it is DISABLED.' })
  disabledReason: DisabledReason | null;
  @Field(() => Int, { description: 'The sequence of the last message made for it; 0 before the first.' })
  lastSequence: number;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it has taken nothing; null while it is well.' })
  failingSince: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when its former secret signs too; null when none does.' })
  previousSecretUntil: Date | null;
  @Field(() => DateTimeScalar, { description: 'When it was registered.' })
  createdAt: Date;
}

@ObjectType('WebhookEndpointSecret', { description: 'An endpoint with the secret its messages are signed with, which is told this once.' })
export class WebhookEndpointSecretType {
  @Field(() => WebhookEndpointType, { description: 'The endpoint.' })
  endpoint: WebhookEndpointType;
  @Field(() => String, { description: 'The secret, "whsec_" and base64, as libraries of Standard Webhooks take it.' })
  secret: string;
}
