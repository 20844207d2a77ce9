import type { PartnersContext } from '../context.ts';
import { isSignedBy, signaturesBy, type GivenSignature } from '../domain/verify-signature.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import { anyMessage, questionMessage, transferMessage, withdrawalMessage, type WireName } from '../outside/wire.ts';
import { answerAvailability } from './answer-availability.ts';
import { offerPrice } from './offer-price.ts';
import { receiveTransfer } from './receive-transfer.ts';
import { withdrawReceived } from './withdraw-received.ts';

export interface Incoming extends GivenSignature {
  /** What is asked: the name behind our path. */
  readonly name: string;
  /** Who says to send it. */
  readonly sender: string;
}

export interface Outgoing {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What is told to a sender: the status decides whether it was let in (4xx but 409: nothing was taken), and what came of it. */
export interface Told {
  readonly status: 200 | 202 | 400 | 401 | 403 | 404 | 409;
  readonly body: Readonly<Record<string, unknown>>;
}

type Handle = (context: PartnersContext, sender: TrustedSender, message: unknown) => Promise<Told>;

const atTheDoor = (status: Told['status'], code: string, message: string): Told => ({ status, body: { status: 'REFUSED', code, message } });

const MALFORMED = atTheDoor(400, 'MALFORMED', 'The message is not as the protocol has it.');

/** Reads a message strictly, and hands it on. */
const reading = <Message>(schema: { safeParse(value: unknown): { success: true; data: Message } | { success: false } }, handle: (context: PartnersContext, sender: TrustedSender, message: Message) => Promise<Told>): Handle => async (context, sender, value) => {
  const read = schema.safeParse(value);
  return read.success ? handle(context, sender, read.data) : MALFORMED;
};

const HANDLES: { readonly [N in WireName]: Handle } = {
  availability: reading(questionMessage, answerAvailability),
  prices: reading(questionMessage, offerPrice),
  transfers: reading(transferMessage, receiveTransfer),
  withdrawals: reading(withdrawalMessage, withdrawReceived),
};

/**
 * Another shop says something: who it is, that it may, that there is a key, and that we are meant is seen to before anything is kept;
 * what is wrong is reported, here and to the sender. Every answer to somebody known is signed. [XFER-10]
 */
export async function receiveMessage(context: PartnersContext, incoming: Incoming): Promise<Outgoing> {
  const { config, db, clock, log } = context;
  if (!config.receives) return signed(context, [], incoming, atTheDoor(404, 'RECEIVING_DISABLED', 'This shop takes no carts from others.'));
  const sender = await db.sql.selectFrom('TrustedSender').selectAll().where('code', '=', incoming.sender).executeTakeFirst();
  const secrets = sender ? secretsOf(sender, clock.now()) : [];
  const told = sender && isSignedBy(secrets, incoming, clock.now()) ? await answer(context, sender, incoming) : atTheDoor(401, 'SENDER_NOT_AUTHORISED', 'The sender is not known here, or did not sign this, or not just now.');
  if (told.status !== 200 && told.status !== 202) log('a message of another shop was refused', { subgraph: 'partners', sender: incoming.sender.slice(0, 40), name: incoming.name.slice(0, 40), code: told.body.code });
  return signed(context, told.status === 401 ? [] : secrets, incoming, told);
}

const secretsOf = ({ secret, previousSecret, previousSecretUntil }: TrustedSender, now: Date): string[] => (previousSecret != null && previousSecretUntil != null && previousSecretUntil > now ? [secret, previousSecret] : [secret]);

async function answer(context: PartnersContext, sender: TrustedSender, { name, body }: Incoming): Promise<Told> {
  if (!sender.active) return atTheDoor(403, 'SENDER_NOT_AUTHORISED', 'This sender may not hand carts over any more.');
  const handle = Object.hasOwn(HANDLES, name) ? HANDLES[name as WireName] : undefined;
  if (!handle) return atTheDoor(404, 'UNKNOWN_MESSAGE', 'There is no such message.');
  const message = readJson(body);
  const read = anyMessage.safeParse(message);
  if (!read.success) return MALFORMED;
  const { header: { from, to, key }, source, destination } = read.data;
  if (from !== sender.code || (source && source.code !== from)) return atTheDoor(403, 'SENDER_NOT_AUTHORISED', 'The message is from somebody else.');
  if (to !== context.config.code || (destination && destination.code !== to)) return atTheDoor(403, 'WRONG_RECIPIENT', 'The message is for somebody else.');
  if (key == null || key === '') return atTheDoor(400, 'KEY_MISSING', 'The message has no external key.');
  return handle(context, sender, message);
}

function signed({ clock }: PartnersContext, secrets: readonly string[], { id }: Incoming, { status, body }: Told): Outgoing {
  const text = JSON.stringify(body);
  const timestamp = Math.floor(clock.now().getTime() / 1_000);
  const answerId = `r_${id.slice(0, 100)}`;
  const headers: Record<string, string> = secrets.length === 0 ? {} : { 'webhook-id': answerId, 'webhook-timestamp': String(timestamp), 'webhook-signature': signaturesBy(secrets, { id: answerId, timestamp, body: text }) };
  return { status, headers, body: text };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // told as malformed
  }
}
