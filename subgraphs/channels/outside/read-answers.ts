import { z } from 'zod';
import { isDecimal } from '#kernel/decimal-text.ts';
import { isMinor } from '#kernel/money.ts';
import { OutsideFault } from '#kernel/outside-fault.ts';
import type { OutsideDetail, OutsideDocument } from '../domain/outside-document.ts';

/** Text that can stand on a page, in a subject and in a search. */
const word = (most: number) => z.string().trim().regex(/^\P{C}+$/u).max(most);
const orNull = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);
const amount = z.string().regex(/^-?\d{1,11}(\.\d{1,6})?$/);
const time = z.iso.datetime({ offset: true });

const document = {
  number: word(100),
  customer: z.string(),
  buyer: orNull(z.string()),
  reference: orNull(z.string()),
  channel: orNull(word(100)),
  placedAt: time,
  expiresAt: orNull(time),
  status: word(100),
  currency: z.string().regex(/^[A-Z]{3}$/),
  total: amount,
};
const line = z.object({ sku: word(200), description: word(500), quantity: z.string().refine(isDecimal), uom: word(20), unitPrice: amount, total: amount, status: orNull(word(100)) });

const fits = ({ total, currency }: { total: string; currency: string }): boolean => isKnown(currency) && isMinor(total, currency);
const Document = z.object(document).refine(fits);
const Detail = z.object({ ...document, lines: z.array(line).max(10_000) }).refine((told) => fits(told) && told.lines.every(({ total }) => isMinor(total, told.currency)));
const List = z.object({ documents: z.array(z.unknown()).max(10_000), next: orNull(z.string().min(1).max(2_000)) });
const Found = z.object({ document: z.unknown().optional() });

const Taken = z.object({ taken: z.literal(true), number: word(100), total: orNull(amount) });
const Refused = z.object({ taken: z.literal(false), reason: orNull(word(500)) });

function isKnown(currency: string): boolean {
  try {
    isMinor('0', currency);
    return true;
  } catch {
    return false; // refused: no currency of ISO 4217
  }
}

export interface Page {
  readonly documents: readonly OutsideDocument[];
  readonly next: string | null;
  /** How many cannot be read. */
  readonly unreadable: number;
}

/** Each document for itself: one that cannot be read does not hide the others. @throws OutsideFault */
export function readPage(body: unknown): Page {
  const { documents, next } = fitting(List, body);
  const read = documents.map((each) => Document.safeParse(each));
  return { documents: read.flatMap(({ data }) => data ?? []), next, unreadable: read.filter(({ success }) => !success).length };
}

/** @returns null when there is no such document @throws OutsideFault */
export function readDetail(body: unknown): OutsideDetail | null {
  const { document: found } = fitting(Found, body);
  return found == null ? null : fitting(Detail, found);
}

/** @param about the id the answer must be about, under `key` @throws OutsideFault */
export function readSubmission(body: unknown, key: string, about: unknown): z.infer<typeof Taken> | z.infer<typeof Refused> {
  if ((body as Record<string, unknown> | null)?.[key] !== about) throw new OutsideFault('MALFORMED', `it answered for another ${key}`);
  return fitting(z.discriminatedUnion('taken', [Taken, Refused]), body);
}

function fitting<T>(schema: z.ZodType<T>, body: unknown): T {
  const answer = schema.safeParse(body);
  if (!answer.success) throw new OutsideFault('MALFORMED', z.prettifyError(answer.error));
  return answer.data;
}
