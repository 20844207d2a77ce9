import { createHash } from 'node:crypto';
import { find } from '#kernel/statement.ts';
import type { CatalogContext } from '../context.ts';
import type { PricedDocument } from '../domain/engine/priced-document.ts';
import type { PricingFacts } from '../domain/engine/pricing-facts.ts';
import type { PricingRequest } from '../domain/engine/pricing-request.ts';
import { standsUntil } from '../domain/engine/stands-until.ts';
import { PRODUCTS, RULES } from './touch-rules.ts';

type Sql = CatalogContext['db']['sql'];

export interface Standing {
  /** To be shown when more of the same document is priced; null: each price must be looked up with all the others. */
  readonly standing: string | null;
  /** Whether what was priced under the standing that was shown would cost the same now. */
  readonly stands: boolean;
}

export const NO_STANDING: Standing = { standing: null, stands: false };

/**
 * The versions of all that prices are made of. Read before the facts: what changes in between is then seen next time, at
 * the cost of one look too many. Any price list counts, for a list may be opened to the account by the change.
 */
export async function readMarks({ db: { sql } }: CatalogContext, { agreementId }: PricingRequest): Promise<string> {
  const rules = await find(sql, selectRules, { names: [RULES, PRODUCTS] });
  const [lists] = await find(sql, sumLists, {});
  const [agreement] = agreementId == null ? [] : await find(sql, selectAgreement, { id: agreementId });
  return [...rules.map(({ name, version }) => `${name} ${version}`).sort(), lists?.total, agreement?.version].join('|');
}

const selectRules = (sql: Sql, { names }: { names: readonly string[] }) => sql.selectFrom('RuleVersion').select(['name', 'version']).where('name', 'in', names);
const sumLists = (sql: Sql) => sql.selectFrom('PriceList').select((eb) => eb.fn.sum<number>('version').as('total'));
const selectAgreement = (sql: Sql, { id }: { id: string }) => sql.selectFrom('Agreement').select('version').where('id', '=', id);

/** @param shown the standing of what was priced before; empty the first time */
export function standingOf(marks: string, request: PricingRequest, facts: PricingFacts, document: PricedDocument, shown: string): Standing {
  const own = standsUntil(request, facts, document);
  if (own === undefined) return NO_STANDING;
  const { site, accountId, guest, wholeCatalog, mode, agreementId, shipTo, taxExempt, currency } = request;
  const terms = JSON.stringify([marks, site, accountId, guest, wholeCatalog, mode, agreementId, shipTo?.country, shipTo?.region, taxExempt, currency]);
  const mark = createHash('sha256').update(terms).digest('base64url');
  const [shownMark, shownUntil = ''] = shown.split(' ');
  const stands = shownMark === mark && (shownUntil === '' || request.at.getTime() < Number(shownUntil));
  const ends = [own?.getTime(), stands && shownUntil !== '' ? Number(shownUntil) : undefined].filter((end) => end !== undefined);
  return { standing: `${mark} ${ends.length === 0 ? '' : Math.min(...ends)}`, stands };
}
