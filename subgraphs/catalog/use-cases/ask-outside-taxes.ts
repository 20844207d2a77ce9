import { refuse } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import type { PricedDocument } from '../domain/engine/priced-document.ts';
import type { PricingRequest, Territory } from '../domain/engine/pricing-request.ts';
import type { TaxedDocument } from '../domain/engine/total-document.ts';
import { taxedThings, taxesFromOutside } from '../domain/tax-from-outside.ts';

export interface TaxWish {
  readonly request: PricingRequest;
  readonly document: PricedDocument;
  readonly shipTo: Territory | null;
  readonly force: boolean;
}

/**
 * What an outside system says the taxes of a whole document are: one question. Null when it does not say, or forced a
 * refusal: taxes are never nothing because nobody answered. Undefined where the tables of the catalog have said it.
 */
export async function askOutsideTaxes({ outside }: CatalogContext, { request, document, shipTo, force }: TaxWish): Promise<TaxedDocument | null | undefined> {
  const things = taxedThings(document, request.lines, shipTo);
  if (!outside.taxes || things.length === 0) return undefined;
  const { accountId, at, taxExempt } = request;
  const { currency, pricesIncludeTax } = document;
  const answers = await outside.taxes.taxes({ accountId, currency, pricesIncludeTax, at, exempt: taxExempt === true, lines: things });
  const taxed = taxesFromOutside(document, things, answers);
  if (taxed || !force) return taxed;
  throw refuse('TAX_UNAVAILABLE', 'The taxes could not be had, and nothing is ordered without them. Nothing was changed; try again in a moment.', { retriable: true });
}
