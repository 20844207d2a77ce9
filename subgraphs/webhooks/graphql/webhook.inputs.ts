import { Field, ID, InputType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { NewEndpoint } from '../use-cases/create-webhook-endpoint.ts';
import type { Replay } from '../use-cases/replay-deliveries.ts';
import type { EndpointChanges } from '../use-cases/update-webhook-endpoint.ts';

@InputType('WebhookEndpointInput', { description: 'An endpoint to be registered.' })
export class WebhookEndpointInput implements NewEndpoint {
  @Field(() => String, { description: 'HTTPS, and a host of the open internet.' })
  url: string;
  @Field(() => String, { nullable: true, description: 'What it is.' })
  description?: string | null;
  @Field(() => [String], { description: 'What it hears of: "*", a kind such as "order.*", or one such as "order.order_placed".' })
  eventTypes: string[];
}

@InputType('WebhookEndpointUpdate', { description: 'What becomes of an endpoint; what is left out stays.' })
export class WebhookEndpointUpdateInput implements EndpointChanges {
  @Field(() => String, { nullable: true, description: 'Where it is now.' })
  url?: string | null;
  @Field(() => String, { nullable: true, description: 'What it is; null for nothing.' })
  description?: string | null;
  @Field(() => [String], { nullable: true, description: 'What it hears of from now on.' })
  eventTypes?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'False pauses it. True sends again, also what has gathered meanwhile.' })
  active?: boolean | null;
}

@InputType('WebhookReplayInput', { description: 'Which messages are sent again: those named, or all since a time.' })
export class WebhookReplayInput implements Replay {
  @Field(() => ID, { description: 'Of which endpoint.' })
  endpointId: string;
  @Field(() => [ID], { nullable: true, description: 'These, given up or delivered.' })
  deliveryIds?: string[] | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'All made since then and given up.' })
  since?: Date | null;
  @Field(() => Boolean, { nullable: true, description: 'With `since`: those delivered too.' })
  deliveredToo?: boolean | null;
}
