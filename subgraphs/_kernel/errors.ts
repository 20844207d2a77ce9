/** Every code a client may meet, with what it means. Codes never change; the sentences of single refusals may. */
export const ERROR_CODES = {
  UNAUTHENTICATED: 'No valid token came with the request, and this needs one.',
  FORBIDDEN: 'The viewer may see the thing but not do this to it.',
  NOT_FOUND: 'There is no such thing, or the viewer may not know of it.',
  BAD_USER_INPUT: 'An argument has the right type but no usable value.',
  BAD_CURSOR: 'The `after` cursor was not made by this list.',
  STALE_VERSION: 'expectedVersion is behind; details hold the current version and who changed it.',
  CONFLICT: 'Others kept changing the same thing; nothing was written. Try again.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used before with another body.',
  INVALID_STATE: 'The status does not allow this action now.',
  UNKNOWN_SKU: 'No product has this SKU; details name it.',
  UNKNOWN_UOM: 'The product is not sold in this unit of measure.',
  QUANTITY_INVALID: 'The quantity is negative, has too many decimals, or is too large.',
  QUANTITY_INDIVISIBLE: 'The product is sold in whole units only.',
  QUANTITY_BELOW_MINIMUM: 'Less than the smallest quantity the product is sold in.',
  QUANTITY_NOT_A_STEP: 'The quantity is no multiple of the step the product is sold in.',
  AMOUNT_TOO_LARGE: 'The amount is beyond what a document may hold.',
  PRICE_NOT_FOUND: 'No price list of the viewer has a price for this product.',
  PRICE_UNAVAILABLE: 'The price comes from an outside system, and that did not answer; no earlier price will do. Try again.',
  EXCHANGE_RATE_NOT_FOUND: 'There is a price in another currency, and no exchange rate to this one.',
  PROMOTION_CODE_REFUSED: 'The promotion code does not apply; details say why.',
  PROMOTION_USED_UP: 'The promotion was used as often as it may be; details name it.',
  PRICE_CHANGED: 'The price moved since it was confirmed; details hold both totals and the new priceHash.',
  INSUFFICIENT_STOCK: 'Less is available than asked; details name SKU and available quantity.',
  AVAILABILITY_UNKNOWN: 'The stock is counted in an outside system, and that did not answer. Try again.',
  CART_EMPTY: 'The cart has no lines.',
  CART_ORDERED: 'The cart was ordered and can no longer change.',
  CART_NOT_ACTIVE: 'Only the active cart takes changes; activate it first.',
  QUOTE_EXPIRED: 'The quote is past its expiration date.',
  QUOTE_STATUS_INVALID: 'The quote cannot be changed in its present status.',
  ASSIGNMENT_REQUIRED: 'A sales rep must be assigned to the quote first.',
  NOT_RETURNABLE: 'The line cannot be returned; details say why.',
  RETURN_QUANTITY_EXCEEDED: 'More would come back than was ordered and not yet returned.',
  SIGN_IN_FAILED: 'The e-mail address or the password is wrong.',
  OPERATION_DISABLED: 'The feature is switched off in this deployment.',
  AMOUNT_CURRENCY_MISMATCH: 'Amounts of different currencies met in one document.',
  SUBGRAPH_UNAVAILABLE: 'A part of the graph did not answer; other fields are still there. Try again.',
  OVERLOADED: 'The server sheds load. Try again later.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A refusal a client can act on: graphql-js carries `extensions` to the response. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly extensions: { code: ErrorCode; details: ErrorDetails };

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = 'DomainError';
    this.code = code;
    this.details = details;
    this.extensions = { code, details };
  }
}

/** `throw refuse('NOT_FOUND', 'There is no such cart.', { cartId })` */
export const refuse = (code: ErrorCode, message: string, details?: ErrorDetails): DomainError => new DomainError(code, message, details);

export const isRefusal = (error: unknown, code?: ErrorCode): error is DomainError =>
  error instanceof DomainError && (code === undefined || error.code === code);
