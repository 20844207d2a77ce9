import { refuse } from '#kernel/errors.ts';

const DAY_MS = 86_400_000;
/** A day, or a moment with its offset. */
const DATE = /^(\d{4})-(\d\d)-(\d\d)(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;

/** When a line is needed: now when nobody said; no day that is over, and nothing that is no date. [CART-79] */
export function readNeededOn(text: string | null | undefined, now: Date, lineId: string): Date {
  if (text == null || text.trim() === '') return now;
  const date = readDate(text.trim());
  if (!date) throw refuse('BAD_USER_INPUT', `${text} is no date such as 2026-05-03.`, { lineId, on: text });
  if (dayOf(date) < dayOf(now)) throw refuse('BAD_USER_INPUT', `${text} is over; ask for today or a later day.`, { lineId, on: text });
  return date;
}

/** Date takes 30 February for 2 March; the last day of the month tells. */
function readDate(text: string): Date | undefined {
  const [found, year, month, day] = DATE.exec(text) ?? [];
  const date = new Date(found ?? NaN);
  return !Number.isNaN(date.getTime()) && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate() ? date : undefined;
}

const dayOf = (moment: Date): number => Math.floor(moment.getTime() / DAY_MS);
