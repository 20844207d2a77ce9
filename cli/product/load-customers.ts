import { loadHalving, type Loadable } from '../load/halve.ts';
import type { RowError } from '../load/row.ts';
import type { CustomerRecord } from '../own/customer-row.ts';
import type { Product } from './ask.ts';

const CUSTOMERS = /* GraphQL */ `
  mutation LoadCustomers($customers: [CustomerInput!]!) {
    upsertCustomers(customers: $customers) { id }
  }
`;

export function loadCustomers(product: Product, rows: readonly Loadable<CustomerRecord>[]): Promise<RowError[]> {
  return loadHalving(rows, (customers) => product.ask(CUSTOMERS, { customers }));
}
