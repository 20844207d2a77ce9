import { defineEntity, p } from '@mikro-orm/core';

/** How often a set of pricing rules changed; "rules" counts all that a process may keep in memory. */
export const RuleVersionSchema = defineEntity({
  name: 'RuleVersion',
  tableName: 'rule_version',
  properties: { name: p.string().primary(), version: p.integer() },
});
export class RuleVersion extends RuleVersionSchema.class {}
RuleVersionSchema.setClass(RuleVersion);
