/** An address as it was when the return was written. */
export interface ReturnAddress {
  readonly id: string;
  readonly recipient: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
}

/** Someone of the buyer's to ask. */
export interface ReturnContact {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}
