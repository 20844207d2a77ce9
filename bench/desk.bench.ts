import type { Kysely } from '@mikro-orm/sqlite';
import { newId } from '#kernel/ids.ts';
import { encodeCursor } from '#kernel/paging.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { DESK_ORDERS, DESK_SORTS, keysOf, type DeskSort } from '../subgraphs/quotes/domain/quote-desk.ts';
import type { Quote } from '../subgraphs/quotes/entities/quote.ts';
import type { QuotesTables } from '../subgraphs/quotes/entities/tables.ts';
import type { Arm, Claim } from './support/claim.ts';
import { startProduct, type Product } from './support/product.ts';
import { alternate } from './support/rounds.ts';
import { askSubgraph } from './support/subgraph.ts';

const QUOTES = 100_000;
const REPS = 50;
const CALLS = 40;
const STATUSES = ['QUOTE_REQUESTED', 'ASSIGNED', 'PUBLISHED', 'SUBMITTED', 'EXPIRED'] as const;
const SAM: Viewer = { id: 'rep-7', kind: 'SALES_REP', accountId: 'seller', permissions: ['PUBLISH_QUOTE'] };
const LIST = 'query ($filter: QuoteFilter, $sort: QuoteSort, $after: String) { quotes(filter: $filter, sort: $sort, after: $after) { nodes { id number status expiresAt } pageInfo { endCursor } } }';

export const desk: Claim = {
  name: 'desk',
  about: `a page of twenty from a sales desk of ${QUOTES.toLocaleString('en')} quotes, the last one beside the first`,
  async run() {
    await using product = await startProduct();
    const sql = quotesOf(product);
    await fill(sql);
    const arms: Arm[] = [];
    for (const sort of DESK_SORTS) {
      for (const mine of [false, true]) {
        const scope = `${mine ? 'mine' : 'all'} by ${sort.toLowerCase()}`;
        const variables = { sort, filter: { mine, currency: 'GBP' } };
        arms.push(timed(`${scope}, first page`, product, variables), timed(`${scope}, last page`, product, { ...variables, after: await lastCursor(sql, sort, mine) }));
      }
    }
    const measured = await alternate(arms);
    return arms.filter((_arm, i) => i % 2 === 1).map((arm, i) => measured.compare(arm.name, arms[i * 2]?.name ?? '', 'time', 'ms', { ratioAtMost: 1.5 }));
  },
};

function timed(name: string, product: Product, variables: Record<string, unknown>): Arm {
  const ask = askSubgraph(product, 'quotes', LIST, variables);
  return {
    name,
    async measure() {
      const began = performance.now();
      for (let call = 0; call < CALLS; call++) await ask(SAM);
      return { time: (performance.now() - began) / CALLS };
    },
  };
}

function quotesOf(product: Product): Kysely<QuotesTables> {
  const quotes = product.embedded.subgraphs.get('quotes');
  if (!quotes) throw new Error('There is no quotes subgraph.');
  return quotes.db.kernel as unknown as Kysely<QuotesTables>;
}

/** The cursor before the last page: of the 21st quote from the end. */
async function lastCursor(sql: Kysely<QuotesTables>, sort: DeskSort, mine: boolean): Promise<string> {
  const order = DESK_ORDERS[sort];
  const back = order.direction === 'asc' ? 'desc' : 'asc';
  let quotes = sql.selectFrom('Quote').selectAll();
  if (mine) quotes = quotes.where('salesRepId', '=', SAM.id);
  if (order.by) quotes = quotes.orderBy(order.by.column, back);
  const row = await quotes.orderBy('id', back).offset(20).limit(1).executeTakeFirstOrThrow();
  return encodeCursor(keysOf(order, row));
}

async function fill(sql: Kysely<QuotesTables>): Promise<void> {
  const now = Date.now();
  for (let from = 0; from < QUOTES; from += 500) await sql.insertInto('Quote').values(Array.from({ length: 500 }, (_each, i) => quote(from + i, now))).execute();
}

function quote(i: number, now: number): Quote {
  const totalMinor = BigInt(1_000 + ((i * 7_919) % 1_000_003));
  return {
    id: newId(),
    accountId: `account-${i % 997}`,
    ownerId: `buyer-${i % 2_003}`,
    number: `B-${i}`,
    storeNumber: `B-${i}`,
    handOver: null,
    status: STATUSES[i % STATUSES.length] ?? 'PUBLISHED',
    version: 3,
    origin: 'BUYER',
    cartId: null,
    clonedFromId: null,
    salesRepId: `rep-${i % REPS}`,
    currency: 'GBP',
    subtotalMinor: totalMinor,
    discountTotalMinor: 0n,
    shippingTotalMinor: 0n,
    taxTotalMinor: 0n,
    totalMinor,
    terms: { agreementId: null, promotionCodes: [], shippingMethod: null },
    pricing: { pricesIncludeTax: false, paymentTerm: null, taxRelief: '0', taxes: [], adjustments: [], promotionIds: [], freeGoods: [] },
    staleMark: 0,
    pricedMark: 0,
    unpricedLines: 0,
    priceHash: 'bench',
    expiresAt: new Date(now + 86_400_000 + ((i * 104_729) % 2_592_000) * 1_000),
    warnedOf: null,
    extensionWanted: null,
    contract: null,
    reason: null,
    termsDisputed: false,
    everShared: false,
    checkoutId: null,
    updatedById: null,
    createdAt: new Date(now),
    updatedAt: new Date(now),
    deletedAt: null,
  };
}
