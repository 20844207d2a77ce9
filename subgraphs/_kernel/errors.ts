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
  CONFIGURATION_INVALID: 'What was chosen of the model cannot be had together; details say of which class and why.',
  QUANTITY_INVALID: 'The quantity is negative, has too many decimals, or is too large.',
  QUANTITY_INDIVISIBLE: 'The product is sold in whole units only.',
  QUANTITY_BELOW_MINIMUM: 'Less than the smallest quantity the product is sold in.',
  QUANTITY_NOT_A_STEP: 'The quantity is no multiple of the step the product is sold in.',
  AMOUNT_TOO_LARGE: 'The amount is beyond what a document may hold.',
  PRICE_NOT_FOUND: 'No price list of the viewer has a price for this product.',
  PRICE_UNAVAILABLE: 'The price comes from an outside system, and that did not answer; no earlier price will do. Try again.',
  TAX_UNAVAILABLE: 'The taxes come from an outside system, and that did not answer; nothing is sold without knowing them. Try again.',
  EXCHANGE_RATE_NOT_FOUND: 'There is a price in another currency, and no exchange rate to this one.',
  PAYMENT_TYPE_NOT_OFFERED: 'This way to pay is not offered here; details hold those that are.',
  CHECKOUT_INCOMPLETE: 'Data that an order needs is missing; details list what, and the first page where it is asked for.',
  PROMOTION_CODE_REFUSED: 'The promotion code does not apply; details say why.',
  PROMOTION_USED_UP: 'The promotion was used as often as it may be; details name it.',
  PRICE_CHANGED: 'The price moved since it was confirmed; details hold both totals and the new priceHash.',
  PAYMENT_DECLINED: 'The bank declined the payment by card; nothing was ordered. Pay with another.',
  PAYMENT_FAILED: 'The payment service could not process the payment, or did not answer; nothing was ordered. Try again.',
  CREDIT_LIMIT_EXCEEDED: 'The account would owe more than its credit limit allows.',
  INSUFFICIENT_STOCK: 'Less is available than asked; details name SKU and available quantity.',
  AVAILABILITY_UNKNOWN: 'The stock is counted in an outside system, and that did not answer. Try again.',
  CART_EMPTY: 'The cart has no lines.',
  FIELD_REQUIRED: 'Additional information that an order needs is missing; details name the line, if it is one.',
  CONTACT_REQUIRED: 'An order of this organisation needs a contact; details hold the side: SHIP_TO, BILL_TO or END_CUSTOMER.',
  END_CUSTOMER_REQUIRED: 'An order needs to say for whom the goods are in the end; details name the line, if it is one.',
  SHIPPING_UNAVAILABLE: 'The goods cannot be shipped this way to this address.',
  CART_ORDERED: 'The cart was ordered and can no longer change; details hold the order number.',
  CART_DELETED: 'The cart was deleted.',
  CART_EXPIRED: 'The cart was kept as long as carts are kept; details hold its last day.',
  CART_IS_QUOTE: 'The cart became a quote; details hold its id.',
  CART_STATUS_INVALID: 'The cart is in a status in which nothing can be done with it; details hold it.',
  CART_NOT_GUEST: 'Only the nameless cart of a guest is taken over at sign-in.',
  CART_NOT_ACTIVE: 'Only the active cart takes changes; activate it first.',
  EXPRESS_NOT_SET_UP: 'Express checkout needs the preferences of its buyer, complete and switched on; details name what is missing.',
  LIST_NAME_TAKEN: 'The owner has a shopping list of this name already.',
  ATTACHMENTS_DISABLED: 'Attachments are not set up in this deployment.',
  ATTACHMENT_TOO_LARGE: 'A file, or the files of one upload together, are larger than allowed; details hold the limit in KB.',
  RETRIEVAL_NUMBER_UNKNOWN: 'No shared cart has this retrieval number.',
  DISCOUNT_TOO_DEEP: 'The price is further below the list price than sales reps may go; details hold the lowest.',
  QUOTE_EXPIRED: 'The quote is past its expiration date.',
  QUOTE_NOT_PUBLISHED: 'Only a published quote can be ordered.',
  QUOTE_STATUS_INVALID: 'The quote cannot be changed in its present status.',
  CUSTOM_ITEM_NOT_ORDERABLE: 'A custom item of the quote has no price, or the shop has no product that stands for custom items in orders.',
  ASSIGNMENT_REQUIRED: 'A sales rep must be assigned to the quote first.',
  PARTNER_UNAVAILABLE: 'The partner did not answer, or cannot fulfil the cart; details say why. Choose another, or try again.',
  OFFER_EXPIRED: 'The price a partner gave was held for a while, and that is over; ask for it again.',
  ORDER_NOT_CANCELLABLE: 'The order cannot be canceled online any more; details hold its status. The sales representative may help.',
  ORDER_HANDED_OVER: 'The order went to the order system of the seller, which alone changes it now; details hold how far that is.',
  QUOTE_HANDED_OVER: 'The quote went to the quote system of the seller, which alone goes on with it now; details hold how far that is.',
  SEARCH_CRITERIA_REQUIRED: 'The search needs at least one of the criteria that details name.',
  SEARCH_TOO_BROAD: 'The search would find nearly everything; details name the criterion to narrow.',
  WILDCARD_NOT_SUPPORTED: 'A % stands for anything at the end of a text only.',
  TERMS_NOT_ACCEPTED: 'The terms must be agreed to as they are now; details hold their hash, and whether earlier ones were agreed to.',
  NOT_RETURNABLE: 'The line cannot be returned; details say why.',
  RETURN_QUANTITY_EXCEEDED: 'More would come back than was ordered and not yet returned.',
  RETURN_SETUP_MISSING: 'Returns are not set up: there is no transaction type of category Return with a line type and a workflow, or no default sales representative; details name what is missing.',
  RETURN_BILL_TO_INVALID: 'An address, contact or customer to be credited is missing or no longer there; details name the lines.',
  RETURN_SHIP_TO_INVALID: 'An address or contact that goods come from is missing or no longer there; details name the lines.',
  ORDER_ON_HOLD: 'The order, or a line of it, is held; it goes on once the hold is released.',
  MERGE_NOT_ALLOWED: 'The two cannot be merged, or not now; details list every reason.',
  ACCOUNT_SUSPENDED: 'The account is being joined with another, and nothing is written for it meanwhile. Try again in a moment.',
  ACCOUNT_NOT_APPROVED: 'The organisation registered itself, and the seller has not approved it yet; carts may be filled meanwhile.',
  COST_CENTRE_REQUIRED: 'The account charges its orders to cost centres, and it is not clear to which; details name those of the buyer.',
  BUDGET_EXCEEDED: 'A budget of the cost centre does not suffice, and lets nobody beyond it; details say by how much.',
  APPROVAL_STALE: 'What is asked about is not what it was: the content has changed, or another request took its place. It must be asked for again.',
  INVITATION_INVALID: 'The invitation does not exist, was accepted, is too old, or its address is taken.',
  TOO_MANY_REQUESTS: 'This was tried too often; details say when it may be tried again.',
  SIGN_IN_FAILED: 'The e-mail address or the password is wrong.',
  CONFIG_CONFLICT: 'Two settings exclude each other; the deployment does not start.',
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
