import { Arg, Ctx, Float, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { WebhooksContext } from '../context.ts';
import type { WebhookEndpoint } from '../entities/webhook-endpoint.ts';
import type { Answer } from '../outside/post-message.ts';
import { createWebhookEndpoint } from '../use-cases/create-webhook-endpoint.ts';
import { deleteWebhookEndpoint } from '../use-cases/delete-webhook-endpoint.ts';
import { replayDeliveries } from '../use-cases/replay-deliveries.ts';
import { rotateWebhookSecret } from '../use-cases/rotate-webhook-secret.ts';
import { sendTestMessage } from '../use-cases/send-test-message.ts';
import { updateWebhookEndpoint } from '../use-cases/update-webhook-endpoint.ts';
import { WebhookAttemptType } from './webhook-delivery.type.ts';
import { WebhookEndpointSecretType, WebhookEndpointType } from './webhook-endpoint.type.ts';
import { WebhookEndpointInput, WebhookEndpointUpdateInput, WebhookReplayInput } from './webhook.inputs.ts';

const EXPECTED = { nullable: true, description: 'Refuses with STALE_VERSION when the endpoint is at another.' } as const;
const ID_OF = { description: "The endpoint's id." } as const;

interface Told {
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
}

const told = (endpoint: WebhookEndpoint): Told => ({ endpoint, secret: endpoint.secret });

@Resolver()
export class WebhookMutations {
  @Mutation(() => WebhookEndpointSecretType, { description: 'Registers an endpoint; from now on it hears of what it wants to hear of. Administrators only. Errors: BAD_USER_INPUT (details name the field and what is wrong), FORBIDDEN.' })
  async createWebhookEndpoint(@Arg('input', () => WebhookEndpointInput, { description: 'The endpoint.' }) input: WebhookEndpointInput, @Ctx() context: WebhooksContext): Promise<Told> {
    return told(await createWebhookEndpoint(context, input));
  }

  @Mutation(() => WebhookEndpointType, { description: 'Changes, pauses or resumes an endpoint. Administrators only. Errors: BAD_USER_INPUT, NOT_FOUND, STALE_VERSION, FORBIDDEN.' })
  updateWebhookEndpoint(
    @Arg('id', () => ID, ID_OF) id: string,
    @Arg('input', () => WebhookEndpointUpdateInput, { description: 'What becomes of it.' }) input: WebhookEndpointUpdateInput,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: WebhooksContext,
  ): Promise<WebhookEndpoint> {
    return updateWebhookEndpoint(context, id, input, expectedVersion);
  }

  @Mutation(() => WebhookEndpointSecretType, { description: 'Gives an endpoint a new secret. Meanwhile messages carry both signatures. Administrators only. Errors: BAD_USER_INPUT, NOT_FOUND, STALE_VERSION, FORBIDDEN.' })
  async rotateWebhookSecret(
    @Arg('id', () => ID, ID_OF) id: string,
    @Arg('overlapHours', () => Float, { nullable: true, defaultValue: 24, description: 'For how long the old one signs too, at most 168 hours; 0 ends it at once.' }) overlapHours: number,
    @Arg('expectedVersion', () => Int, EXPECTED) expectedVersion: number | null,
    @Ctx() context: WebhooksContext,
  ): Promise<Told> {
    return told(await rotateWebhookSecret(context, id, overlapHours, expectedVersion));
  }

  @Mutation(() => ID, { description: 'Removes an endpoint with all its messages, and answers with its id. Administrators only. Errors: NOT_FOUND, FORBIDDEN.' })
  deleteWebhookEndpoint(@Arg('id', () => ID, ID_OF) id: string, @Ctx() context: WebhooksContext): Promise<string> {
    return deleteWebhookEndpoint(context, id);
  }

  @Mutation(() => WebhookAttemptType, { description: 'Sends a message of the type "webhook.test", now and once, and says what came of it. Administrators only. Errors: NOT_FOUND, FORBIDDEN.' })
  testWebhookEndpoint(@Arg('id', () => ID, ID_OF) id: string, @Ctx() context: WebhooksContext): Promise<Answer> {
    return sendTestMessage(context, id);
  }

  @Mutation(() => Int, { description: 'Sends messages again, with the ids and sequences they had, and answers with how many. Administrators only. Errors: BAD_USER_INPUT, NOT_FOUND, FORBIDDEN.' })
  replayWebhookDeliveries(@Arg('input', () => WebhookReplayInput, { description: 'Which.' }) input: WebhookReplayInput, @Ctx() context: WebhooksContext): Promise<number> {
    return replayDeliveries(context, input);
  }
}
