import type { DomainEvent } from '#kernel/events.ts';
import type { Change } from '#kernel/mailbox.ts';
import type { Viewer } from '#kernel/viewer.ts';

export const BEA: Viewer = { id: 'bea', kind: 'BUYER', accountId: 'acme', permissions: ['CREATE_ORDER'], name: 'Bea', email: 'bea@acme.example' };
export const GUS: Viewer = { id: 'gus', kind: 'BUYER', accountId: 'globex', permissions: [] };

export const event = (aggregateId: string, aggregateVersion: number, type = 'BUMPED'): DomainEvent => ({
  id: `${aggregateId}-${aggregateVersion}`,
  accountId: 'acme',
  aggregateType: 'tally',
  aggregateId,
  aggregateVersion,
  type,
  schemaVersion: 1,
  payload: {},
  createdAt: new Date(0),
});

export const change = (aggregateId: string, version: number): Change => ({ aggregateId, cause: 'BUMPED', fromVersion: version - 1, version, at: new Date(0) });

/** The refusal's code, or what else was thrown; "answered" when nothing was. */
export async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return 'answered';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}
