import type { OrdersContext, OrdersTx } from '../context.ts';
import { CLOSED_STEPS, type CheckoutStep } from '../domain/checkout-steps.ts';
import type { Checkout } from '../entities/checkout.ts';

/** Longer than a peer may take to answer, short enough that a killed checkout goes on within ten seconds. */
const LEASE_MS = 6_000;

export const leaseUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

export function readCheckout({ db }: OrdersContext, checkoutId: string): Promise<Checkout> {
  return db.sql.selectFrom('Checkout').selectAll().where('id', '=', checkoutId).executeTakeFirstOrThrow();
}

/** Becomes the driver of a checkout that nobody drives; whoever then goes on for its buyer waits for this one. @returns false when someone else was faster */
export async function takeLease({ db, clock }: OrdersContext, checkoutId: string): Promise<boolean> {
  const now = clock.now();
  const { numUpdatedRows } = await db.sql
    .updateTable('Checkout')
    .set({ nextAt: leaseUntil(now), authentication: null })
    .where('id', '=', checkoutId)
    .where('nextAt', '<=', now)
    .where('step', 'not in', CLOSED_STEPS)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Writes what a driver learned, if the checkout still is where the driver saw it: of two drivers (one slow, one that took
 * over) only one moves it on, and the refused one never does. @returns whether it was written
 */
export async function noteCheckout({ sql }: Pick<OrdersTx, 'sql'>, seen: Checkout, now: Date, changes: Partial<Checkout> & { step?: CheckoutStep }): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('Checkout')
    .set({ ...changes, version: seen.version + 1, updatedAt: now })
    .where('id', '=', seen.id)
    .where('step', '=', seen.step)
    .where('refusal', seen.refusal ? 'is not' : 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
