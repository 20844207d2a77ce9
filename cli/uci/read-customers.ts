import type { CsvRow } from '../load/read-csv.ts';
import type { Row } from '../load/row.ts';
import type { CustomerRecord } from '../own/customer-row.ts';
import { emailOfCustomer } from './email.ts';
import { countOf, mostFrequent, type Tally } from './tally.ts';

/** A customer for each CustomerID of the invoice lines; of several countries the one on most lines. */
export async function* readUciCustomers(lines: AsyncIterable<CsvRow>): AsyncGenerator<Row<CustomerRecord>> {
  const customers = new Map<string, { readonly row: number; readonly countries: Tally }>();
  for await (const { row, record } of lines) {
    const { CustomerID: id = '', Country = '' } = record;
    if (id === '') continue;
    const seen = customers.get(id) ?? { row, countries: new Map() };
    customers.set(id, seen);
    countOf(seen.countries, Country);
  }
  for (const [externalId, { row, countries }] of customers) {
    yield { row, value: { externalId, name: `Customer ${externalId}`, email: emailOfCustomer(externalId), country: mostFrequent(countries) } };
  }
}
