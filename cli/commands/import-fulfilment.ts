import { FILE_OPTIONS, PRODUCT_OPTIONS, readArguments } from '../arguments.ts';
import type { ExitCode } from '../exit.ts';
import { NEEDED_PARCEL_COLUMNS, PARCEL_COLUMNS, readParcels } from '../own/parcel-rows.ts';
import { loadParcels } from '../product/load-parcels.ts';
import { signInAsAdministrator } from '../product/sign-in.ts';
import type { Terminal } from '../terminal.ts';
import { refuseOtherColumns, runLoading } from './run-loading.ts';

export const IMPORT_FULFILMENT_HELP = `
cartwright import fulfilment FILE    ${PARCEL_COLUMNS.join(', ')}

  What left the warehouse, a row each order line; rows of one shipment stand together and are one parcel. The line is named by its
  number in the order or by its SKU; serial numbers are separated by semicolons. A shipment that was imported before is left as it is.
`;

/** Ships what a file says has left. */
export async function importFulfilment(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { ...PRODUCT_OPTIONS, ...FILE_OPTIONS }, ['FILE']);
  const [file = ''] = positionals;
  await refuseOtherColumns(file, NEEDED_PARCEL_COLUMNS, PARCEL_COLUMNS);
  const product = await signInAsAdministrator(values, terminal);
  return runLoading({ title: 'import fulfilment', file, read: readParcels, options: values, terminal, load: (batch) => loadParcels(product, batch) });
}
