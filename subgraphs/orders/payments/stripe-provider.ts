import { Pool } from 'undici';
import { z } from 'zod';
import type { AuthenticationAsked, ProviderAnswer } from '../domain/payment-lifecycle.ts';
import { readStripeCallback } from './stripe-callback.ts';
import type { PaymentProvider, ProviderOperation } from './ports.ts';

export interface StripeSettings {
  readonly url: string;
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly timeoutMs: number;
}

/** Pinned: answers keep the shape they had then. */
const API_VERSION = '2024-06-20';

const Intent = z.object({
  id: z.string(),
  status: z.string(),
  metadata: z.record(z.string(), z.string()).default({}),
  latest_charge: z.object({ payment_method_details: z.object({ card: z.object({ multicapture: z.object({ status: z.string() }).nullish() }).nullish() }).nullish() }).nullish().catch(null),
  client_secret: z.string().nullish(),
  next_action: z.object({ redirect_to_url: z.object({ url: z.string().nullish() }).nullish() }).nullish().catch(null),
  last_payment_error: z.object({ code: z.string().nullish(), decline_code: z.string().nullish(), type: z.string().nullish() }).nullish(),
});
type Intent = z.infer<typeof Intent>;
const Refund = z.object({ id: z.string(), status: z.string(), metadata: z.record(z.string(), z.string()).default({}), failure_reason: z.string().nullish() });
const Failure = z.object({ error: z.object({ type: z.string(), code: z.string().nullish(), decline_code: z.string().nullish(), message: z.string().nullish(), payment_intent: Intent.nullish() }) });
type Failure = z.infer<typeof Failure>['error'];

/** One operation takes several questions, and all together no longer than this. */
interface Timed extends ProviderOperation {
  readonly stop: AbortSignal;
}

type Answer = ProviderAnswer | AuthenticationAsked;

/** What it answered, when it answered anything that means something; all else is silence. */
type Told<Thing> = { readonly ok: Thing } | { readonly refused: Failure };

/**
 * Stripe's payment intents, captured by hand, over its REST API. An intent is made first, which moves no money and is found
 * again under its idempotency key; only then it is confirmed. So an intent whose confirmation went unheard is looked at, and
 * one that was canceled can never be confirmed. https://docs.stripe.com/api/payment_intents
 */
export function stripeProvider({ url, secretKey, webhookSecret, timeoutMs }: StripeSettings): PaymentProvider {
  const { origin, pathname } = new URL(url);
  const base = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, { connections: 8, keepAliveTimeout: 10_000, connect: { timeout: timeoutMs } });

  async function ask<Thing>(shape: z.ZodType<Thing>, method: 'GET' | 'POST', path: string, stop: AbortSignal, fields: Record<string, string> = {}, key?: string): Promise<Told<Thing>> {
    const headers: Record<string, string> = { authorization: `Bearer ${secretKey}`, 'stripe-version': API_VERSION };
    if (key !== undefined) headers['idempotency-key'] = key;
    const form = new URLSearchParams(fields).toString();
    const isPost = method === 'POST';
    if (isPost) headers['content-type'] = 'application/x-www-form-urlencoded';
    const { statusCode, body } = await pool.request({ method, path: `${base}${path}${!isPost && form ? `?${form}` : ''}`, headers, body: isPost ? form : undefined, signal: stop });
    const told: unknown = await body.json();
    if (statusCode === 200) return { ok: shape.parse(told) };
    // 409: the same is under way; 429 and 5xx: nobody knows. Told again later, under the same key.
    if (statusCode === 409 || statusCode === 429 || statusCode >= 500) throw new Error(`Stripe answered with status ${statusCode}.`);
    return { refused: Failure.parse(told).error };
  }

  const read = (id: string, stop: AbortSignal): Promise<Told<Intent>> => ask(Intent, 'GET', `/v1/payment_intents/${encodeURIComponent(id)}`, stop, { 'expand[]': 'latest_charge' });

  /** The same intent however often it is asked for, also by a void, which does not know the card: that comes with the confirmation. @throws also when it is refused: our own mistake, which a person has to see */
  async function intentOf({ reference, authoriseKey, amountMinor, currency, stop }: Timed): Promise<Told<Intent>> {
    if (reference !== null) return read(reference, stop);
    const made = await ask(
      Intent,
      'POST',
      '/v1/payment_intents',
      stop,
      { amount: String(amountMinor), currency: currency.toLowerCase(), capture_method: 'manual', 'payment_method_types[]': 'card', 'payment_method_options[card][request_multicapture]': 'if_available', 'metadata[key]': authoriseKey },
      authoriseKey,
    );
    return 'refused' in made ? made : read(made.ok.id, stop); // as it is now, not as it was made
  }

  async function withIntent(operation: Timed, then: (intent: Intent) => Promise<Answer> | Answer): Promise<Answer> {
    const told = await intentOf(operation);
    return 'ok' in told ? then(told.ok) : refusalOf(told.refused);
  }

  /** An intent is confirmed once, whatever is sent: one that is no longer to be confirmed says so. */
  const authorise = (operation: Timed): Promise<Answer> =>
    withIntent(operation, async (intent) => {
      const known = authorised(intent);
      if (known) return known;
      const told = await ask(Intent, 'POST', `/v1/payment_intents/${encodeURIComponent(intent.id)}/confirm`, operation.stop, operation.token === null ? {} : { payment_method: operation.token });
      if ('ok' in told) return authorised(told.ok) ?? { outcome: 'FAILED', reason: told.ok.status, reference: intent.id };
      const { payment_intent: now } = told.refused;
      return (now && now.status !== 'requires_payment_method' ? authorised(now) : undefined) ?? { ...refusalOf(told.refused), reference: intent.id };
    });

  const capture = (operation: Timed): Promise<Answer> =>
    withIntent(operation, async ({ id, latest_charge: charge }) => {
      const mayFollow = !operation.isLast && charge?.payment_method_details?.card?.multicapture?.status === 'available'; // else the rest is let go of
      const fields = { ...(mayFollow && { final_capture: 'false' }), amount_to_capture: String(operation.amountMinor), [`metadata[${captureName(operation)}]`]: String(operation.amountMinor) };
      return answerOf(await ask(Intent, 'POST', `/v1/payment_intents/${encodeURIComponent(id)}/capture`, operation.stop, fields, operation.key), id);
    });

  /** Nothing is left to let go of in one that succeeded. */
  const letGo = (operation: Timed): Promise<Answer> =>
    withIntent(operation, async (intent) => {
      const known = letGoOf(intent);
      if (known) return known;
      const told = await ask(Intent, 'POST', `/v1/payment_intents/${encodeURIComponent(intent.id)}/cancel`, operation.stop);
      if ('ok' in told) return { outcome: 'DONE', reference: intent.id };
      return (told.refused.payment_intent && letGoOf(told.refused.payment_intent)) ?? refusalOf(told.refused);
    });

  const giveBack = async (operation: Timed): Promise<ProviderAnswer> => {
    const { reference, amountMinor, key, stop } = operation;
    const told = await ask(Refund, 'POST', '/v1/refunds', stop, { payment_intent: reference ?? '', amount: String(amountMinor), 'metadata[key]': key }, key);
    return 'ok' in told ? refunded(told.ok) : refusalOf(told.refused);
  };

  const findRefund = async ({ reference, key, stop }: Timed): Promise<ProviderAnswer | undefined> => {
    const Refunds = z.object({ data: z.array(Refund) });
    const told = await ask(Refunds, 'GET', '/v1/refunds', stop, { payment_intent: reference ?? '', limit: '100' });
    const known = 'ok' in told ? told.ok.data.find(({ metadata }) => metadata.key === key) : undefined;
    return known && refunded(known);
  };

  const find = (operation: Timed, known: (intent: Intent) => Answer | undefined): Promise<Answer | undefined> =>
    intentOf(operation).then((told) => ('ok' in told ? known(told.ok) : undefined));

  const timed = (operation: ProviderOperation): Timed => ({ ...operation, stop: AbortSignal.timeout(timeoutMs) });
  /** There is no word for it at Stripe: the last capture lets go of the rest, and for what is last we go by our own figure. */
  const reduce = async ({ reference }: Timed): Promise<ProviderAnswer> => ({ outcome: 'DONE', reference: reference ?? '' });

  const SEND = { AUTHORISE: authorise, REDUCE: reduce, CAPTURE: capture, VOID: letGo, REFUND: giveBack } as const;

  return {
    name: 'stripe',
    send: (operation) => SEND[operation.kind](timed(operation)),
    async find(asked) {
      const operation = timed(asked);
      if (operation.kind === 'REFUND') return findRefund(operation);
      if (operation.kind === 'REDUCE') return reduce(operation);
      if (operation.kind === 'AUTHORISE') return find(operation, authorised);
      if (operation.kind === 'VOID') return find(operation, letGoOf);
      return find(operation, ({ id, metadata }) => (metadata[captureName(operation)] === undefined ? undefined : { outcome: 'DONE', reference: id }));
    },
    hear: (callback, now) => readStripeCallback(webhookSecret, callback, now),
    close: () => pool.destroy(),
  };
}

