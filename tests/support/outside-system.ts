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
  /** By their ids; what was released is remembered, in case a delayed question for it comes in afterwards. */
  readonly reservations: Map<string, Reservation>;
  /** What it adds to every order. */
  surcharge: number;
  /**
   * WELL; FAILING: status 500; CUT: the connection breaks; SLOW: no answer in time; CUT_AFTER, SILENT: likewise, but it does first
   * what it is asked; or a lie told instead of the true answer. To all questions, or to those of one name.
   */
  behave(behaviour: Behaviour, only?: string): void;
}

type Behaviour = 'WELL' | 'FAILING' | 'CUT' | 'CUT_AFTER' | 'SLOW' | 'SILENT' | ((honest: Answer) => unknown);

interface Reservation {
  readonly lines: readonly { readonly sku: string; readonly uom: string; readonly quantity: string }[];
  state: 'HELD' | 'COMMITTED' | 'RELEASED';
}

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

interface QuestionLine {
  readonly id?: string;
  readonly sku: string;
  readonly uom?: string;
  readonly quantity?: string;
  readonly unitPrice?: string;
  readonly discount?: string;
  readonly on?: string;
  readonly amount?: string;
  readonly taxClass?: string;
  readonly shipTo?: { readonly country: string } | null;
  readonly fresh?: boolean;
}

interface Question {
  readonly reservation: string;
  readonly expiresAt: string;
  /** Of a CPQ: the quote, and the step it is in. */
  readonly transaction?: string;
  readonly step?: string;
  readonly order: string;
  readonly shipping: string;
  readonly tax: string;
  readonly taxIncluded: boolean;
  readonly account?: string | null;
  readonly currency: string;
  readonly fresh?: boolean;
  readonly pricesIncludeTax?: boolean;
  readonly exempt?: boolean;
  readonly lines: readonly QuestionLine[];
}

export interface Answer {
  readonly [field: string]: unknown;
  readonly lines: Record<string, unknown>[];
}

const TOLERANCE_S = 300;
const RATES: Readonly<Record<string, number>> = { STANDARD: 0.2, REDUCED: 0.05, ZERO: 0 };

/**
 * A seller's own system on a free port.
 * @param now tells the time it checks signatures by
 */
