import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Data } from './session.ts';

/** An order and quote system as docs/protocols/order-system.md says: an example for integrators, and for tests one that can be made to fail or lie. */
export interface OrderSystem extends AsyncDisposable {
  readonly secret: string;
  /** What the product is told, to hand over to it and to ask it. */
  readonly settings: Record<string, string>;
  /** Everything that arrived, in the order it came. */
  readonly calls: Call[];
  /** What it has, by its numbers: what was handed over, and what came by other channels. */
  readonly documents: Map<string, SystemDocument>;
  /** How many were made of each thing handed over, by its id: more than one would be doubled. */
  readonly made: ReadonlyMap<string, number>;
  /** Takes in something by telephone. @returns its number */
  phone(document: Partial<SystemDocument> & Pick<SystemDocument, 'customer'>): string;
  /**
   * WELL; FAILING: status 500; CUT: the connection breaks; SLOW: no answer in time; CUT_AFTER, SILENT: likewise, but it does first what it is
   * asked; a reason to refuse with; or a lie told instead of the true answer. To all questions, or to those of one name.
   */
  behave(mood: Mood, only?: string): void;
  /** Answers with status 500 whenever it is asked something like that. */
  failAt(isSo: (question: Data) => boolean): void;
}

type Mood = 'WELL' | 'FAILING' | 'CUT' | 'CUT_AFTER' | 'SLOW' | 'SILENT' | { readonly refuse: string } | ((honest: Data, question: Data) => unknown);

interface Call {
  readonly name: string;
  readonly id: string;
  readonly body: string;
  readonly question: Data;
  readonly signed: boolean;
}

export interface SystemDocument {
  readonly kind: 'order' | 'quote';
  number: string;
  customer: string;
  buyer: string | null;
  reference: string | null;
  channel: string;
  placedAt: string;
  expiresAt: string | null;
  status: string;
  currency: string;
  total: string;
  lines: Data[];
}

const TOLERANCE_S = 300;
const PREFIX = { order: 'SO', quote: 'SQ' } as const;

/**
 * @param now tells the time it checks signatures by
 * @param port any free one when left out
 */
