export const OSLO = { line1: '1 Karl Johans gate', postalCode: '0150', city: 'Oslo', country: 'NO' };
const PAGE = 'pageInfo { hasNextPage endCursor }';

export const FIND_CUSTOMERS = `query ($usage: PartyUsage!, $search: CustomerSearch, $first: Int, $after: String) {
  customers(usage: $usage, search: $search, first: $first, after: $after) { nodes { id name number } ${PAGE} } }`;
export const FIND_CONTACTS = `query ($usage: PartyUsage!, $customerId: ID, $search: String, $first: Int, $after: String) {
  contacts(usage: $usage, customerId: $customerId, search: $search, first: $first, after: $after) { nodes { id name email phone } ${PAGE} } }`;
export const FIND_ADDRESSES = `query ($of: AddressHolderInput) {
  addresses(of: $of) { nodes { id recipient city customer { name } contact { id } } ${PAGE} } }`;
export const CREATE_CUSTOMER = `mutation ($usage: PartyUsage!, $customer: NewCustomerInput!, $address: AddressInput, $key: String) {
  createCustomer(usage: $usage, customer: $customer, address: $address, idempotencyKey: $key) { id name number } }`;
export const CREATE_CONTACT = `mutation ($usage: PartyUsage!, $customerId: ID, $contact: NewContactInput!, $address: AddressInput, $key: String) {
  createContact(usage: $usage, customerId: $customerId, contact: $contact, address: $address, idempotencyKey: $key) { id name email phone customer { id } } }`;
export const ADD_ADDRESS = `mutation ($usage: PartyUsage, $address: AddressInput!, $of: AddressHolderInput) {
  addAddress(usage: $usage, address: $address, of: $of) { id recipient city } }`;
export const SET_PRIMARY = `mutation ($usage: PrimaryUsage!, $addressId: ID, $of: AddressHolderInput) {
  setPrimaryAddress(usage: $usage, addressId: $addressId, of: $of) { id } }`;
