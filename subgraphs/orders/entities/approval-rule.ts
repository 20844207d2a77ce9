import { defineEntity, p } from '@mikro-orm/core';
import type { Tier } from '../domain/approval-flow.ts';
import { RULE_MATCHES, type RuleConditions, type RuleMatch } from '../domain/approval-rule.ts';

/** When an account wants a yes before an order, and of whom. */
export const ApprovalRuleSchema = defineEntity({
  name: 'ApprovalRule',
  tableName: 'approval_rule',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    name: p.string(),
    active: p.boolean(),
    requesterIds: p.json<readonly string[]>(),
    match: p.string().$type<RuleMatch>(),
    conditions: p.json<RuleConditions>(),
    tiers: p.json<readonly Tier[]>(),
    updatedAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'id'] }],
  checks: [{ name: 'approval_rule_match', expression: `match in ('${RULE_MATCHES.join("', '")}')` }],
});
export class ApprovalRule extends ApprovalRuleSchema.class {}
ApprovalRuleSchema.setClass(ApprovalRule);

/** Somebody who answers for another while that one is away. */
export const ApprovalSubstituteSchema = defineEntity({
  name: 'ApprovalSubstitute',
  tableName: 'approval_substitute',
  properties: {
    id: p.string().primary(),
    accountId: p.string(),
    /** Who is away. */
    userId: p.string(),
    substituteId: p.string(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
  },
  indexes: [{ properties: ['accountId', 'substituteId', 'endsAt'] }, { properties: ['accountId', 'userId'] }],
});
export class ApprovalSubstitute extends ApprovalSubstituteSchema.class {}
ApprovalSubstituteSchema.setClass(ApprovalSubstitute);
