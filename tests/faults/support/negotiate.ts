import type { Data } from '../../support/session.ts';
import type { Ledger } from './ledger.ts';
import type { Patient } from './patient.ts';

const QUOTE = 'id version status priceHash';
const STATUS = `query ($quoteId: ID!) { quote(id: $quoteId) { ${QUOTE} } }`;
const CREATE = `mutation ($cartId: ID!) { createQuote(fromCartId: $cartId) { ${QUOTE} } }`;
/** Each by whom, and where it leads. None of them takes a key: asked again after it was done, it is refused. */
const MOVES = [
  { by: 'buyer', mutation: 'requestQuote', to: 'QUOTE_REQUESTED' },
  { by: 'rep', mutation: 'assignQuote', to: 'ASSIGNED' },
  { by: 'rep', mutation: 'publishQuote', to: 'PUBLISHED' },
] as const;

/** A cart becomes a quote, is asked for, taken and published. @returns the offer as its buyer sees it */
export async function negotiate(cartId: string, people: { buyer: Patient; rep: Patient }, ledger: Ledger): Promise<Data> {
  const { createQuote } = await people.buyer.tell(CREATE, { cartId });
  const quoteId: string = createQuote.id;
  ledger.quotes.add(quoteId);
  ledger.acknowledged++;
  for (const { by, mutation, to } of MOVES) {
    const isDone = async (): Promise<Data | undefined> => {
      const { quote } = await people[by].tell(STATUS, { quoteId });
      return quote.status === to ? quote : undefined;
    };
    await people[by].tell(`mutation ($quoteId: ID!) { ${mutation}(quoteId: $quoteId) { ${QUOTE} } }`, { quoteId }, isDone);
    ledger.acknowledged++;
  }
  return (await people.buyer.tell(STATUS, { quoteId })).quote;
}
