import type { AskPeer } from '#kernel/peers.ts';
import type { ServedMethod } from '../domain/checkout-defaults.ts';

const METHODS = /* GraphQL */ `
  query ShippingMethodsToDefault {
    shippingMethods { code countries }
  }
`;

/** The ways to ship that may be chosen, by code. */
export async function askShippingMethods(ask: AskPeer): Promise<readonly ServedMethod[]> {
  const { shippingMethods } = await ask<{ shippingMethods: readonly ServedMethod[] }>({ subgraph: 'catalog', query: METHODS });
  return shippingMethods;
}
