/** What people are told by e-mail when assistance is asked for. [ASSIST-04, ASSIST-09, NOTIF-03] */
export type AssistanceNoticeType = 'ASSISTANCE_WANTED' | 'ASSISTANCE_CONFIRMED' | 'ORDER_ASSISTANCE_WANTED';

/** A notice to one person: ids and facts, made a mail when it is sent. */
export interface AssistanceNotice {
  readonly type: AssistanceNoticeType;
  /** The user it goes to. */
  readonly to: string;
  readonly customerId: string;
  /** The number of the quote or the order. */
  readonly number: string;
  readonly reason: string | null;
  readonly comment: string | null;
}

export interface CustomerContact {
  readonly name: string | null;
  readonly email: string | null;
}

type Words = (notice: AssistanceNotice, customer: CustomerContact) => { subject: string; text: string };

const who = ({ name }: CustomerContact): string => name ?? 'A customer';
/** What the rep needs to answer; never a price. */
const facts = ({ reason, comment }: AssistanceNotice, { name, email }: CustomerContact): string =>
  [`Customer: ${name ?? 'unknown'}`, `E-mail: ${email ?? 'unknown'}`, ...(reason === null ? [] : [`Reason: ${reason}`]), ...(comment === null ? [] : ['', comment])].join('\n');

const WORDS: { readonly [T in AssistanceNoticeType]: Words } = {
  ASSISTANCE_WANTED: (notice, customer) => ({ subject: `${who(customer)} asks for assistance: quote ${notice.number}`, text: facts(notice, customer) }),
  ASSISTANCE_CONFIRMED: ({ number }) => ({ subject: `We will help you: quote ${number}`, text: `Your request has reached us. Your cart is now the quote ${number}; a sales representative will answer you.` }),
  ORDER_ASSISTANCE_WANTED: (notice, customer) => ({ subject: `${who(customer)} asks for assistance: order ${notice.number}`, text: facts(notice, customer) }),
};

/** The words of a notice: a subject of one line, and plain text. */
export function wordsOfAssistance(notice: AssistanceNotice, customer: CustomerContact): { subject: string; text: string } {
  const { subject, text } = WORDS[notice.type](notice, customer);
  return { subject: subject.replaceAll(/\s+/g, ' '), text };
}
