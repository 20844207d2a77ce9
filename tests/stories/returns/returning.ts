import type { Session } from '../../support/session.ts';
import { newKey, type PlacedOrder } from '../orders/shopping.ts';

export const RETURN_FIELDS = /* GraphQL */ `
  id number status version currency pendingAs waitsFor billToAccountId returnLocation reason
  shipTo { id recipient }
  billTo { id recipient }
  shipToContact { name }
  billToContact { name }
  refundTotal { amount }
  feeTotal { amount }
  creditTotal { amount }
  lines {
    id quantity reason serialNumbers orderNumber
    refund { amount } discount { amount } tax { amount } fee { amount }
    shipTo { id } billTo { id }
    components { sku quantity orderLineId }
    orderLine { id }
  }
  problems { code reason sku orderNumber returnableQuantity message }
  availableActions { name allowed }
`;

export const ADD = `mutation ($lines: [ReturnLineInput!]!, $version: Int) { addReturnLines(lines: $lines, expectedVersion: $version) { ${RETURN_FIELDS} } }`;
export const UPDATE = `mutation ($id: ID!, $lines: [ReturnLineUpdate!]!, $version: Int) { updateReturnLines(returnId: $id, lines: $lines, expectedVersion: $version) { ${RETURN_FIELDS} } }`;
export const PARTIES = `mutation ($input: ReturnPartiesInput!) { setReturnParties(input: $input) { ${RETURN_FIELDS} } }`;
export const RECALCULATE = `mutation ($id: ID!, $version: Int) { recalculateReturn(returnId: $id, expectedVersion: $version) { ${RETURN_FIELDS} } }`;
export const CANCEL = `mutation ($id: ID!, $version: Int) { cancelReturn(returnId: $id, expectedVersion: $version) { ${RETURN_FIELDS} } }`;
export const SUBMIT = `mutation ($id: ID!, $key: String!, $version: Int) { submitReturn(returnId: $id, idempotencyKey: $key, expectedVersion: $version) { ${RETURN_FIELDS} } }`;
export const APPROVE = 'mutation ($id: ID!, $location: String, $version: Int) { approveReturn(returnId: $id, returnLocation: $location, expectedVersion: $version) { status version waitsFor returnLocation } }';
export const REJECT = 'mutation ($id: ID!, $reason: String!) { rejectReturn(returnId: $id, reason: $reason) { status reason version } }';
export const LOCATE = 'mutation ($id: ID!, $location: String!) { tellReturnLocation(returnId: $id, returnLocation: $location) { status returnLocation version } }';
export const READ = `query ($id: ID!) { return(id: $id) { ${RETURN_FIELDS} } }`;
export const PENDING = `query ($currency: CurrencyCode) { pendingReturn(currency: $currency) { ${RETURN_FIELDS} } }`;

const CHOICE = 'orderNumber isReturnable objections { reason message } quantity orderedQuantity returnedQuantity returnableQuantity pendingQuantity serialNumbers shippedAt uom components { sku quantity orderLineId } product { sku } orderLine { id } order { id }';
export const CHOOSE = `query ($order: ID!) { returnableLines(orderId: $order) { ${CHOICE} } }`;
export const SEARCH = `query ($field: ReturnSearchField!, $text: String!) { searchReturnableLines(field: $field, text: $text) { ${CHOICE} } }`;

export interface ShownLine {
  readonly id: string;
  readonly quantity: string;
  readonly reason: string;
  readonly refund: { readonly amount: string };
  readonly orderLine: { readonly id: string };
}

export interface ShownReturn {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly refundTotal: { readonly amount: string };
  readonly lines: readonly ShownLine[];
}

export const back = (orderLineId: string | undefined, quantity = '1', more: object = {}): object => ({ orderLineId, quantity, reason: 'DAMAGED', ...more });
export const lineOf = (order: PlacedOrder, i = 0): string => order.lines[i]?.id ?? '';

export const add = async (person: Session, ...lines: object[]): Promise<ShownReturn> => (await person.ask(ADD, { lines })).addReturnLines as ShownReturn;
export const submit = async (person: Session, id: string, key: string = newKey()): Promise<ShownReturn> => (await person.ask(SUBMIT, { id, key })).submitReturn as ShownReturn;
