import { compare, fromMicro, isZero, toMicro } from '#kernel/quantity.ts';
import type { OrderedLine } from './ordered-line.ts';

export const POLICY_REASONS = ['ORDER_NOT_BOOKED', 'PART_OF_ANOTHER', 'PRODUCT_NOT_RETURNABLE', 'FINAL_SALE', 'WINDOW_OVER', 'ORDER_MANAGEMENT', 'ALREADY_RETURNED', 'NOT_SHIPPED'] as const;
export type PolicyReason = (typeof POLICY_REASONS)[number];

/** What the seller says about what may come back. */
export interface ReturnPolicy {
  /** Whether the rules of the seller's own hold beside those that always do. [RET-15] */
  readonly policy: boolean;
  /** For how many days after it was shipped, or ordered if it was not, something may come back. */
  readonly returnDays?: number;
  readonly finalSaleSkus: readonly string[];
  /** Statuses of an order line in which order management lets nothing come back. */
  readonly constrainedStatuses: readonly string[];
  /** Whether only what was shipped may come back, although nobody told of parcels yet. [V 29] */
  readonly shippedOnly: boolean;
}

interface Rule {
  readonly reason: PolicyReason;
  /** Whether it holds only where there is a return policy. */
  readonly optional?: boolean;
  refuses(line: OrderedLine, policy: ReturnPolicy, now: Date): boolean;
  says(line: OrderedLine, policy: ReturnPolicy): string;
}

const RETURNABLE_ORDERS: ReadonlySet<string> = new Set(['BOOKED', 'CLOSED']);
const DAY_MS = 86_400_000;

/** Why something cannot come back, the first reason first. Data: a rule is a row. [RET-02, RET-14, RET-15, RET-22] */
const RULES: readonly Rule[] = [
  { reason: 'ORDER_NOT_BOOKED', refuses: ({ orderStatus }) => !RETURNABLE_ORDERS.has(orderStatus), says: ({ orderNumber, orderStatus }) => `Order ${orderNumber} is ${orderStatus}: only orders that are booked or closed come back.` },
  { reason: 'PART_OF_ANOTHER', refuses: ({ parentLineId }) => parentLineId !== null, says: ({ sku }) => `${sku} is a part of something and comes back with that only.` },
  { reason: 'PRODUCT_NOT_RETURNABLE', refuses: ({ returnable }) => !returnable, says: ({ sku }) => `${sku} cannot be returned.` },
  { reason: 'FINAL_SALE', optional: true, refuses: ({ sku }, { finalSaleSkus }) => finalSaleSkus.includes(sku), says: ({ sku }) => `${sku} was a final sale.` },
  { reason: 'WINDOW_OVER', optional: true, refuses: isOver, says: ({ sku }, { returnDays = 0 }) => `${sku} could be returned for ${returnDays} days.` },
  { reason: 'ORDER_MANAGEMENT', optional: true, refuses: ({ isHeld, lineStatus }, { constrainedStatuses }) => isHeld || constrainedStatuses.includes(lineStatus), says: ({ sku, isHeld, lineStatus }) => (isHeld ? `${sku} is held.` : `${sku} cannot come back while it is ${lineStatus}.`) },
  { reason: 'ALREADY_RETURNED', refuses: ({ quantity, returnedQuantity }) => compare(returnedQuantity, quantity) >= 0, says: ({ sku }) => `All of ${sku} is on its way back already.` },
  { reason: 'NOT_SHIPPED', refuses: (line, policy) => isZero(line.returnableQuantity) || isZero(leftOf(line, policy)), says: ({ sku }) => `No more of ${sku} has been shipped.` },
];

/** Reasons that are about how much, not whether: they are told with what is left. */
const ABOUT_QUANTITY: ReadonlySet<PolicyReason> = new Set(['ALREADY_RETURNED', 'NOT_SHIPPED']);

export interface Objection {
  readonly reason: PolicyReason;
  readonly message: string;
}

/** Everything that keeps a line from coming back; empty when it may. */
export function objectionsTo(line: OrderedLine, policy: ReturnPolicy, now: Date): Objection[] {
  const broken = RULES.filter((rule) => (policy.policy || !rule.optional) && rule.refuses(line, policy, now));
  const part = broken.find(({ reason }) => reason === 'PART_OF_ANOTHER');
  const told = part ? [part] : broken.filter(({ reason }) => !(reason === 'NOT_SHIPPED' && broken.length > 1)); // nothing is left, for a better reason
  return told.map((rule) => ({ reason: rule.reason, message: rule.says(line, policy) }));
}

/** What keeps a line from coming back at all, whatever is left of it. */
export const prohibitionOf = (line: OrderedLine, policy: ReturnPolicy, now: Date): Objection | undefined => objectionsTo(line, policy, now).find(({ reason }) => !ABOUT_QUANTITY.has(reason));

/** How much of a line may still come back. Orders has the last word. */
export function leftOf({ returnableQuantity, shippedQuantity, returnedQuantity }: Pick<OrderedLine, 'returnableQuantity' | 'shippedQuantity' | 'returnedQuantity'>, { shippedOnly }: Pick<ReturnPolicy, 'shippedOnly'>): string {
  if (!shippedOnly) return returnableQuantity;
  const shipped = toMicro(shippedQuantity) - toMicro(returnedQuantity);
  const least = shipped < toMicro(returnableQuantity) ? shipped : toMicro(returnableQuantity);
  return fromMicro(least > 0n ? least : 0n);
}

function isOver({ shippedAt, placedAt }: OrderedLine, { returnDays }: ReturnPolicy, now: Date): boolean {
  return returnDays !== undefined && now.getTime() >= (shippedAt ?? placedAt).getTime() + returnDays * DAY_MS;
}
