export const ACTOR_KINDS = ['BUYER', 'REP', 'PERSON', 'JOB', 'OUTSIDE_SYSTEM'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** What no person does, and no job of ours either: the seller's CPQ, the payment service. */
const FROM_OUTSIDE: ReadonlySet<string> = new Set(['CPQ_PRICED', 'PAYMENT_CAPTURED', 'PAYMENT_REFUNDED', 'PAYMENT_REDUCED', 'PAYMENT_VOIDED', 'PAYMENT_FAILED']);

/** @param known whether the actor is of the seller; undefined when accounts does not know them, as where tokens come from elsewhere */
export function actorKind(cause: string, actorId: string | null | undefined, known: { readonly seller: boolean } | undefined): ActorKind {
  if (actorId == null) return FROM_OUTSIDE.has(cause) ? 'OUTSIDE_SYSTEM' : 'JOB';
  if (!known) return 'PERSON';
  return known.seller ? 'REP' : 'BUYER';
}
