const DAY_MS = 86_400_000;

/** The day an invoice is due: so many days as the payment term names ("NET30", "30 days"), at once where it names none. */
export function dueOn(paymentTerm: string | null | undefined, billedAt: Date): string {
  const days = Number(/\d{1,3}/.exec(paymentTerm ?? '')?.[0] ?? 0);
  return new Date(billedAt.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}