/** What became of an authorisation; undefined while nobody has confirmed it. @throws while the bank has not answered */
function authorised({ id: reference, status, last_payment_error: error, next_action: action, client_secret: secret }: Intent): Answer | undefined {
  if (status === 'requires_capture' || status === 'succeeded') return { outcome: 'DONE', reference };
  if (status === 'processing') throw new Error('The bank has not answered yet.');
  if (status === 'canceled') return { outcome: 'FAILED', reason: 'voided', reference };
  if (status === 'requires_action') return { outcome: 'AUTHENTICATE', reference, url: action?.redirect_to_url?.url ?? null, secret: secret ?? null };
  if (status === 'requires_payment_method' && error) return { ...refusalOf({ type: error.type ?? 'card_error', code: error.code, decline_code: error.decline_code }), reference };
  return undefined;
}

/** @throws while the bank has not answered: then it cannot be canceled */
function letGoOf({ id, status }: Intent): ProviderAnswer | undefined {
  if (status === 'processing') throw new Error('The bank has not answered yet.');
  return status === 'canceled' || status === 'succeeded' ? { outcome: 'DONE', reference: id } : undefined;
}

/** By it a capture is found again on its intent: names there have at most forty letters. */
const captureName = ({ key }: Timed): string => key.slice(0, 36);

const answerOf = (told: Told<Intent>, reference: string): ProviderAnswer => ('ok' in told ? { outcome: 'DONE', reference } : refusalOf(told.refused));

/** @throws while it is under way: it may fail yet */
function refunded({ id: reference, status, failure_reason: reason }: z.infer<typeof Refund>): ProviderAnswer {
  if (status === 'pending' || status === 'requires_action') throw new Error('The refund is still under way.');
  return status === 'failed' || status === 'canceled' ? { outcome: 'FAILED', reason: reason ?? status, reference } : { outcome: 'DONE', reference };
}

/** A card error is the bank's no, but for one that says it could not be processed; all others are that too. */
function refusalOf({ type, code, decline_code: decline, message }: Failure): ProviderAnswer & { outcome: 'DECLINED' | 'FAILED' } {
  const reason = decline ?? code ?? message ?? type;
  return { outcome: type === 'card_error' && code !== 'processing_error' ? 'DECLINED' : 'FAILED', reason };
}
