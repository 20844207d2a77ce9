/** A line as it was returned to the procurement system. */
export interface ReturnedLine {
  readonly id: string;
  readonly sku: string;
  readonly description: string;
  readonly quantity: string;
  readonly uom: string;
  readonly unitPrice: string;
}

/** A cart as it was returned: what a purchase order is held against. */
export interface ReturnedCart {
  readonly currency: string;
  readonly priceHash: string;
  readonly version: number;
  readonly total: string;
  readonly shippingTotal: string;
  readonly taxTotal: string;
  readonly lines: readonly ReturnedLine[];
}

/** A line of a purchase order. */
export interface OrderedItem {
  readonly sku: string;
  /** What we called the line, with the session it is of. */
  readonly auxiliaryId: string | null;
  readonly quantity: string;
  readonly unitPrice: string | null;
  readonly currency: string | null;
}

/** The session and the line, as the other system carries them from the cart into its purchase order. */
export const auxiliaryIdOf = (sessionId: string, lineId: string): string => `${sessionId}/${lineId}`;

export const sessionOf = ({ auxiliaryId }: Pick<OrderedItem, 'auxiliaryId'>): string | undefined => auxiliaryId?.split('/')[0];
