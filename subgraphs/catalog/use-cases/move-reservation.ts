import type { Tx } from '#kernel/database.ts';
import { judgeOrRefuse } from '#kernel/lifecycle.ts';
import type { HeldLine } from '../domain/held-lines.ts';
import { TOLD_AFTER } from '../domain/outside-hold.ts';
import { RESERVATION_LIFECYCLE, type ReservationCommand, type ReservationState } from '../domain/reservation-lifecycle.ts';
import type { StockReservation } from '../entities/stock-reservation.ts';
import type { CatalogTables } from '../entities/tables.ts';

/** @returns the tracked lines to count now; none when the move was made before. Refuses what the state does not allow. */
export async function moveReservation(tx: Tx<CatalogTables>, reservation: StockReservation, command: ReservationCommand): Promise<HeldLine[]> {
  const { id, state, lines } = reservation;
  const { to } = judgeOrRefuse(RESERVATION_LIFECYCLE, { status: state, command, roles: ['checkout'], facts: null }, { reservationId: id });
  if (to === state) return [];
  const moved = await tx.sql.updateTable('StockReservation').set({ state: to, ...toldOutside(reservation, to) }).where('id', '=', id).where('state', '=', state).returning('id').executeTakeFirst();
  if (moved) return lines.filter(({ tracked }) => tracked);
  const now = await findReservation(tx, id); // somebody was faster; states only go forward, so this ends
  return now ? moveReservation(tx, now, command) : [];
}

/** An outside inventory system that was asked to hold it has to hear of it too. */
function toldOutside({ outside }: StockReservation, to: ReservationState): Partial<StockReservation> {
  return outside == null || to === 'HELD' ? {} : { outside: TOLD_AFTER[to], outsideTries: 0, outsideAt: null };
}

export const findReservation = ({ sql }: Tx<CatalogTables>, id: string): Promise<StockReservation | undefined> =>
  sql.selectFrom('StockReservation').selectAll().where('id', '=', id).executeTakeFirst();
