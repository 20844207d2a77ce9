import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers as docs/protocols/ says: an example for integrators, and for tests one that can be made to fail or lie. */
export interface OutsideSystem extends AsyncDisposable {
  readonly url: string;
  readonly secret: string;
  /** Every question that arrived, well signed or not, in the order they came. */
  readonly calls: OutsideCall[];
  readonly prices: Map<string, OutsidePrice>;
  readonly stock: Map<string, OutsideStock>;
  /** WELL; FAILING: status 500; CUT: the connection breaks; SLOW: no answer in time; or a lie told instead of the true answer. */
  behave(behaviour: Behaviour): void;
}

type Behaviour = 'WELL' | 'FAILING' | 'CUT' | 'SLOW' | ((honest: Answer) => unknown);

interface OutsideCall {
  readonly name: string;
  readonly id: string;
  readonly question: Question;
  readonly signed: boolean;
}

interface OutsidePrice {
  readonly unitPrice: string;
  readonly currency?: string;
  readonly validUntil?: string;
  readonly cacheable?: boolean;
}

interface OutsideStock {
  readonly available: string | null;
  readonly cacheable?: boolean;
}

interface Question {
  readonly account?: string | null;
  readonly currency: string;
  readonly fresh?: boolean;
  readonly lines: readonly { readonly id?: string; readonly sku: string; readonly uom?: string; readonly quantity?: string; readonly on?: string; readonly amount?: string; readonly fresh?: boolean }[];
}

export interface Answer {
  readonly lines: Record<string, unknown>[];
}

const TOLERANCE_S = 300;

/**
 * A seller's own system on a free port.
 * @param now tells the time it checks signatures by
 */
export async function startOutsideSystem(now: () => Date = () => new Date()): Promise<OutsideSystem> {
  const key = Buffer.from('the key of the outside system, 32+');
  const calls: OutsideCall[] = [];
  const prices = new Map<string, OutsidePrice>();
  const stock = new Map<string, OutsideStock>();
  let behaviour: Behaviour = 'WELL';

  /** A price is looked for under "account sku", then under "sku". */
  function answerTo(name: string, { account, currency, lines }: Question): Answer {
    if (name === 'prices') {
      return {
        lines: lines.map(({ sku, uom, quantity }) => {
          const price = prices.get(`${account} ${sku}`) ?? prices.get(sku);
          return price ? { sku, uom, quantity, currency, ...price } : { sku, uom, quantity, problem: 'NO_PRICE' };
        }),
      };
    }
    if (name === 'availability') return { lines: lines.map(({ sku, uom, on }) => ({ sku, uom, on, ...(stock.get(sku) ?? { available: null }) })) };
    return { lines: lines.map(({ id }) => ({ id, currency, taxes: [{ code: 'VAT', name: 'VAT 20%', rate: '20', amount: '2.00' }] })) };
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
    const question = JSON.parse(body) as Question;
    const signed = isSigned(request, body);
    calls.push({ name, id: String(request.headers['webhook-id']), question, signed });
    if (!signed) return void response.writeHead(401).end();
    if (behaviour === 'SLOW') return; // the caller gives up first
    if (behaviour === 'CUT') return void request.socket.destroy();
    if (behaviour === 'FAILING') return void response.writeHead(500).end();
    const honest = answerTo(name, question);
    const told = behaviour === 'WELL' ? honest : behaviour(honest);
    response.writeHead(200, { 'content-type': 'application/json' }).end(typeof told === 'string' ? told : JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    secret: `whsec_${key.toString('base64')}`,
    calls,
    prices,
    stock,
    behave: (next) => void (behaviour = next),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
