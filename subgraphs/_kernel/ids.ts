import { randomFillSync } from 'node:crypto';

const BYTES = 8;
/** Filled for many ids at once: asking for random bytes costs more than the rest of an id. */
const pool = Buffer.alloc(512 * BYTES);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/** A UUIDv7: time-ordered, and strictly increasing within one process even inside one millisecond. */
export function newId(nowMs: number = Date.now()): string {
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs++; // more than 4,096 ids in one millisecond: borrow from the next one
    counter = 0;
  }
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const tail = pool.toString('hex', used, (used += BYTES));
  const time = lastMs.toString(16).padStart(12, '0');
  const sequence = counter.toString(16).padStart(3, '0');
  const variant = ((Number.parseInt(tail[0] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence}-${variant}${tail.slice(1, 4)}-${tail.slice(4, 16)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Ids are opaque to clients; what is no id at all is not worth a question to the database. */
export const looksLikeId = (text: string): boolean => UUID.test(text);
