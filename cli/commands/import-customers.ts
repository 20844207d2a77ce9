import { FILE_OPTIONS, PRODUCT_OPTIONS, readArguments } from '../arguments.ts';
import type { ExitCode } from '../exit.ts';
import { readHeader } from '../load/read-csv.ts';
import { CUSTOMER_COLUMNS, readCustomerRow } from '../own/customer-row.ts';
import { loadCustomers } from '../product/load-customers.ts';
import { signInAsAdministrator } from '../product/sign-in.ts';
import type { Terminal } from '../terminal.ts';
import { readUciCustomers } from '../uci/read-customers.ts';
import { uciShapeOf } from '../uci/shapes.ts';
import { eachRow, refuseOtherColumns, runLoading } from './run-loading.ts';

export const IMPORT_CUSTOMERS_HELP = `
cartwright import customers FILE    customers, each an individual account with one user

  FILE is CSV, gzipped when it ends in .gz, with the columns ${CUSTOMER_COLUMNS.join(', ')} (country may be left out).
  The invoice lines of the UCI Online Retail data are known by their header: a customer for each CustomerID,
  with the address customer-<id>@uci.example. Imported customers have no password: see cartwright token.
`;

export async function importCustomers(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { ...PRODUCT_OPTIONS, ...FILE_OPTIONS }, ['FILE']);
  const [file = ''] = positionals;
  const isUci = uciShapeOf(await readHeader(file)) === 'lines';
  if (!isUci) await refuseOtherColumns(file, ['externalId', 'name', 'email'], CUSTOMER_COLUMNS);
  const product = await signInAsAdministrator(values, terminal);
  const read = isUci ? readUciCustomers : eachRow(readCustomerRow);
  return runLoading({ title: 'import customers', file, read, options: values, terminal, load: (batch) => loadCustomers(product, batch) });
}
