import type { AskPeer } from '#kernel/peers.ts';
import type { Viewer } from '#kernel/viewer.ts';

const DUE = /* GraphQL */ `
  query DueExpressOrders($after: ID) {
    dueExpressOrders(after: $after) {
      cartId
      version
      paymentKind
      paymentMethodId
      buyer { id kind accountId permissions name email }
    }
  }
`;

/** An express order that has waited long enough, and on whose behalf it goes out. */
export interface DueExpressOrder {
  readonly cartId: string;
  readonly version: number;
  readonly paymentKind?: string | null;
  readonly paymentMethodId?: string | null;
  readonly buyer: Viewer;
}

/** The next ones after a cart, some at a time; none when there are no more. */
export async function askDueExpressOrders(ask: AskPeer, after: string | null): Promise<readonly DueExpressOrder[]> {
  const { dueExpressOrders } = await ask<{ dueExpressOrders: readonly DueExpressOrder[] }>({ subgraph: 'carts', query: DUE, variables: { after } });
  return dueExpressOrders;
}
