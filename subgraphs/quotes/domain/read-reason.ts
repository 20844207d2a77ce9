import { refuse } from '#kernel/errors.ts';

const MAX_REASON = 1_000;

/** A reason in words, or none; a page is not a reason. */
export function readReason(text: string | null | undefined): string | null {
  const reason = text?.trim() ?? '';
  if (reason.length > MAX_REASON) throw refuse('BAD_USER_INPUT', `A reason has at most ${MAX_REASON} characters.`, { length: reason.length });
  return reason === '' ? null : reason;
}
