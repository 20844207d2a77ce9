import type { CatalogContext } from '../context.ts';
import type { RuleVersion } from '../entities/rule-version.ts';
import { RULES } from './touch-rules.ts';

/** The sets of rules that were ever changed, by name, with how often. */
export function listPricingRules({ db }: CatalogContext): Promise<RuleVersion[]> {
  return db.sql.selectFrom('RuleVersion').selectAll().where('name', '<>', RULES).orderBy('name').execute();
}
