import type { DomainEvent } from '#kernel/events.ts';
import type { ChannelsContext } from '../context.ts';
import type { HandOverKind } from '../domain/hand-over-lifecycle.ts';

/** What an order or a quote says of itself when it is to be handed over. */
interface HandedOver {
  readonly kind: HandOverKind;
  readonly number: string;
  readonly ownerId: string;
  readonly expiresAt: Date | null;
}

const KINDS: Readonly<Record<string, HandOverKind>> = { order: 'ORDER', quote: 'QUOTE' };

function readEvent({ aggregateType, payload }: DomainEvent): HandedOver | undefined {
  const kind = KINDS[aggregateType];
  const { handOver, number, ownerId } = payload;
  if (!kind || typeof handOver !== 'object' || handOver === null || typeof number !== 'string' || typeof ownerId !== 'string') return undefined;
  const { expiresAt } = handOver as { expiresAt?: unknown };
  return { kind, number, ownerId, expiresAt: typeof expiresAt === 'string' ? new Date(expiresAt) : null };
}

/** An order that was placed, or a quote that was requested, waits from now on until the system outside has taken it over. Told of twice it waits once: its id is the key. [EXT-14, EXT-16] */
export async function queueHandOver({ db, clock, sending }: ChannelsContext, event: DomainEvent): Promise<void> {
  const handedOver = readEvent(event);
  if (!handedOver) return;
  const { number: storeNumber, ...rest } = handedOver;
  const whose = { accountId: db.suspensions.successorOf(event.accountId), ownerId: db.suspensions.successorOf(rest.ownerId) }; // by now
  const handOver = { ...rest, ...whose, id: event.aggregateId, version: 0, status: 'PENDING' as const, storeNumber, number: null, message: null, currency: null, outsideTotal: null, attempts: 0, nextAt: clock.now(), problem: null, createdAt: event.createdAt, settledAt: null };
  await db.transact(async ({ sql }) => void (await sql.insertInto('HandOver').values(handOver).onConflict((oc) => oc.column('id').doNothing()).execute()));
  sending.nudge();
}
