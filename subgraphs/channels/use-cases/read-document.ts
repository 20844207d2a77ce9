import { refuse } from '#kernel/errors.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { ChannelsContext } from '../context.ts';
import type { OutsideDetail, OutsideState } from '../domain/outside-document.ts';
import { isOf, maySeeOutside, scopeFor, type OutsideScope } from '../domain/outside-scope.ts';
import type { HandOverKind } from '../domain/hand-over-lifecycle.ts';
import { keepAnswer } from './keep-answer.ts';

export interface DocumentDetails {
  /** Null when nothing was told that can be shown. */
  readonly document: OutsideDetail | null;
  readonly state: OutsideState;
}

/** One order or quote of any channel, by its number outside; a stranger learns nothing. [EXT-15, EXT-16, EXT-21] */
export async function readDocument(context: ChannelsContext, kind: HandOverKind, number: string, accountId: string | null): Promise<DocumentDetails> {
  const scope = scopeFor(kind, requireViewer(context), accountId);
  const found = await readDetail(context, scope, number.trim());
  if (!found) throw refuse('OPERATION_DISABLED', 'There is no such system here.');
  if (!found.document && !found.state.isStale) throw refuse('NOT_FOUND', 'There is none of this number.', { number });
  return found;
}

/** What became outside of something that was handed over; null before it was, and for who may not know. */
export async function readHandedOver(context: ChannelsContext, kind: HandOverKind, id: string): Promise<DocumentDetails | null> {
  const handOver = await context.loaders.handOverById.load(id);
  if (!handOver || handOver.kind !== kind || handOver.number == null || !maySeeOutside(kind, context.viewer, handOver)) return null;
  const { accountId, number } = handOver;
  const found = await readDetail(context, { kind, accountId, buyerId: null }, number);
  if (!found) return null;
  const isRight = found.document !== null && (found.document.reference === null || found.document.reference === id);
  if (isRight || found.state.isStale) return isRight ? found : { ...found, document: null };
  return { document: null, state: { ...found.state, problem: 'UNTRUSTWORTHY' } }; // it took it over, and denies it
}

async function readDetail(context: ChannelsContext, scope: OutsideScope, number: string): Promise<DocumentDetails | undefined> {
  const { kind, accountId } = scope;
  const channel = context.channels[kind];
  if (!channel) return undefined;
  const { told, isStale } = await keepAnswer(context, { key: `one ${kind} ${accountId} ${number}`, accountId, ask: () => channel.detail(scope, number) });
  const document = told?.content ?? null;
  const isRight = document !== null && document.number === number && isOf(scope, document);
  if (document !== null && !isRight) context.log('an outside system told of something else than it was asked for', { subgraph: 'channels', kind, asked: { accountId, number }, told: { accountId: document.customer, number: document.number } });
  const asOf = told?.at ?? null;
  return { document: isRight ? document : null, state: { asOf, isStale, problem: isStale ? 'UNAVAILABLE' : null, leftOut: document !== null && !isRight ? 1 : 0 } };
}
