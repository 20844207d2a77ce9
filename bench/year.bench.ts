import { join } from 'node:path';
import { importOrders } from '../cli/commands/import-orders.ts';
import { cartwright } from '../cli/cartwright.ts';
import { processTerminal } from '../cli/terminal.ts';
import type { ReplayReport } from '../cli/replay/replay-orders.ts';
import type { Claim, Comparison } from './support/claim.ts';
import { startProduct } from './support/product.ts';

const FILE = process.env.UCI_LINES ?? join(import.meta.dirname, '../../shared/data/uci/online_retail_2010_2011.csv.gz');
const FEWEST = 10;

/** Half an hour: it runs only when it is asked for by name. */
export const year: Claim = {
  name: 'year',
  about: 'a whole year of a wholesaler, 19,890 invoices with 515,723 lines: each a watched cart, then an order; the last tenth beside the first',
  onlyByName: true,
  async run() {
    await using product = await startProduct();
    const token = await product.tokenOf({ id: 'bench', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] });
    const common = ['--url', product.url, '--token', token, '--state', join(product.folder, 'import-state.json'), '--errors', join(product.folder, 'errors.csv')];
    for (const words of [['catalog', FILE], ['catalog', FILE.replace('online_retail', 'derived_price_points')], ['customers', FILE]]) await cartwright(['import', ...words, ...common], processTerminal);
    let report: ReplayReport | undefined;
    const exit = await importOrders([FILE, ...common, '--data-dir', product.folder, '--compare', ...(process.env.YEAR_EVERY ? ['--every', process.env.YEAR_EVERY] : ['--all'])], processTerminal, (made) => (report = made));
    if (exit !== 0 || !report) throw new Error(`The replay ended with ${exit}.`);
    return pacesOf(report);
  },
};

function pacesOf({ tenths }: ReplayReport): Comparison[] {
  const [first, last] = [tenths[0], tenths.at(-1)];
  if (tenths.length < FEWEST || !first || !last) return [];
  const pace = (unit: 'lines' | 'orders', aim?: Comparison['aim']): Comparison => ({
    what: `last tenth, ${unit}`,
    beside: `first tenth, ${unit}`,
    unit: '/s',
    here: [last[unit] / last.seconds],
    there: [first[unit] / first.seconds],
    aim,
  });
  return [pace('orders'), pace('lines', { ratioAtLeast: 0.8 })];
}
