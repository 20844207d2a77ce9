import { looksLikeId } from '#kernel/ids.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Content } from '../domain/content.ts';
import type { SentTerms } from '../domain/customer.ts';

const FIELDS = /* GraphQL */ `
  fragment ToTransfer on CartToTransfer {
    priceHash
    shipToCountry
    content {
      cartId
      ownerId
      currency
      shipToAddressId
      billToAddressId
      purchaseOrderNumber
      note
      lines { lineId sku uom quantity configuration { optionClass sku quantity } }
    }
  }
`;

const READ = /* GraphQL */ `
  query CartToTransfer($cartId: ID!) {
    cartToTransfer(cartId: $cartId) { ...ToTransfer }
  }
  ${FIELDS}
`;

const HOLD = /* GraphQL */ `
  mutation HoldCartForTransfer($cartId: ID!, $transferId: ID!) {
    holdCartForTransfer(cartId: $cartId, transferId: $transferId) { ...ToTransfer }
  }
  ${FIELDS}
`;

interface Answer {
  readonly priceHash: string;
  readonly shipToCountry?: string | null;
  readonly content: {
    readonly cartId: string;
    readonly ownerId: string;
    readonly currency: string;
    readonly shipToAddressId?: string | null;
    readonly billToAddressId?: string | null;
    readonly purchaseOrderNumber?: string | null;
    readonly note?: string | null;
    readonly lines: readonly { readonly lineId: string; readonly sku: string; readonly uom: string; readonly quantity: string; readonly configuration?: readonly OptionChoice[] | null }[];
  };
}

/** A cart that may be handed to a partner. */
export interface CartToTransfer {
  readonly cartId: string;
  readonly ownerId: string;
  /** Our own price hash: while it stays the same, so does what a partner was asked about. */
  readonly priceHash: string;
  readonly shipToAddressId: string | null;
  readonly billToAddressId: string | null;
  readonly terms: SentTerms;
  readonly content: Content;
}

/** The cart as the viewer may hand it over now. */
export async function askCart(ask: AskPeer, cartId: string): Promise<CartToTransfer> {
  return read((await ask<{ cartToTransfer: Answer }>({ subgraph: 'carts', query: READ, variables: { cartId } })).cartToTransfer);
}

/** Keeps it still until the transfer is over. The same transfer may ask again. */
export async function holdCart(ask: AskPeer, cartId: string, transferId: string): Promise<CartToTransfer> {
  return read((await ask<{ holdCartForTransfer: Answer }>({ subgraph: 'carts', query: HOLD, variables: { cartId, transferId } })).holdCartForTransfer);
}

function read({ priceHash, shipToCountry = null, content }: Answer): CartToTransfer {
  const { cartId, ownerId, currency, shipToAddressId = null, billToAddressId = null, purchaseOrderNumber = null, note = null } = content;
  const bought = content.lines.filter(({ lineId }) => looksLikeId(lineId)); // what our promotions give is ours to give
  const lines = bought.map(({ lineId: line, sku, uom, quantity, configuration }) => ({ line, sku, uom, quantity, ...(configuration && { configuration }) }));
  return { cartId, ownerId, priceHash, shipToAddressId, billToAddressId, terms: { purchaseOrderNumber, note }, content: { currency, country: shipToCountry, lines } };
}
