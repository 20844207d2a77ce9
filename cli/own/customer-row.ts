import { z } from 'zod';
import type { CsvRow } from '../load/read-csv.ts';
import type { Row } from '../load/row.ts';

export interface CustomerRecord {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly country?: string;
}

export const CUSTOMER_COLUMNS = ['externalId', 'name', 'email', 'country'] as const;

const CustomerRow = z.object({
  externalId: z.string({ error: 'externalId is missing' }).min(1, 'externalId is empty'),
  name: z.string({ error: 'name is missing' }).min(1, 'name is empty'),
  email: z.email({ error: 'email is no e-mail address' }),
  country: z.string().optional().transform((country) => (country === '' ? undefined : country)),
});

export function readCustomerRow({ row, record }: CsvRow): Row<CustomerRecord> {
  const parsed = CustomerRow.safeParse(record);
  if (!parsed.success) return { row, code: 'BAD_ROW', message: parsed.error.issues.map(({ message }) => message).join('; ') };
  return { row, value: parsed.data };
}
