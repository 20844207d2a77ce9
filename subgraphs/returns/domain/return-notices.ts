/** What people are told about a return by e-mail. [NOTIF-05] */
export const RETURN_NOTICES = ['RETURN_SUBMITTED', 'RETURN_APPROVED', 'RETURN_REJECTED', 'RETURN_TO_APPROVE', 'RETURN_CLOSED'] as const;
export type ReturnNotice = (typeof RETURN_NOTICES)[number];

export interface NoticeFacts {
  readonly number: string;
  readonly lines: readonly { readonly quantity: string; readonly sku: string; readonly reason: string }[];
  readonly returnLocation: string | null;
  /** Why it was rejected. */
  readonly reason: string | null;
  /** Whether it waits for the seller's yes, or was booked at once. */
  readonly waits: boolean;
}

const WORDS: { readonly [N in ReturnNotice]: (facts: NoticeFacts) => { readonly subject: string; readonly text: string } } = {
  RETURN_SUBMITTED: ({ number, waits }) => ({
    subject: `Your return ${number}`,
    text: waits ? `Thank you. We have your return ${number} and look into it. Please keep the goods until you hear from us.` : `Thank you. We have your return ${number}. Another e-mail with the approval, and where to send the goods, will follow.`,
  }),
  RETURN_APPROVED: ({ number, returnLocation }) => ({
    subject: `Your return ${number} is approved`,
    text: `Your return ${number} is approved.${returnLocation === null ? '' : ` Please send the goods to: ${returnLocation}.`}`,
  }),
  RETURN_REJECTED: ({ number, reason }) => ({ subject: `Your return ${number} is rejected`, text: `We cannot take your return ${number} back: ${reason ?? 'no reason was given'}.` }),
  RETURN_TO_APPROVE: ({ number }) => ({ subject: `Please approve the return ${number}`, text: `The return ${number} waits for your answer.` }),
  RETURN_CLOSED: ({ number }) => ({ subject: `Your return ${number} is done`, text: `Your return ${number} is done. What came back to us has been credited.` }),
};

/** A subject of one line, and plain text with what comes back. */
export function wordsOf(notice: ReturnNotice, facts: NoticeFacts): { readonly subject: string; readonly text: string } {
  const { subject, text } = WORDS[notice](facts);
  return { subject, text: [text, '', ...facts.lines.map(({ quantity, sku, reason }) => `${quantity} x ${sku}: ${reason}`)].join('\n') };
}
