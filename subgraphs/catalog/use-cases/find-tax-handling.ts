import { requireViewer } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import { holdsAt } from '../domain/engine/pricing-facts.ts';
import { readExemptions } from './read-account-terms.ts';

export type TaxHandling = 'STANDARD' | 'EXEMPT';

/** How the viewer's account is taxed in a country now: as everybody is, unless a record says otherwise. [CHK-16] */
export async function findTaxHandling(context: CatalogContext, country: string): Promise<TaxHandling> {
  const { accountId } = requireViewer(context);
  const now = context.clock.now();
  const exempt = (await readExemptions(context.db.sql, accountId)).some((exemption) => exemption.country === country.trim().toUpperCase() && holdsAt(exemption, now));
  return exempt ? 'EXEMPT' : 'STANDARD';
}
