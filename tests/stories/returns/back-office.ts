import type { Session } from '../../support/session.ts';
import { newKey } from '../orders/shopping.ts';

export const RETURN = /* GraphQL */ `
  query Return($id: ID!) {
    return(id: $id) {
      id
      number
      status
      version
      refundTotal { amount }
      creditedTotal { amount }
      receipts { number reference }
      lines { id quantity stage receivedQuantity disposedQuantity pieces { quantity serialNumber condition remark disposition } orderLine { id returnedQuantity creditedQuantity returnableQuantity refunded { amount } } }
      creditMemos { id number status amount { amount } fee { amount } lines { quantity amount { amount } } order { id refundedTotal { amount } } }
    }
  }
`;

export interface ShownReturn {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly version: number;
  readonly lines: readonly { readonly id: string; readonly quantity: string; readonly stage: string; readonly orderLine: { readonly id: string } }[];
  readonly creditMemos: readonly { readonly id: string; readonly number: string; readonly status: string; readonly amount: { readonly amount: string } }[];
}

export const readReturn = async (person: Session, id: string): Promise<ShownReturn> => (await person.ask(RETURN, { id })).return as ShownReturn;

const ADD = 'mutation ($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id } }';
const SUBMIT = 'mutation ($id: ID!, $key: String!) { submitReturn(returnId: $id, idempotencyKey: $key) { id } }';
const APPROVE = 'mutation ($id: ID!) { approveReturn(returnId: $id, returnLocation: "Dock 4") { id } }';

/** What a buyer sends back, agreed to by the seller; the caller waits until it is booked. */
export async function agreedReturn(buyer: Session, seller: Session, lines: readonly { orderLineId: string | undefined; quantity: string }[]): Promise<string> {
  const { addReturnLines } = await buyer.ask(ADD, { lines: lines.map((line) => ({ ...line, reason: 'DAMAGED' })) });
  const id = String(addReturnLines.id);
  await buyer.ask(SUBMIT, { id, key: newKey() });
  await seller.ask(APPROVE, { id });
  return id;
}

export const RECEIVE = 'mutation ($input: ReceiveReturnInput!) { receiveReturn(input: $input) { status version lines { stage receivedQuantity } receipts { number reference } } }';
export const INSPECT = 'mutation ($input: InspectReturnInput!) { inspectReturn(input: $input) { status version } }';
export const DISPOSE = 'mutation ($input: DisposeReturnInput!) { disposeReturn(input: $input) { status version } }';
export const END = 'mutation ($input: HandleReturnInput!) { endReceiving(input: $input) { status version } }';

/** Arrives, is looked at and disposed of, as if nothing were wrong with it. */
export async function takeIn(olga: Session, returnId: string, lines: readonly { returnLineId: string | undefined; quantity: string; serialNumbers?: readonly string[] }[]): Promise<void> {
  await olga.ask(RECEIVE, { input: { returnId, lines } });
  await olga.ask(INSPECT, { input: { returnId, findings: lines.map((line) => ({ ...line, condition: 'AS_NEW' })) } });
  await olga.ask(DISPOSE, { input: { returnId, dispositions: lines.map((line) => ({ ...line, disposition: 'RESTOCK' })) } });
}