export async function startOutsideSystem(now: () => Date = () => new Date()): Promise<OutsideSystem> {
  const key = Buffer.from('the key of the outside system, 32+');
  const calls: OutsideCall[] = [];
  const prices = new Map<string, OutsidePrice>();
  const stock = new Map<string, OutsideStock>();
  const reservations = new Map<string, Reservation>();
  /** What a CPQ calls the transactions it was told of: told again, they are the same. */
  const transactions = new Map<string, string>();
  const state = { surcharge: 0 };
  let behaviour: Behaviour = 'WELL';
  let concerns: string | undefined;

  /** So much more or less of what it counts. */
  function move({ lines }: Reservation, sign: 1 | -1): void {
    for (const { sku, quantity } of lines) {
      const { available, ...more } = stock.get(sku) ?? { available: null };
      if (available !== null) stock.set(sku, { ...more, available: String(Number(available) + sign * Number(quantity)) });
    }
  }

  /** All or nothing, once for each id; nothing for an id that was released, however late the question comes. */
  function reserve({ reservation, expiresAt, lines: asked }: Question): object {
    const lines = asked as Reservation['lines'];
    const known = reservations.get(reservation);
    if (known?.state === 'RELEASED') return { reservation, held: false, lines: lines.map(({ sku, uom }) => ({ sku, uom, available: '0' })) };
    const short = lines.filter(({ sku, quantity }) => !known && Number(stock.get(sku)?.available ?? quantity) < Number(quantity));
    if (short.length > 0) return { reservation, held: false, lines: short.map(({ sku, uom }) => ({ sku, uom, available: stock.get(sku)?.available })) };
    const made: Reservation = known ?? { lines, state: 'HELD' };
    if (!known) move(made, -1);
    reservations.set(reservation, made);
    return { reservation, held: true, expiresAt, lines };
  }

  function settle({ reservation }: Question, to: 'COMMITTED' | 'RELEASED'): object {
    const known = reservations.get(reservation);
    if (to === 'COMMITTED' && known?.state !== 'HELD' && known?.state !== 'COMMITTED') return { reservation, done: false };
    if (to === 'RELEASED' && known && known.state !== 'RELEASED') move(known, 1);
    reservations.set(reservation, { lines: known?.lines ?? [], state: to });
    return { reservation, done: true };
  }

  function total({ order, currency, lines, shipping, tax, taxIncluded }: Question): object {
    const goods = lines.reduce((sum, { quantity, unitPrice, discount }) => sum + Math.round(Number(quantity) * Number(unitPrice) * 100) / 100 - Number(discount), 0);
    return { order, currency, total: (goods + Number(shipping) + (taxIncluded ? 0 : Number(tax)) + state.surcharge).toFixed(2) };
  }

  /** What a CPQ says of a mirrored cart: only the prices it knows. */
  function quoted({ transaction, account, currency, lines }: Question): object {
    const priced = lines.flatMap(({ id, sku }) => {
      const price = prices.get(`${account} ${sku}`) ?? prices.get(sku);
      return price ? [{ id, unitPrice: price.unitPrice, currency }] : [];
    });
    const id = transactions.get(transaction ?? '') ?? `CPQ-${transactions.size + 1}`;
    transactions.set(transaction ?? '', id);
    return { transaction, id, currency, lines: priced };
  }

  /** A price is looked for under "account sku", then under "sku". */
  function answerTo(name: string, question: Question): object {
    if (name === 'reserve') return reserve(question);
    if (name === 'commit') return settle(question, 'COMMITTED');
    if (name === 'release') return settle(question, 'RELEASED');
    if (name === 'total') return total(question);
    if (name === 'order') return { transaction: question.transaction, order: question.order, taken: true };
    if (name === 'transaction') return quoted(question);
    const { account, currency, pricesIncludeTax, exempt, lines } = question;
    if (name === 'prices') {
      return {
        lines: lines.map(({ sku, uom, quantity }) => {
          const price = prices.get(`${account} ${sku}`) ?? prices.get(sku);
          return price ? { sku, uom, quantity, currency, ...price } : { sku, uom, quantity, problem: 'NO_PRICE' };
        }),
      };
    }
    if (name === 'availability') return { lines: lines.map(({ sku, uom, on }) => ({ sku, uom, on, ...(stock.get(sku) ?? { available: null }) })) };
    return {
      lines: lines.map(({ id, amount = '0', taxClass = 'STANDARD' }) => {
        const rate = RATES[taxClass] ?? 0.2;
        const tax = pricesIncludeTax ? Number(amount) - Number(amount) / (1 + rate) : Number(amount) * rate;
        if (exempt) return { id, currency, taxes: [], relief: pricesIncludeTax ? tax.toFixed(2) : '0' };
        return { id, currency, taxes: [{ code: 'VAT', name: `VAT ${rate * 100}%`, rate: String(rate), amount: tax.toFixed(2) }] };
      }),
    };
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
    const mood = concerns === undefined || concerns === name ? behaviour : 'WELL';
    if (mood === 'SLOW') return; // the caller gives up first
    if (mood === 'CUT') return void request.socket.destroy();
    if (mood === 'FAILING') return void response.writeHead(500).end();
    const honest = answerTo(name, question);
    if (mood === 'SILENT') return;
    if (mood === 'CUT_AFTER') return void request.socket.destroy();
    const told = mood === 'WELL' ? honest : mood(honest as Answer);
    response.writeHead(200, { 'content-type': 'application/json' }).end(typeof told === 'string' ? told : JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    secret: `whsec_${key.toString('base64')}`,
    calls,
    prices,
    stock,
    reservations,
    get surcharge() {
      return state.surcharge;
    },
    set surcharge(amount) {
      state.surcharge = amount;
    },
    behave(next, only) {
      behaviour = next;
      concerns = only;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
