import type { ChosenPayment } from './order-payment.ts';

/** What people are told about an order by e-mail. [NOTIF-04] */
export const ORDER_NOTICES = ['ORDER_CONFIRMED', 'ORDER_TO_BE_FAXED', 'ORDER_NOT_BOOKED', 'ORDER_CANCELED'] as const;
export type OrderNotice = (typeof ORDER_NOTICES)[number];

export interface NoticeFacts {
  readonly number: string;
  readonly lines: readonly { readonly quantity: string; readonly description: string; readonly total: string }[];
  readonly total: string;
  /** What is left out when the reader may not see net prices. [ORD-08] */
  readonly showsPrices: boolean;
  readonly faxNumber: string | undefined;
  readonly cancelReason: string | null;
  /** Why it could not be booked. */
  readonly errors: readonly string[];
}

const WORDS: { readonly [N in OrderNotice]: (facts: NoticeFacts) => { subject: string; text: string } } = {
  ORDER_CONFIRMED: ({ number }) => ({ subject: `Your order ${number}`, text: `Thank you. We have taken in your order ${number}.` }),
  ORDER_TO_BE_FAXED: ({ number, faxNumber }) => ({
    subject: `Your order ${number}: please fax the details`,
    text: `Thank you. We have taken in your order ${number}. Please fax the card or purchase order details to ${faxNumber}, with the number of the order on them.`,
  }),
  ORDER_NOT_BOOKED: ({ number, errors }) => ({ subject: `Your order ${number} is not booked yet`, text: [`Your order ${number} could not be booked; we look into it.`, ...errors.map((error) => `- ${error}`)].join('\n') }),
  ORDER_CANCELED: ({ number, cancelReason }) => ({ subject: `Your order ${number} is canceled`, text: `Your order ${number} was canceled: ${cancelReason ?? 'no reason was given'}.` }),
};

/** A subject of one line, and plain text with the lines of the order. */
export function wordsOf(notice: OrderNotice, facts: NoticeFacts): { subject: string; text: string } {
  const { subject, text } = WORDS[notice](facts);
  const { lines, total, showsPrices } = facts;
  const listed = lines.map((line) => `${line.quantity} x ${line.description}${showsPrices ? `: ${line.total}` : ''}`);
  return { subject, text: [text, '', ...listed, ...(showsPrices ? [`Total: ${total}`] : [])].join('\n') };
}

/** Ways to pay whose details come by fax. */
const FAXED: ReadonlySet<string> = new Set(['FAX_CARD']);

/** Which notice says that an order was taken in: where papers must follow by fax, the one that asks for them. [ORD-07] */
export function confirmationOf(order: { readonly payment?: ChosenPayment | null; readonly purchaseOrderNumber?: string | null }, { faxNumber, faxPurchaseOrders }: { faxNumber?: string; faxPurchaseOrders: boolean }): OrderNotice {
  const faxes = FAXED.has(order.payment?.type ?? '') || (faxPurchaseOrders && order.purchaseOrderNumber != null);
  return faxNumber !== undefined && faxes ? 'ORDER_TO_BE_FAXED' : 'ORDER_CONFIRMED';
}
