import { setTimeout as wait } from 'node:timers/promises';
import { lineTotal, minorFrom } from '#kernel/money.ts';
import type { Product } from '../product/ask.ts';
import { Differs } from '../replay/replay-sale.ts';
import type { WantedLine } from './order-lines.ts';

const PENDING = /* GraphQL */ `
  query PendingReturn { pendingReturn(currency: "GBP") { id } viewer { account { addresses { id } } } }
`;
const MOVE_IN = /* GraphQL */ `
  mutation MoveIn($address: AddressInput!) { addAddress(address: $address, idempotencyKey: "uci-address") { id } }
`;
const GIVE_UP = /* GraphQL */ `
  mutation GiveUp($returnId: ID!) { cancelReturn(returnId: $returnId) { id } }
`;
const ADD = /* GraphQL */ `
  mutation AddReturned($lines: [ReturnLineInput!]!) { addReturnLines(lines: $lines) { id } }
`;
const SUBMIT = /* GraphQL */ `
  mutation SubmitReturned($returnId: ID!, $key: String!) { submitReturn(returnId: $returnId, idempotencyKey: $key) { status } }
`;
const SHOWN = /* GraphQL */ `
  fragment Shown on Return {
    status
    creditedTotal { amount }
    lines { id quantity }
    creditMemos { id status amount { amount } }
  }
`;
const NOW = /* GraphQL */ `
  ${SHOWN}
  query ReturnNow($returnId: ID!) { return(id: $returnId) { ...Shown } }
`;
const APPROVE = /* GraphQL */ `
  mutation ApproveReturned($returnId: ID!) { approveReturn(returnId: $returnId) { status } }
`;
const RECEIVE = /* GraphQL */ `
  mutation ReceiveReturned($input: ReceiveReturnInput!) { receiveReturn(input: $input) { status } }
`;
const INSPECT = /* GraphQL */ `
  mutation InspectReturned($input: InspectReturnInput!) { inspectReturn(input: $input) { status } }
`;
const DISPOSE = /* GraphQL */ `
  mutation DisposeReturned($input: DisposeReturnInput!) { disposeReturn(input: $input) { status } }
`;
const PAID_BACK = /* GraphQL */ `
  mutation PaidBack($id: ID!, $reference: String!) { recordRefund(creditMemoId: $id, reference: $reference) { status } }
`;

interface ShownReturn {
  readonly status: string;
  readonly creditedTotal: { readonly amount: string };
  readonly lines: readonly { readonly id: string; readonly quantity: string }[];
  readonly creditMemos: readonly { readonly id: string; readonly status: string; readonly amount: { readonly amount: string } }[];
}

/** Who takes part: the customer, and the seller's administrator. */
export interface Both {
  readonly buyer: Product;
  readonly administrator: Product;
  /** Why everything comes back: one of the reasons the shop knows. */
  readonly reason: string;
}

/** The data names no addresses, and whoever is credited needs one. */
const ADDRESS = { recipient: 'Customer', line1: 'Not in the data', postalCode: 'N/A', city: 'N/A', country: 'GB' };

/** The customer puts a return together; what a run that was cut short left lying is given up first. @returns its id */
export async function putTogether({ buyer, reason }: Both, lines: readonly WantedLine[]): Promise<string> {
  const { pendingReturn, viewer } = await buyer.ask<{ pendingReturn: { id: string } | null; viewer: { account: { addresses: readonly unknown[] } } }>(PENDING);
  if (viewer.account.addresses.length === 0) await buyer.ask(MOVE_IN, { address: ADDRESS });
  if (pendingReturn) await buyer.ask(GIVE_UP, { returnId: pendingReturn.id });
  const { addReturnLines } = await buyer.ask<{ addReturnLines: { id: string } }>(ADD, { lines: lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity: String(quantity), reason })) });
  return addReturnLines.id;
}

/** Submits a return and takes its goods in, credits and refunds them: each step once, however often this is called. @returns what was credited, in pounds */
export async function seeThrough({ buyer, administrator }: Both, number: string, returnId: string): Promise<string> {
  const key = (step: string): string => `uci-${number}-${step}`;
  const now = async (): Promise<ShownReturn> => (await administrator.ask<{ return: ShownReturn }>(NOW, { returnId })).return;
  await buyer.ask(SUBMIT, { returnId, key: key('submit') });
  if ((await now()).status === 'PENDING_APPROVAL') await administrator.ask(APPROVE, { returnId });
  const { lines } = await until(now, ({ status }) => TAKING_IN.has(status), number);
  const parts = lines.map(({ id: returnLineId, quantity }) => ({ returnLineId, quantity }));
  const step = (name: string): object => ({ returnId, idempotencyKey: key(name) });
  await administrator.ask(RECEIVE, { input: { ...step('receive'), lines: parts, reference: number } });
  await administrator.ask(INSPECT, { input: { ...step('inspect'), findings: parts.map((part) => ({ ...part, condition: 'AS_NEW' })) } });
  await administrator.ask(DISPOSE, { input: { ...step('dispose'), dispositions: parts.map((part) => ({ ...part, disposition: 'RESTOCK' })) } });
  const credited = await until(now, ({ status, creditMemos }) => status === 'CLOSED' || (creditMemos.length > 0 && creditMemos.every((memo) => memo.status === 'BY_HAND' || memo.status === 'REFUNDED')), number);
  for (const { id, status } of credited.creditMemos) if (status === 'BY_HAND') await administrator.ask(PAID_BACK, { id, reference: number });
  const closed = await until(now, ({ status }) => status === 'CLOSED', number);
  return closed.creditedTotal.amount;
}

const TAKING_IN: ReadonlySet<string> = new Set(['BOOKED', 'RECEIVING', 'RECEIVED', 'CLOSED']);
const LONGEST_MS = 20_000;
const PAUSE_MS = 5;

/** What follows from events takes a moment. */
async function until(read: () => Promise<ShownReturn>, isSo: (shown: ShownReturn) => boolean, number: string): Promise<ShownReturn> {
  const end = performance.now() + LONGEST_MS;
  for (let pause = PAUSE_MS; ; pause *= 2) {
    const shown = await read();
    if (isSo(shown)) return shown;
    if (performance.now() > end) throw new Differs(`The return of ${number} stays ${shown.status}.`);
    await wait(pause);
  }
}

/** What the books credited for the lines, each rounded half-up, in pence. */
export const creditOf = (lines: readonly WantedLine[]): bigint => lines.reduce((all, { price, quantity }) => all + lineTotal(price, String(quantity), 'GBP'), 0n);

export function refuseOtherCredit(credited: string, lines: readonly WantedLine[], number: string): void {
  const expected = creditOf(lines);
  if (minorFrom(credited, 'GBP') !== expected) throw new Differs(`${credited} was given back for ${number}, the books say ${Number(expected) / 100}.`);
}
