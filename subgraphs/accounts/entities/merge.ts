import { defineEntity, p } from '@mikro-orm/core';
import type { Takeover, Tally } from '#kernel/takeover.ts';
import type { MergeReason } from '../domain/judge-merge.ts';
import { MERGE_KINDS, MERGE_STATUSES, MERGE_STEPS, type MergeKind, type MergeStatus, type MergeStep } from '../domain/merge-steps.ts';

/** How much of one kind a subgraph has moved, and given up. */
export interface MergedPart extends Tally {
  readonly subgraph: string;
}

/** What either side had of one kind before and after. [MERGE-12] */
export interface AuditedPart {
  readonly subgraph: string;
  readonly part: string;
  readonly givingBefore: number;
  readonly receivingBefore: number;
  readonly givingAfter: number;
  readonly receivingAfter: number;
}

/** One party or account becomes another: how far that is, and all that any process needs to go on with it. */
export const MergeSchema = defineEntity({
  name: 'Merge',
  tableName: 'merge',
  properties: {
    id: p.string().primary(),
    kind: p.string().$type<MergeKind>(),
    fromId: p.string(),
    toId: p.string(),
    status: p.string().$type<MergeStatus>(),
    step: p.string().$type<MergeStep>(),
    version: p.integer(),
    reason: p.string().nullable(),
    /** Of the seller. */
    requestedById: p.string(),
    accountId: p.string(),
    takeover: p.json<Takeover>(),
    /** Parties and accounts that no other merge may touch meanwhile. */
    touches: p.json<readonly string[]>(),
    /** Why nothing comes of it; set as soon as that is known, before everything goes on as if nothing had been. */
    obstacles: p.json<readonly MergeReason[]>().nullable(),
    parts: p.json<readonly MergedPart[]>().nullable(),
    audit: p.json<readonly AuditedPart[]>().nullable(),
    /** How often the present step went without an answer. */
    attempts: p.integer(),
    trouble: p.string().nullable(),
    /** Nobody else drives it before then. */
    nextAt: p.datetime(),
    createdAt: p.datetime(),
    finishedAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['status', 'nextAt'] }],
  checks: [
    { name: 'merge_kind', expression: `kind in ('${MERGE_KINDS.join("', '")}')` },
    { name: 'merge_status', expression: `status in ('${MERGE_STATUSES.join("', '")}')` },
    { name: 'merge_step', expression: `step in ('${MERGE_STEPS.join("', '")}')` },
  ],
});
export class Merge extends MergeSchema.class {}
MergeSchema.setClass(Merge);
