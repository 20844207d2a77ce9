/** A private customer with one user. */
export interface CustomerRecord {
  readonly externalId: string;
  readonly name: string;
  readonly email: string;
  readonly country?: string;
}
