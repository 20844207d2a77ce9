import { refuse } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import { isSeller, may, type Viewer } from '#kernel/viewer.ts';

const RETURN = /* GraphQL */ `
  query ReturnToReplace($returnId: ID!) {
    return(id: $returnId) { status accountId owner { id } refundTotal { currency } }
  }
`;

/** Returns whose goods the seller takes, or took, back. */
const AGREED: ReadonlySet<string> = new Set(['APPROVED', 'BOOKED', 'RECEIVING', 'RECEIVED', 'CLOSED']);

interface ReturnToReplace {
  readonly status: string;
  readonly accountId: string;
  readonly owner: { readonly id: string };
  readonly refundTotal: { readonly currency: string };
}

export interface Replacement {
  readonly returnId: string;
  /** Of the order, and who places it. */
  readonly accountId: string;
  readonly viewer: Viewer | null;
  readonly currency: string;
}

/**
 * What is ordered in place of a return: one of the same account that the seller agreed to, in the same currency. Its credit pays, so
 * seeing the return of a colleague is not enough: whoever spends it sent it back, may send things back, or is of the seller.
 */
export async function refuseReplacement(ask: AskPeer, { returnId, accountId, viewer, currency }: Replacement): Promise<void> {
  const { return: found } = await ask<{ return: ReturnToReplace }>({ subgraph: 'returns', query: RETURN, variables: { returnId } });
  if (found.accountId !== accountId) throw refuse('NOT_FOUND', 'There is no such return.', { returnId });
  if (!viewer || !(viewer.id === found.owner.id || isSeller(viewer) || may(viewer, 'CREATE_RETURN'))) throw refuse('FORBIDDEN', 'This return is a colleague’s; you may only see it.', { permission: 'CREATE_RETURN' });
  if (!AGREED.has(found.status)) throw refuse('INVALID_STATE', 'The seller has not agreed to this return.', { returnId, status: found.status });
  if (found.refundTotal.currency !== currency) throw refuse('AMOUNT_CURRENCY_MISMATCH', `This return is in ${found.refundTotal.currency}.`, { returnId, currency });
}
