const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether it is an IANA time zone, such as Europe/London. */
export function isTimeZone(name: string): boolean {
  try {
    return formatOf(name) !== undefined;
  } catch {
    return false; // RangeError
  }
}

/** The last moment of the day that is so many days from now, as the clocks of a time zone show it. */
export function endOfDay(now: Date, inDays: number, timeZone: string): Date {
  const today = wallClock(now.getTime(), timeZone);
  const lastSecond = today - (today % DAY_MS) + (inDays + 1) * DAY_MS - 1_000; // midnight itself is skipped on some days
  const guess = lastSecond - offsetAt(lastSecond, timeZone);
  return new Date(lastSecond - offsetAt(guess, timeZone) + 999); // asked again: clocks may change between the guess and the truth
}

export interface CalendarDay {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly day: number;
}

/** The day it is on the clocks of a time zone. */
export function dayOf(now: Date, timeZone: string): CalendarDay {
  const shown = new Date(wallClock(now.getTime(), timeZone));
  return { year: shown.getUTCFullYear(), month: shown.getUTCMonth() + 1, day: shown.getUTCDate() };
}

/** That day as text: 2026-05-03. */
export function isoDayOf(now: Date, timeZone: string): string {
  const { year, month, day } = dayOf(now, timeZone);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The first moment of a day on the clocks of a time zone; where midnight is skipped, the first there is. */
export function startOfDay({ year, month, day }: CalendarDay, timeZone: string): Date {
  const midnight = Date.UTC(year, month - 1, day);
  const guess = midnight - offsetAt(midnight, timeZone);
  const instant = midnight - offsetAt(guess, timeZone);
  return new Date(wallClock(instant, timeZone) < midnight ? guess : instant); // before a skipped midnight there is the day before
}

const offsetAt = (instant: number, timeZone: string): number => wallClock(instant, timeZone) - instant;

/** What the clocks of a zone show, to the second, as if it were UTC. */
function wallClock(instant: number, timeZone: string): number {
  const whole = Math.floor(instant / 1_000) * 1_000;
  if (timeZone === 'UTC') return whole;
  const part = Object.fromEntries(formatOf(timeZone).formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
}

/** Making one costs more than a whole edit of a cart. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  formats.set(timeZone, made);
  return made;
}
