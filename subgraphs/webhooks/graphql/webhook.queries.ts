import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { WebhooksContext } from '../context.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import { findEndpoint } from '../use-cases/find-endpoint.ts';
import { listEndpoints } from '../use-cases/list-endpoints.ts';
import { WebhookEndpointType } from './webhook-endpoint.type.ts';

@Resolver()
export class WebhookQueries {
  @Query(() => [WebhookEndpointType], { description: 'All endpoints, the newest first; at most 50. Administrators only. Errors: FORBIDDEN.' })
  webhookEndpoints(@Ctx() context: WebhooksContext): Promise<WebhookEndpoint[]> {
    return listEndpoints(context);
  }

  @Query(() => WebhookEndpointType, { nullable: true, description: 'One endpoint. Administrators only. Errors: NOT_FOUND, FORBIDDEN.' })
  webhookEndpoint(@Arg('id', () => ID, { description: "The endpoint's id." }) id: string, @Ctx() context: WebhooksContext): Promise<WebhookEndpoint> {
    requireAdministrator(context);
    return findEndpoint(context.db, id);
  }
}
