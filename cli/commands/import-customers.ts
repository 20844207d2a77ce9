import { readArguments } from '../arguments.ts';
import type { ExitCode } from '../exit.ts';
import { readColumns } from '../load/read-rows.ts';
import { loadCustomers } from '../product/load-customers.ts';
import { signInAsAdministrator } from '../product/sign-in.ts';
import type { Terminal } from '../terminal.ts';
import { readUciCustomers } from '../uci/read-customers.ts';
import { uciShapeOf } from '../uci/shapes.ts';
import { importRecords, RECORD_OPTIONS } from './import-records.ts';
import { runLoading } from './run-loading.ts';

export const IMPORT_CUSTOMERS_HELP = `
cartwright import customers FILE    private people, and buyers of organisations

  FILE has the columns externalId, name, email, country, organisation (the last two may be left out) and takes the flags of
  the imports of records. The invoice lines of the UCI Online Retail data are known by their header: a customer for each
  CustomerID, with the address customer-<id>@uci.example. Imported customers have no password: see cartwright token.
`;

export async function importCustomers(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, RECORD_OPTIONS, ['FILE']);
  const [file = ''] = positionals;
  if (uciShapeOf(await readColumns(file)) !== 'lines') return importRecords('customers', args, terminal);
  const product = await signInAsAdministrator(values, terminal);
  return runLoading({ title: 'import customers', file, read: readUciCustomers, options: values, terminal, load: (batch) => loadCustomers(product, batch) });
}
