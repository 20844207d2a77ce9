import { isRefusal } from '#kernel/errors.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { Field } from '../domain/cpq-transaction.ts';

const CART = /* GraphQL */ `
  query MirroredCart($id: ID!) {
    cart(id: $id) {
      id
      version
      status
      owner { id }
      pricingAgreementId
      promotionCodes { code }
      shippingMethod
      fields { name value }
      lines { id product { sku } quantity uom pricingAgreementId configuration { optionClass sku quantity } fields { name value } }
    }
  }
`;

export interface MirroredCart {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly owner: { readonly id: string };
  readonly pricingAgreementId: string | null;
  readonly promotionCodes: readonly { readonly code: string }[];
  readonly shippingMethod: string | null;
  readonly fields: readonly Field[];
  readonly lines: readonly MirroredLine[];
}

interface MirroredLine {
  readonly id: string;
  readonly product: { readonly sku: string };
  readonly quantity: string;
  readonly uom: string;
  readonly pricingAgreementId: string | null;
  readonly configuration: OptionChoice[] | null;
  readonly fields: readonly Field[];
}

const OPEN: ReadonlySet<string> = new Set(['ACTIVE', 'SAVED']);
const GONE: ReadonlySet<string> = new Set(['NOT_FOUND', 'CART_DELETED', 'CART_EXPIRED']);

/** A cart as its owner sees it; or that it is gone, or closed because something else was made of it. */
export async function askMirroredCart(ask: AskPeer, id: string): Promise<MirroredCart | 'gone' | 'closed'> {
  try {
    const { cart } = await ask<{ cart: MirroredCart | null }>({ subgraph: 'carts', query: CART, variables: { id } });
    if (cart === null) return 'gone';
    return OPEN.has(cart.status) ? cart : 'closed';
  } catch (error) {
    if (!isRefusal(error) || error.code === 'SUBGRAPH_UNAVAILABLE') throw error;
    return GONE.has(error.code) ? 'gone' : 'closed';
  }
}
