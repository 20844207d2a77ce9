import type { AskPeer } from '#kernel/peers.ts';
import { findParties } from './accounts.ts';

/** A way to ship that may be chosen. */
export interface OfferedMethod {
  readonly code: string;
  readonly name: string;
}

const METHODS = /* GraphQL */ `
  query ShippingMethodsToOffer {
    shippingMethods { code name countries }
  }
`;

/** The ways to ship that serve the place a cart goes to; all of them while nobody said where. */
export async function askServingMethods(ask: AskPeer, accountId: string | null, shipToAddressId: string | null): Promise<readonly OfferedMethod[]> {
  const [{ shippingMethods }, found] = await Promise.all([
    ask<{ shippingMethods: readonly (OfferedMethod & { readonly countries: readonly string[] | null })[] }>({ subgraph: 'catalog', query: METHODS }),
    accountId !== null && shipToAddressId !== null ? findParties(ask, accountId, { kept: [shipToAddressId], named: [], customers: [], contacts: [] }) : undefined,
  ]);
  const country = found?.addresses.get(shipToAddressId ?? '')?.country;
  return shippingMethods.filter(({ countries }) => countries === null || country === undefined || countries.includes(country)).map(({ code, name }) => ({ code, name }));
}
