import type { Audience, DomainEvent, EventPayload, Fact, FactChange } from '#kernel/events.ts';
import { moneyOf } from '#kernel/money.ts';

/** Facts of a payload that say more than its cause does. */
const FACTS = ['shipmentNumber', 'invoiceNumber', 'creditMemoNumber', 'receiptNumber', 'refundStatus', 'returnLocation', 'reason', 'operation'] as const;

/** What an event says was changed: what its owner says, and the facts that came with it. */
export function changesOf({ payload }: Pick<DomainEvent, 'payload'>): FactChange[] {
  const said = Array.isArray(payload.changes) ? payload.changes.filter(isChange) : [];
  const facts = FACTS.flatMap((field): FactChange[] => {
    const to = payload[field];
    return typeof to === 'string' && to !== '' ? [{ field, from: null, to }] : [];
  });
  return [...said, ...facts, ...amountOf(payload)];
}

/** What was invoiced, paid or credited: in minor units, where the event names the currency. */
function amountOf({ amountMinor, currency }: EventPayload): FactChange[] {
  if (typeof currency !== 'string' || !['string', 'number'].includes(typeof amountMinor)) return [];
  return [{ field: 'amount', from: null, to: moneyOf(BigInt(amountMinor as string | number), currency) }];
}

export const audienceOf = ({ payload }: Pick<DomainEvent, 'payload'>): Audience | null => (payload.audience === 'BUYERS' || payload.audience === 'SELLER' ? payload.audience : null);

function isChange(value: unknown): value is FactChange {
  if (typeof value !== 'object' || value === null) return false;
  const { field, from, to } = value as Record<string, unknown>;
  return typeof field === 'string' && isFact(from) && isFact(to);
}

const isFact = (value: unknown): value is Fact | null => value === null || typeof value === 'string' || (typeof value === 'object' && 'amount' in value && 'currency' in value);

export const isAmount = (fact: Fact | null): fact is Exclude<Fact, string> => fact !== null && typeof fact === 'object';

/** As a reader may see them: who may not see net prices learns of no amount, not even that it moved, nor of how many more parts one may have. [CART-29] */
export const shownChanges = (changes: readonly FactChange[], seesNet: boolean): FactChange[] => changes.filter(({ field, from, to }) => seesNet || !(isAmount(from) || isAmount(to) || field === 'moreParts'));
