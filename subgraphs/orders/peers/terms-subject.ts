import type { AskPeer } from '#kernel/peers.ts';
import type { ContractTerms, TermsContent } from '../domain/contract-terms.ts';

interface Ref {
  readonly id: string;
}

export interface ActionAnswer {
  readonly name: string;
  readonly allowed: boolean;
  readonly reason: string | null;
}

/** What the terms of a cart or a quote depend on, and what the viewer could do with it. */
export interface TermsSubject {
  readonly accountId: string;
  readonly content: TermsContent;
  /** The terms a quote was given when it began; they stay. */
  readonly contract: ContractTerms | null;
  readonly actions: readonly ActionAnswer[];
}

export const CART_FOR_TERMS = /* GraphQL */ `
  soldTo { id }
  shippingMethod
  shipTo { id }
  billTo { id }
  shippingInstructions
  requestedOn
  purchaseOrderNumber
  fields { name value }
  lines {
    id
    product { sku }
    quantity
    uom
    configuration { optionClass sku quantity }
    shipping { shipTo { id } shippingMethod instructions requestedOn }
  }
  availableActions { name allowed reason }
`;

const CART = /* GraphQL */ `
  query CartForTerms($id: ID!) {
    cart(id: $id) { ${CART_FOR_TERMS} }
  }
`;

export interface CartAnswer extends Pick<TermsContent, 'shippingMethod' | 'shippingInstructions' | 'requestedOn' | 'purchaseOrderNumber' | 'fields'> {
  readonly soldTo: Ref;
  readonly shipTo: Ref | null;
  readonly billTo: Ref | null;
  readonly lines: readonly (TermsContent['lines'][number] & {
    readonly id: string;
    readonly product: { readonly sku: string };
    readonly shipping: { readonly shipTo: Ref | null; readonly shippingMethod: string | null } | null;
  })[];
  readonly availableActions: readonly ActionAnswer[];
}

/** A cart as the viewer may open it; the prices are of no concern here. */
export async function askCart(ask: AskPeer, id: string): Promise<TermsSubject> {
  const { cart } = await ask<{ cart: CartAnswer }>({ subgraph: 'carts', query: CART, variables: { id } });
  return subjectOf(cart);
}

export function subjectOf(cart: CartAnswer): TermsSubject {
  const { shippingMethod, shippingInstructions, requestedOn, purchaseOrderNumber, fields } = cart;
  const lines = cart.lines.map(({ product: { sku }, quantity, uom, configuration, shipping }) => ({ sku, quantity, uom, configuration, shipping }));
  const content = { shippingMethod, shipTo: cart.shipTo?.id ?? null, billTo: cart.billTo?.id ?? null, shippingInstructions, requestedOn, purchaseOrderNumber, fields, lines };
  return { accountId: cart.soldTo.id, content, contract: null, actions: cart.availableActions };
}
