import type { DomainError, ErrorCode } from '#kernel/errors.ts';
import type { CxmlStatus } from './cxml-text.ts';

/** Refusals in the numbers of cXML; what is not named is simply not acceptable. */
const CODES: { readonly [code in ErrorCode]?: number } = {
  BAD_USER_INPUT: 400,
  SIGN_IN_FAILED: 401,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ACCOUNT_NOT_APPROVED: 403,
  CONFLICT: 409,
  IDEMPOTENCY_KEY_REUSED: 409,
  CART_ORDERED: 409,
  INVALID_STATE: 412,
  NOT_FOUND: 412,
  CART_EXPIRED: 412,
  CART_DELETED: 412,
  PRICE_CHANGED: 417,
  INSUFFICIENT_STOCK: 417,
  OPERATION_DISABLED: 450,
  SUBGRAPH_UNAVAILABLE: 500,
  OVERLOADED: 500,
};

export const statusOf = ({ code, message }: Pick<DomainError, 'code' | 'message'>): CxmlStatus => ({ statusCode: CODES[code] ?? 406, text: `${code}: ${message}` });
