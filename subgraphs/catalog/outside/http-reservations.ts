import { z } from 'zod';
import { compare } from '#kernel/quantity.ts';
import type { HoldAnswer } from '../domain/outside-answer.ts';
import { askOne, type OutsideTools } from './ask-outside.ts';
import { OutsideFault } from '#kernel/outside-fault.ts';
import type { InventorySource, OutsideReservation } from './ports.ts';
import { Amount, Moment } from './read-answer.ts';

const Unit = { sku: z.string(), uom: z.string() };
const Answer = z.discriminatedUnion('held', [
  z.object({ reservation: z.string(), held: z.literal(true), expiresAt: Moment, lines: z.array(z.object({ ...Unit, quantity: Amount })) }),
  z.object({ reservation: z.string(), held: z.literal(false), lines: z.array(z.object({ ...Unit, available: Amount })) }),
]);
const Told = z.object({ reservation: z.string(), done: z.boolean() });

/** Reservations in an outside inventory system (docs/protocols/inventory-source.md). Each may be asked for again. [EXT-09] */
export function httpReservations(tools: OutsideTools): Pick<InventorySource, 'reserve' | 'tell'> {
  return {
    reserve(wanted) {
      const { id, accountId, expiresAt, lines } = wanted;
      const question = { reservation: id, account: accountId, expiresAt: expiresAt.toISOString(), lines };
      return askOne(tools, 'reserve', question, UNKNOWN, (body) => judgeHold(wanted, read(Answer, body)));
    },
    tell(id, told) {
      return askOne(tools, told === 'TO_COMMIT' ? 'commit' : 'release', { reservation: id }, 'UNHEARD', (body) => {
        const { reservation, done } = read(Told, body);
        if (reservation !== id) throw new OutsideFault('MALFORMED', 'it answered for another reservation');
        if (!done && told === 'TO_RELEASE') throw new OutsideFault('MALFORMED', 'a reservation can always be released');
        return done ? 'DONE' : 'LOST';
      });
    },
  };
}

const UNKNOWN: HoldAnswer = { problem: 'AVAILABILITY_UNKNOWN' };

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(body);
  if (!parsed.success) throw new OutsideFault('MALFORMED', z.prettifyError(parsed.error));
  return parsed.data;
}

/** Held means all of it, each line once, for at least as long as was asked; anything else is not believed. */
function judgeHold(wanted: OutsideReservation, answer: z.infer<typeof Answer>): HoldAnswer {
  if (answer.reservation !== wanted.id) throw new OutsideFault('MALFORMED', 'it answered for another reservation');
  if (!answer.held) {
    const short = answer.lines.find(({ sku, uom, available }) => wanted.lines.some((line) => line.sku === sku && line.uom === uom && compare(available, line.quantity) < 0));
    if (!short) throw new OutsideFault('MALFORMED', 'it does not say what it has too little of');
    return { problem: 'INSUFFICIENT_STOCK', sku: short.sku, available: short.available };
  }
  if (answer.expiresAt < wanted.expiresAt) throw new OutsideFault('MALFORMED', 'it holds for a shorter time than was asked');
  const held = new Map(answer.lines.map((line) => [nameOf(line), line.quantity]));
  const isWhole = held.size === answer.lines.length && held.size === wanted.lines.length;
  if (!isWhole || wanted.lines.some((line) => compare(held.get(nameOf(line)) ?? '-1', line.quantity) !== 0)) throw new OutsideFault('MALFORMED', 'it holds something else than was asked');
  return { held: true };
}

const nameOf = ({ sku, uom }: { sku: string; uom: string | null }): string => JSON.stringify([sku, uom]);
