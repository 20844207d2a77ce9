/** ASKED: orders has not answered yet; the others are how far it says the money is. */
export const CREDIT_STATUSES = ['ASKED', 'WAITING', 'REFUNDING', 'BY_HAND', 'FAILED', 'REFUNDED'] as const;
export type CreditStatus = (typeof CREDIT_STATUSES)[number];

export const isCreditStatus = (text: unknown): text is CreditStatus => CREDIT_STATUSES.some((status) => status === text);
