import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** HANG_AFTER: it does what it is asked, and never answers; FAILING: status 500, and nothing done; CUT: the connection breaks before. */
type Mood = 'WELL' | 'HANG_AFTER' | 'FAILING' | 'CUT';

interface Intent {
  readonly id: string;
  readonly object: 'payment_intent';
  readonly amount: number;
  readonly currency: string;
  payment_method: string | null;
  readonly metadata: Record<string, string>;
  status: 'requires_action' | 'requires_confirmation' | 'requires_payment_method' | 'processing' | 'requires_capture' | 'succeeded' | 'canceled';
  amount_received: number;
  last_payment_error: object | null;
  latest_charge: object | null;
  readonly client_secret: string;
  /** How often the bank kept the amount ready: more than once would be charging twice. */
  authorisations: number;
}

interface Refund {
  readonly id: string;
  readonly object: 'refund';
  readonly payment_intent: string;
  readonly amount: number;
  readonly metadata: Record<string, string>;
  status: 'pending' | 'succeeded' | 'failed';
}

/** Payment intents and refunds as Stripe's documentation describes them: an example for integrators, with a ledger, and faults on request. */
export interface StripeImitation extends AsyncDisposable {
  readonly url: string;
  readonly env: NodeJS.ProcessEnv;
  readonly intents: Map<string, Intent>;
  readonly refunds: Map<string, Refund>;
  /** "POST confirm", in the order they came. */
  readonly calls: string[];
  /** Of all questions, or of those whose path ends so. */
  behave(mood: Mood, only?: string): void;
  /** Whether refunds take the bank a while from now on; what waited is done, or not, once they no longer do. */
  delayRefunds(isSlow: boolean, outcome?: 'succeeded' | 'failed'): void;
  /** The holder of the card came to the bank, and was known or not. */
  authenticate(intent: Intent, isKnown: boolean): void;
  /** What it would post for an intent, signed at a moment. */
  callback(intent: Intent, type: string, at: Date): { headers: Record<string, string>; body: string };
}

const SECRET_KEY = 'sk_test_imitation';
const WEBHOOK_SECRET = 'whsec_imitation_of_stripe';
/** What its documentation calls test cards. */
const REFUSED: Readonly<Record<string, { code: string; decline_code?: string }>> = {
  pm_card_chargeDeclined: { code: 'card_declined', decline_code: 'generic_decline' },
  pm_card_chargeDeclinedProcessingError: { code: 'processing_error' },
};
/** The bank asks for its holder. */
const ASKS_HOLDER = 'pm_card_authenticationRequired';
/** The first confirmation with it is done, and never answered. */
const HANGS_ONCE = 'pm_hangs_once';

