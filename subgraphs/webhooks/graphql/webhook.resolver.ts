import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { Connection } from '#kernel/paging.ts';
import type { WebhooksContext } from '../context.ts';
import type { DeliveryStatus } from '../domain/delivery-lifecycle.ts';
import type { WebhookAttempt } from '../entities/webhook-attempt.ts';
import type { WebhookDelivery } from '../entities/webhook-delivery.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import { listDeliveries } from '../use-cases/list-deliveries.ts';
import { WebhookAttemptType, WebhookDeliveryType } from './webhook-delivery.type.ts';
import { WebhookEndpointType } from './webhook-endpoint.type.ts';
import { DeliveryStatusEnum } from './webhook-enums.ts';

const WebhookDeliveryConnectionType = connectionType('WebhookDelivery', WebhookDeliveryType);

@Resolver(() => WebhookEndpointType)
export class WebhookEndpointResolver {
  @FieldResolver(() => WebhookDeliveryConnectionType, { description: 'Its messages, the newest first, for as long as they are kept. Errors: BAD_CURSOR, BAD_USER_INPUT.' })
  deliveries(
    @Root() endpoint: WebhookEndpoint,
    @Arg('status', () => DeliveryStatusEnum, { nullable: true, description: 'Only those of this status.' }) status: DeliveryStatus | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, at most 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the page before.' }) after: string | null,
    @Ctx() context: WebhooksContext,
  ): Promise<Connection<WebhookDelivery>> {
    return listDeliveries(context, endpoint.id, status, { first, after });
  }
}

@Resolver(() => WebhookDeliveryType)
export class WebhookDeliveryResolver {
  @FieldResolver(() => [WebhookAttemptType], { description: 'Each try to send it, in their order.' })
  attempts(@Root() delivery: WebhookDelivery, @Ctx() { loaders }: WebhooksContext): Promise<WebhookAttempt[]> {
    return loaders.attemptsOfDelivery.load(delivery.id);
  }
}
