/** A customer as an organisation knows it. */
export interface KnownCustomer {
  readonly id: string;
  readonly name: string;
  readonly number: string | null;
}

/** A contact: somebody of the account who can sign in, or a person who cannot. */
export interface KnownContact {
  readonly id: string;
  readonly accountId: string;
  /** Null: of the account itself. */
  readonly customerId: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
}

/** Whose an address is: the account's, a customer's, or a contact's alone. */
export interface AddressHolder {
  readonly customerId: string | null;
  readonly contactId: string | null;
}

/** Whether somebody may name this address together with the holder: it is of the same customer, and of no other contact. */
export const isOf = (address: { readonly customerId?: string | null; readonly contactId?: string | null }, { customerId, contactId }: AddressHolder): boolean =>
  (address.customerId ?? null) === customerId && (address.contactId == null || address.contactId === contactId);
