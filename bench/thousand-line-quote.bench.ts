import type { ExecutionResult } from 'graphql';
import type { Viewer } from '#kernel/viewer.ts';
import { loadProducts, skuOf } from './support/bulk-products.ts';
import type { Arm, Claim } from './support/claim.ts';
import { startProduct, type Product } from './support/product.ts';
import { alternate } from './support/rounds.ts';
import { askSubgraph } from './support/subgraph.ts';

/** Publications of one round. */
const TIMES = 8;
const SIZES = [100, 1_000] as const;
const CAT: Viewer = { id: 'bench-cat', kind: 'INDIVIDUAL', accountId: 'bench-home', permissions: [] };
const SAM: Viewer = { id: 'bench-sam', kind: 'SALES_REP', accountId: 'seller', permissions: ['PUBLISH_QUOTE'] };
const DIFF = '{ quoteDiff(quoteId: "ID", from: 1) { lines { kind changed before { unitPrice } after { unitPrice } } amounts { name difference { amount } } terms { name after } } }';

export const thousandLineQuote: Claim = {
  name: 'thousand-line-quote',
  about: 'a quote of so many lines, each with a price of the rep, published (revision, audit and event in one transaction) and compared with what was asked for',
  async run() {
    await using product = await startProduct();
    await loadProducts(product, 1_000);
    const arms: Arm[] = [];
    for (const size of SIZES) arms.push(await armFor(product, size));
    const measured = await alternate(arms);
    return ['publish', 'diff'].map((what) => measured.compare('1000 lines', '100 lines', what, 'ms', { ratioAtMost: 12 }));
  },
};

async function armFor(product: Product, size: number): Promise<Arm> {
  const tell = (who: Viewer, query: string, variables?: Record<string, unknown>): Promise<ExecutionResult> => askSubgraph(product, 'quotes', query, variables)(who);
  const lines = Array.from({ length: size }, (_each, i) => ({ sku: skuOf(i) }));
  const created = await tell(CAT, 'mutation ($lines: [CartLineInput!]) { createQuote(lines: $lines) { id lines { id } } }', { lines });
  const quote = created.data?.createQuote as { id: string; lines: { id: string }[] };
  const move = (who: Viewer, name: string): Promise<ExecutionResult> => tell(who, `mutation { ${name}Quote(quoteId: "${quote.id}") { version } }`);
  await move(CAT, 'request');
  await move(SAM, 'assign');
  await tell(SAM, 'mutation ($id: ID!, $lines: [QuoteLineUpdate!]!) { updateQuoteLines(quoteId: $id, lines: $lines) { version } }', { id: quote.id, lines: quote.lines.map(({ id }) => ({ lineId: id, unitPrice: '1.125' })) });
  return {
    name: `${size} lines`,
    async measure() {
      const spent = { publish: 0, diff: 0 };
      for (let i = 0; i < TIMES; i++) {
        spent.publish += await timed(() => move(SAM, 'publish'));
        spent.diff += await timed(() => tell(SAM, DIFF.replace('ID', quote.id)));
        await move(SAM, 'recall');
        await move(SAM, 'assign');
      }
      await product.embedded.settle();
      return { publish: spent.publish / TIMES, diff: spent.diff / TIMES };
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