export async function startOrderSystem({ now = () => new Date(), port = 0 }: { now?: () => Date; port?: number } = {}): Promise<OrderSystem> {
  const key = Buffer.from('the key of the order system, 32 or more');
  const calls: Call[] = [];
  const documents = new Map<string, SystemDocument>();
  const made = new Map<string, number>();
  const taken = new Map<string, SystemDocument>();
  const moods = new Map<string, Mood>();
  let counter = 100_000;
  let fails: (question: Data) => boolean = () => false;

  const nextNumber = (kind: SystemDocument['kind']): string => `${PREFIX[kind]}-${++counter}`;

  /** What comes again under an id it came under is the one there is; under another it would be another. */
  function submit(kind: SystemDocument['kind'], question: Data, messageId: string): Data {
    const id: string = question[kind];
    const known = taken.get(messageId);
    const document: SystemDocument = known ?? {
      kind,
      number: nextNumber(kind),
      customer: question.customer,
      buyer: question.buyer,
      reference: id,
      channel: 'STORE',
      placedAt: question.placedAt ?? question.createdAt,
      expiresAt: question.expiresAt ?? null,
      status: 'RECEIVED',
      currency: question.currency,
      total: question.total,
      lines: question.lines.map(({ sku, description, quantity, uom, unitPrice, total }: Data) => ({ sku, description, quantity, uom, unitPrice, total, status: 'OPEN' })),
    };
    if (!known) made.set(id, (made.get(id) ?? 0) + 1);
    taken.set(messageId, document);
    documents.set(document.number, document);
    return { [kind]: id, taken: true, number: document.number, total: document.total };
  }

  function list(kind: SystemDocument['kind'], { customer, buyer, limit, after }: Data): Data {
    const all = [...documents.values()].filter((each) => each.kind === kind && each.customer === customer && (buyer === null || each.buyer === buyer));
    const sorted = all.toSorted((a, b) => Date.parse(b.placedAt) - Date.parse(a.placedAt) || (a.number < b.number ? 1 : -1));
    const from = after === null ? 0 : Number(after);
    const page = sorted.slice(from, from + Math.min(limit, 100));
    return { documents: page.map(({ lines: _lines, kind: _kind, ...summary }) => summary), next: from + page.length < sorted.length ? String(from + page.length) : null };
  }

  function detail(kind: SystemDocument['kind'], { customer, number }: Data): Data {
    const document = documents.get(number);
    return { document: document?.kind === kind && document.customer === customer ? document : null };
  }

  function answerTo(name: string, question: Data, messageId: string): Data {
    const kind = name.includes('order') ? 'order' : 'quote';
    if (name.startsWith('submit-')) return submit(kind, question, messageId);
    return name.endsWith('s') ? list(kind, question) : detail(kind, question);
  }

  function isSigned(request: IncomingMessage, body: string): boolean {
    const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature } = request.headers;
    const right = createHmac('sha256', key).update(`${String(id)}.${String(timestamp)}.${body}`).digest('base64');
    return signature === `v1,${right}` && Math.abs(now().getTime() / 1_000 - Number(timestamp)) <= TOLERANCE_S;
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const name = request.url?.split('/').at(-1) ?? '';
    const question = JSON.parse(body) as Data;
    const signed = isSigned(request, body);
    calls.push({ name, id: String(request.headers['webhook-id']), body, question, signed });
    if (!signed) return void response.writeHead(401).end();
    const mood = moods.get(name) ?? moods.get('') ?? 'WELL';
    if (mood === 'SLOW') return; // the caller gives up first
    if (mood === 'CUT') return void request.socket.destroy();
    if (mood === 'FAILING' || fails(question)) return void response.writeHead(503).end();
    const kind = name.includes('order') ? 'order' : 'quote';
    const honest = typeof mood === 'object' ? { [kind]: question[kind], taken: false, reason: mood.refuse } : answerTo(name, question, String(request.headers['webhook-id']));
    if (mood === 'SILENT') return;
    if (mood === 'CUT_AFTER') return void request.socket.destroy();
    const told = typeof mood === 'function' ? mood(honest, question) : honest;
    response.writeHead(200, { 'content-type': 'application/json' }).end(typeof told === 'string' ? told : JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`;
  const secret = `whsec_${key.toString('base64')}`;

  return {
    secret,
    settings: {
      CARTWRIGHT_CHANNELS_ORDER_URL: url,
      CARTWRIGHT_CHANNELS_ORDER_SECRET: secret,
      CARTWRIGHT_CHANNELS_QUOTE_URL: url,
      CARTWRIGHT_CHANNELS_QUOTE_SECRET: secret,
      CARTWRIGHT_ORDERS_HAND_OVER: 'true',
      CARTWRIGHT_QUOTES_HAND_OVER: 'true',
      CARTWRIGHT_CHANNELS_ROUND_SECONDS: '0.05',
      CARTWRIGHT_CHANNELS_SUBMIT_TIMEOUT_MS: '1500',
      CARTWRIGHT_CHANNELS_READ_TIMEOUT_MS: '1500',
    },
    calls,
    documents,
    made,
    phone(given) {
      const kind = given.kind ?? 'order';
      const document: SystemDocument = { kind, number: nextNumber(kind), buyer: null, reference: null, channel: 'PHONE', placedAt: now().toISOString(), expiresAt: null, status: 'SHIPPED', currency: 'GBP', total: '42.00', lines: [{ sku: 'TEL-1', description: 'Ordered by telephone', quantity: '2', uom: 'EA', unitPrice: '21.00', total: '42.00', status: 'SHIPPED' }], ...given };
      documents.set(document.number, document);
      return document.number;
    },
    behave(mood, only = '') {
      if (only === '') moods.clear();
      moods.set(only, mood);
    },
    failAt(isSo) {
      fails = isSo;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
