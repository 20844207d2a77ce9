/** The data set has numbers only; an address is needed to sign in with. */
export const emailOfCustomer = (customerId: string): string => `customer-${customerId}@uci.example`;
