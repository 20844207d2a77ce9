import { execute, parse, type ExecutionResult } from 'graphql';
import { inProcessBus, type Bus } from '#kernel/bus.ts';
import { fakeClock, type Clock, type FakeClock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { RunningSubgraph } from '#kernel/subgraph.ts';
import type { Viewer, ViewerKind } from '#kernel/viewer.ts';
import { readQuotesConfig } from '../../../subgraphs/quotes/config.ts';
import type { QuotesContext } from '../../../subgraphs/quotes/context.ts';
import { quotesSubgraph } from '../../../subgraphs/quotes/subgraph.ts';

/* The quotes subgraph alone, with a clock that can be moved and peers that say what the test wants. */

// oxlint-disable-next-line no-explicit-any
type Data = Record<string, any>;

const person = (id: string, kind: ViewerKind, accountId: string, ...permissions: string[]): Viewer => ({ id, kind, accountId, permissions });
export const PEOPLE = {
  bea: person('bea', 'BUYER', 'acme', 'ASK_SALES_ASSISTANCE', 'VIEW_NET_PRICE'),
  ann: person('ann', 'BUYER', 'acme', 'ASK_SALES_ASSISTANCE'),
  eve: person('eve', 'BUYER', 'acme'),
  sam: person('sam', 'SALES_REP', 'seller', 'PUBLISH_QUOTE'),
  sue: person('sue', 'SALES_REP', 'seller', 'PUBLISH_QUOTE'),
  rob: person('rob', 'SALES_REP', 'seller'),
  olga: person('olga', 'ADMINISTRATOR', 'seller'),
  pia: person('pia', 'PARTNER', 'partner'),
};
export type Name = keyof typeof PEOPLE;

export interface Desk extends AsyncDisposable {
  readonly clock: FakeClock;
  readonly bus: Bus;
  readonly running: RunningSubgraph;
  /** The accounts the catalog was asked for, question by question. */
  readonly pricedFor: (string | undefined)[];
  /** The first line of each of those questions, by which its quote is known. */
  readonly pricedQuotes: (string | undefined)[];
  /** What everything costs from now on; 1.00 at first. */
  setPrice(price: string): void;
  contextOf(name: Name): QuotesContext;
  ask(name: Name, query: string, variables?: Data): Promise<Data>;
  codeOf(name: Name, query: string, variables?: Data): Promise<string>;
  /** A new quote of Bea's for three nails, taken through the moves named. */
  quoteAfter(...moves: readonly (readonly [Name, string])[]): Promise<string>;
  frames(name: Name, query: string, variables?: Data): Promise<AsyncIterator<{ data?: Data | null }>>;
}

const LIST = { kind: 'LIST', source: 'site', delta: { amount: '1.00', currency: 'EUR' }, unitPriceAfter: { amount: '1.00', currency: 'EUR' }, note: null };
const priceLine = (line: Data, price: string): Data => {
  const unitPrice = line.override?.unitPrice ?? price;
  const total = (Number(unitPrice) * Number(line.quantity)).toFixed(2);
  return { id: line.id, uom: line.uom ?? 'EA', problem: null, name: line.sku, listPrice: price, unitPrice, total, discount: '0.00', taxes: [], explanation: [LIST] };
};

/** Everything costs the same, without tax or freight. */
function priceDocument({ lines }: Data, price: string): Data {
  const priced = (lines as Data[]).map((line) => priceLine(line, price));
  const subtotal = priced.reduce((sum, line) => sum + Number(line.total), 0).toFixed(2);
  return { ...NOTHING_ELSE, lines: priced, subtotal, total: subtotal };
}

const NOTHING_ELSE = {
  currency: 'EUR', pricesIncludeTax: false, paymentTerm: null, freeLines: [], adjustments: [], shipping: null, taxes: [], discountTotal: '0.00', taxRelief: '0.00', taxTotal: '0.00', taxProblem: null, shippingTotal: '0.00', promotionsApplied: [], promotionsRefused: [], agreementsRefused: [],
};

const factsOf = (name: Name): { viewer: Viewer; requestId: string } => ({ viewer: PEOPLE[name], requestId: newId() });

export async function openDesk(env: Record<string, string> = {}, beforePricing?: (desk: Desk) => Promise<void>, wrong?: Clock): Promise<Desk> {
  const clock = fakeClock();
  const bus = inProcessBus();
  const pricedFor: (string | undefined)[] = [];
  const pricedQuotes: (string | undefined)[] = [];
  let price = '1.00';
  const running = await quotesSubgraph(readQuotesConfig({ CARTWRIGHT_QUOTES_ENABLED: 'true', CARTWRIGHT_QUOTES_EXPIRY_SCHEDULE: '0 0 29 2 *', ...env })).run({
    dataDir: ':memory:',
    bus,
    clock: wrong ?? clock,
    log: () => undefined,
    peers: async ({ subgraph, variables }) => {
      if (subgraph === 'notifications') return { data: { tellPeople: true } };
      if (subgraph === 'accounts') return { data: { accountMayBuy: true, peopleById: [] } };
      const input = (variables?.input ?? {}) as Data;
      pricedFor.push(input.accountId);
      pricedQuotes.push(input.lines?.[0]?.id);
      await beforePricing?.(desk);
      return { data: { priceDocument: priceDocument(input, price) } };
    },
  });

  const run = async (name: Name, query: string, variables?: Data): Promise<ExecutionResult> =>
    execute({ schema: running.schema, document: parse(query), variableValues: variables, contextValue: running.contextFor(factsOf(name)) });

  const desk: Desk = {
    clock,
    bus,
    running,
    pricedFor,
    pricedQuotes,
    setPrice: (next) => void (price = next),
    contextOf: (name) => running.contextFor(factsOf(name)) as QuotesContext,
    async ask(name, query, variables) {
      const { data, errors } = await run(name, query, variables);
      if (errors || !data) throw new Error(`Refused: ${JSON.stringify(errors)}`);
      return data as Data;
    },
    async codeOf(name, query, variables) {
      const { errors } = await run(name, query, variables);
      return errors?.[0] ? String(errors[0].extensions.code ?? errors[0].message) : 'allowed';
    },
    async quoteAfter(...moves) {
      const { createQuote } = await desk.ask('bea', 'mutation { createQuote(lines: [{ sku: "NAIL", quantity: "3" }]) { id } }');
      for (const [name, move] of moves) await desk.ask(name, `mutation { ${moveOf(move, createQuote.id)} }`);
      return createQuote.id;
    },
    async frames(name, query, variables) {
      const source = await running.subscribe({ document: parse(query), variables, operationName: undefined, facts: factsOf(name) });
      if (!(Symbol.asyncIterator in source)) throw new Error(`Refused: ${JSON.stringify(source.errors)}`);
      return source as AsyncIterator<{ data?: Data | null }>;
    },
    [Symbol.asyncDispose]: () => running.stop(),
  };
  return desk;
}

/** `publish` becomes `publishQuote(quoteId: …) { id }`. */
export function moveOf(move: string, quoteId: string): string {
  const reason = move === 'reject' ? ', reason: "no"' : '';
  return `${move}Quote(quoteId: "${quoteId}"${reason})${move === 'delete' ? '' : ' { id status version }'}`;
}

