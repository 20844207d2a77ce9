import type { Product } from '../product/ask.ts';
import { keyOf, type Sale } from './sale.ts';

const PLACE = /* GraphQL */ `
  mutation PlaceReplayed($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      ... on Order { id total { amount } lines { id } }
      ... on ApprovalRequired { reason }
    }
  }
`;

export interface PlacedOrder {
  readonly id: string;
  readonly total: string;
  readonly lines: number;
}

interface Outcome {
  readonly id?: string;
  readonly total?: { readonly amount: string };
  readonly lines?: readonly unknown[];
  readonly reason?: string;
}

export async function placeOrder(buyer: Product, sale: Sale, of: { cartId: string } | { quoteId: string }, priceHash: string): Promise<PlacedOrder> {
  const input = { ...of, priceHash, idempotencyKey: keyOf(sale), purchaseOrderNumber: keyOf(sale) };
  const { placeOrder: outcome } = await buyer.ask<{ placeOrder: Outcome }>(PLACE, { input });
  if (!outcome.id || !outcome.total) throw new Error(`The order waits for an approver: ${outcome.reason}`);
  return { id: outcome.id, total: outcome.total.amount, lines: outcome.lines?.length ?? 0 };
}
