import { FILE_OPTIONS, PRODUCT_OPTIONS, readArguments } from '../arguments.ts';
import type { ExitCode } from '../exit.ts';
import { readHeader } from '../load/read-csv.ts';
import { CATALOG_COLUMNS, readCatalogRow } from '../own/catalog-row.ts';
import { loadCatalog } from '../product/load-catalog.ts';
import { signInAsAdministrator } from '../product/sign-in.ts';
import type { Terminal } from '../terminal.ts';
import { readUciPrices } from '../uci/read-ladders.ts';
import { readUciProducts } from '../uci/read-products.ts';
import { uciShapeOf } from '../uci/shapes.ts';
import { eachRow, refuseOtherColumns, runLoading } from './run-loading.ts';

export const IMPORT_CATALOG_HELP = `
cartwright import catalog FILE    products, prices with quantity tiers, stock

  FILE is CSV, gzipped when it ends in .gz, with these columns (sku and one of name, unitPrice, stock; the rest as needed):
    ${CATALOG_COLUMNS.join(', ')}
  One row a product; a further row with the same sku and a minQuantity is a further tier.
  Two files of the UCI Online Retail data are known by their headers: the invoice lines (a product for each StockCode)
  and the price points (a ladder of tiers for each product; load it second).

  --price-list CODE   the list that takes the prices (default "default", the one the site sells from)
`;

export async function importCatalog(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { ...PRODUCT_OPTIONS, ...FILE_OPTIONS, 'price-list': { type: 'string', default: 'default' } }, ['FILE']);
  const [file = ''] = positionals;
  const shape = uciShapeOf(await readHeader(file));
  if (!shape) await refuseOtherColumns(file, ['sku'], CATALOG_COLUMNS);
  const product = await signInAsAdministrator(values, terminal);
  const read = shape === 'lines' ? readUciProducts : shape === 'price points' ? readUciPrices : eachRow(readCatalogRow);
  return runLoading({ title: 'import catalog', file, read, options: values, terminal, load: (batch) => loadCatalog(product, values['price-list'], batch) });
}
