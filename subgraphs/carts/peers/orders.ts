import type { AskPeer } from '#kernel/peers.ts';

const TYPES = /* GraphQL */ `
  query PaymentTypes {
    paymentTypes
  }
`;

/** What orders may be paid with here. [CHK-43, CHK-44] */
export async function askPaymentTypes(ask: AskPeer): Promise<readonly string[]> {
  const { paymentTypes } = await ask<{ paymentTypes: string[] }>({ subgraph: 'orders', query: TYPES });
  return paymentTypes;
}