export async function startStripe(): Promise<StripeImitation> {
  const intents = new Map<string, Intent>();
  const refunds = new Map<string, Refund>();
  const answered = new Map<string, { asked: string; status: number; body: object }>();
  const calls: string[] = [];
  const hung = new Set<string>();
  let mood: Mood = 'WELL';
  let concerns: string | undefined;
  let refundsAreSlow = false;

  const unexpected = (intent: Intent): Answer => ({ status: 400, body: { error: { type: 'invalid_request_error', code: 'payment_intent_unexpected_state', message: `This PaymentIntent is ${intent.status}.`, payment_intent: intent } } });

  function confirm(intent: Intent, fields: URLSearchParams): Answer {
    if (intent.status !== 'requires_confirmation' && intent.status !== 'requires_payment_method') return unexpected(intent);
    intent.payment_method = fields.get('payment_method') ?? intent.payment_method;
    const refusal = REFUSED[intent.payment_method ?? ''];
    if (refusal) {
      Object.assign(intent, { status: 'requires_payment_method', last_payment_error: { type: 'card_error', ...refusal } });
      return { status: 402, body: { error: { type: 'card_error', message: 'Your card was declined.', ...refusal, payment_intent: intent } } };
    }
    if (intent.payment_method === ASKS_HOLDER) return ok(Object.assign(intent, { status: 'requires_action' }));
    return ok(keepReady(intent));
  }

  function keepReady(intent: Intent): Intent {
    intent.authorisations++;
    return Object.assign(intent, { status: 'requires_capture', latest_charge: { id: `ch_${intent.id}`, payment_method_details: { card: { multicapture: { status: 'available' } } } } });
  }

  function capture(intent: Intent, fields: URLSearchParams): Answer {
    if (intent.status !== 'requires_capture') return unexpected(intent);
    const amount = Number(fields.get('amount_to_capture') ?? intent.amount);
    if (amount > intent.amount - intent.amount_received) return { status: 400, body: { error: { type: 'invalid_request_error', code: 'amount_too_large', message: 'More than is left.' } } };
    intent.amount_received += amount;
    Object.assign(intent.metadata, metadataOf(fields));
    if (fields.get('final_capture') !== 'false') intent.status = 'succeeded';
    return ok(intent);
  }

  function cancel(intent: Intent): Answer {
    if (intent.status === 'succeeded' || intent.status === 'canceled' || intent.status === 'processing') return unexpected(intent);
    return ok(Object.assign(intent, { status: 'canceled' }));
  }

  function refund(fields: URLSearchParams): Answer {
    const intent = intents.get(fields.get('payment_intent') ?? '');
    const amount = Number(fields.get('amount'));
    const before = [...refunds.values()].filter((each) => each.payment_intent === intent?.id).reduce((sum, each) => sum + each.amount, 0);
    if (!intent || before + amount > intent.amount_received) return { status: 400, body: { error: { type: 'invalid_request_error', message: 'More than was captured.' } } };
    const made: Refund = { id: `re_${randomUUID()}`, object: 'refund', payment_intent: intent.id, amount, metadata: metadataOf(fields), status: refundsAreSlow ? 'pending' : 'succeeded' };
    refunds.set(made.id, made);
    return ok(made);
  }

  function create(fields: URLSearchParams): Answer {
    const intent: Intent = {
      id: `pi_${randomUUID()}`, object: 'payment_intent', amount: Number(fields.get('amount')), currency: fields.get('currency') ?? '', payment_method: fields.get('payment_method'), metadata: metadataOf(fields),
      status: fields.has('payment_method') ? 'requires_confirmation' : 'requires_payment_method', amount_received: 0, last_payment_error: null, latest_charge: null, client_secret: `secret_${randomUUID()}`, authorisations: 0,
    };
    intents.set(intent.id, intent);
    return ok({ ...intent }); // as it was made, which is what a repeat under the key is told
  }

  function answerTo(method: string, path: string, fields: URLSearchParams): Answer {
    const [, , collection, id, action] = path.split('/');
    if (collection === 'refunds') return method === 'POST' ? refund(fields) : ok({ object: 'list', data: [...refunds.values()].filter((each) => each.payment_intent === fields.get('payment_intent')) });
    if (id === undefined) return create(fields);
    const intent = intents.get(id);
    if (!intent) return { status: 404, body: { error: { type: 'invalid_request_error', code: 'resource_missing', message: 'No such PaymentIntent.' } } };
    if (action === 'confirm') return confirm(intent, fields);
    if (action === 'capture') return capture(intent, fields);
    return action === 'cancel' ? cancel(intent) : ok(intent);
  }

  /** The first answer under a key is the answer to all that come with it. */
  function keyed(key: string | undefined, asked: string, work: () => Answer): Answer {
    const known = key === undefined ? undefined : answered.get(key);
    if (known && known.asked !== asked) return { status: 400, body: { error: { type: 'idempotency_error', message: 'The key came before with other parameters.' } } };
    if (known) return known;
    const answer = work();
    const body = JSON.parse(JSON.stringify(answer.body)) as object;
    if (key !== undefined) answered.set(key, { asked, status: answer.status, body });
    return { status: answer.status, body };
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const form = Buffer.concat(chunks).toString('utf8');
    const fields = method === 'POST' ? new URLSearchParams(form) : searchParams;
    calls.push(`${method} ${pathname.split('/').at(-1)?.replace(/_[0-9a-f-]{36}$/, '')}`);
    if (headers.authorization !== `Bearer ${SECRET_KEY}`) return send(response, { status: 401, body: { error: { type: 'invalid_request_error', message: 'Invalid API Key.' } } });
    const now = concerns === undefined || pathname.endsWith(concerns) ? mood : 'WELL';
    if (now === 'CUT') return void request.socket.destroy();
    if (now === 'FAILING') return send(response, { status: 500, body: { error: { type: 'api_error' } } });
    const answer = keyed(headers['idempotency-key'] as string | undefined, `${pathname}?${form}`, () => answerTo(method, pathname, fields));
    if (now === 'HANG_AFTER' || hangsOnce(pathname)) return; // done, and the caller gives up first
    send(response, answer);
  }

  function hangsOnce(path: string): boolean {
    const [, , , id = '', action] = path.split('/');
    if (action !== 'confirm' || intents.get(id)?.payment_method !== HANGS_ONCE || hung.has(id)) return false;
    return hung.add(id).size > 0;
  }

  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    env: {
      CARTWRIGHT_ORDERS_PAYMENT_PROVIDER: 'stripe',
      CARTWRIGHT_ORDERS_STRIPE_URL: url,
      CARTWRIGHT_ORDERS_STRIPE_SECRET_KEY: SECRET_KEY,
      CARTWRIGHT_ORDERS_STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      CARTWRIGHT_ORDERS_PAYMENT_TIMEOUT_MS: '2500',
    },
    intents,
    refunds,
    calls,
    behave(next, only) {
      mood = next;
      concerns = only;
    },
    delayRefunds(isSlow, outcome = 'succeeded') {
      refundsAreSlow = isSlow;
      if (!isSlow) for (const refund of refunds.values()) if (refund.status === 'pending') refund.status = outcome;
    },
    authenticate(intent, isKnown) {
      if (intent.status !== 'requires_action') throw new Error(`Nobody is asked for: ${intent.status}.`);
      if (isKnown) keepReady(intent);
      else Object.assign(intent, { status: 'requires_payment_method', last_payment_error: { type: 'card_error', code: 'payment_intent_authentication_failure' } });
    },
    callback(intent, type, at) {
      const body = JSON.stringify({ id: `evt_${randomUUID()}`, type, data: { object: intent } });
      const t = Math.floor(at.getTime() / 1_000);
      const v1 = createHmac('sha256', WEBHOOK_SECRET).update(`${t}.${body}`).digest('hex');
      return { headers: { 'stripe-signature': `t=${t},v1=${v1}` }, body };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

const ok = (body: object): Answer => ({ status: 200, body });

const send = (response: ServerResponse, { status, body }: Answer): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

const metadataOf = (fields: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...fields].flatMap(([name, value]) => { const key = /^metadata\[(.+)\]$/.exec(name)?.[1]; return key === undefined ? [] : [[key, value]]; }));
