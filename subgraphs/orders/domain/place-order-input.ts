import { refuse } from '#kernel/errors.ts';

/** What a buyer says when placing an order. */
export interface PlaceOrder {
  readonly cartId?: string | null;
  readonly quoteId?: string | null;
  readonly priceHash: string;
  readonly idempotencyKey: string;
  readonly shipToAddressId?: string | null;
  readonly billToAddressId?: string | null;
  readonly shippingMethod?: string | null;
  readonly payment?: { readonly kind: string } | null;
  readonly purchaseOrderNumber?: string | null;
  readonly termsAccepted?: boolean | null;
}

const MAX_KEY = 200;

export function refuseMalformed({ cartId, quoteId, idempotencyKey }: PlaceOrder): void {
  if ((cartId == null) === (quoteId == null)) throw refuse('BAD_USER_INPUT', 'Give a cartId or a quoteId: exactly one of them.');
  if (idempotencyKey.trim() === '' || idempotencyKey.length > MAX_KEY) {
    throw refuse('BAD_USER_INPUT', `An idempotencyKey has 1 to ${MAX_KEY} characters.`);
  }
}
