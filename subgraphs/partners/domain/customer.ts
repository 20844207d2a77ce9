/** Where something goes, as the message has it. */
export interface SentAddress {
  readonly id: string;
  readonly recipient: string;
  readonly line1: string;
  readonly line2?: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** Who buys, as a partner is told once the buyer has confirmed; ids are the sender's. [XFER-07] */
export interface SentCustomer {
  readonly account: { readonly id: string; readonly name: string; readonly kind: 'ORGANISATION' | 'INDIVIDUAL'; readonly country?: string | null };
  readonly contact: { readonly id: string; readonly name: string; readonly email?: string | null; readonly phone?: string | null };
  readonly shipTo?: SentAddress | null;
  readonly billTo?: SentAddress | null;
}

/** What the buyer said beside. */
export interface SentTerms {
  readonly purchaseOrderNumber?: string | null;
  readonly note?: string | null;
}
