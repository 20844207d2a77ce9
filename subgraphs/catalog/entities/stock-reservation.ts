import { defineEntity, p } from '@mikro-orm/core';
import { RESERVATION_STATES, type ReservationState } from '../domain/reservation-lifecycle.ts';
import type { AskedLine, HeldLine } from '../domain/held-lines.ts';

/** Stock that one checkout holds until it is placed, given up, or too late. */
export const StockReservationSchema = defineEntity({
  name: 'StockReservation',
  tableName: 'stock_reservation',
  properties: {
    /** The id of the checkout. */
    id: p.string().primary(),
    accountId: p.string(),
    state: p.string().$type<ReservationState>(),
    expiresAt: p.datetime(),
    /** As the checkout asked. */
    asked: p.json<AskedLine[]>(),
    /** What that came to on the shelf: kits taken apart, in primary units. */
    lines: p.json<HeldLine[]>(),
  },
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['state', 'expiresAt'] }],
  checks: [{ name: 'stock_reservation_state', expression: `state in ('${RESERVATION_STATES.join("', '")}')` }],
});
export class StockReservation extends StockReservationSchema.class {}
StockReservationSchema.setClass(StockReservation);
