import { defineEntity, p } from '@mikro-orm/core';
import { RESERVATION_STATES, type ReservationState } from '../domain/reservation-lifecycle.ts';
import { OUTSIDE_HOLDS, type OutsideHold } from '../domain/outside-hold.ts';
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
    /** What an outside inventory system knows of it; null where there is none, or none that takes part in orders. */
    outside: p.string().$type<OutsideHold>().nullable(),
    /** How often it was told what became of it and did not hear, and when it is told again. */
    outsideTries: p.integer(),
    outsideAt: p.datetime().nullable(),
  },
  indexes: [{ properties: ['accountId', 'id'] }, { properties: ['state', 'expiresAt'] }, { properties: ['outside', 'outsideAt'] }],
  checks: [
    { name: 'stock_reservation_state', expression: `state in ('${RESERVATION_STATES.join("', '")}')` },
    { name: 'stock_reservation_outside', expression: `outside in ('${OUTSIDE_HOLDS.join("', '")}')` },
  ],
});
export class StockReservation extends StockReservationSchema.class {}
StockReservationSchema.setClass(StockReservation);
