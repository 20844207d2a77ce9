/** What a fact says, and an example of it for previews. */
export interface Fact {
  readonly about: string;
  readonly sample: string;
  /** Left out for who may not see net prices. [ORD-08] */
  readonly isPrice?: true;
  /** May have several lines; all others are put on one. */
  readonly isLong?: true;
}

/** Every fact that a text can name. Those with a dot are of a list: a line of a text that names one is there once for each row. */
export const FACTS = {
  actor: { about: 'Who did it', sample: 'Bea' },
  cart: { about: 'The name of the cart', sample: 'Office' },
  quote: { about: 'The number of the quote', sample: 'Q-2026-000042' },
  order: { about: 'The number of the order', sample: 'O-2026-000042' },
  approval: { about: 'The number of the approval', sample: 'A-2026-000042' },
  return: { about: 'The number of the return', sample: 'R-2026-000042' },
  role: { about: 'The role somebody has now', sample: 'Participant' },
  formerRole: { about: 'The role somebody had before', sample: 'Viewer' },
  retrievalNumber: { about: 'What opens it to whom it is sent', sample: '0F3A99C2' },
  comment: { about: 'What somebody wrote', sample: 'Please have a look.', isLong: true },
  reason: { about: 'Why', sample: 'Too late' },
  customer: { about: 'The name of the customer', sample: 'Bea' },
  customerEmail: { about: 'The e-mail address of the customer', sample: 'bea@acme.example' },
  salesRep: { about: 'The name of the sales representative', sample: 'Sam' },
  endsOn: { about: 'The last day of it, such as 2026-05-03', sample: '2026-05-03' },
  total: { about: 'The total, with its currency', sample: '14.40 GBP', isPrice: true },
  faxNumber: { about: 'Where papers are faxed to', sample: '+44 20 7946 0000' },
  returnLocation: { about: 'Where goods are to be sent', sample: 'Main dock' },
  waits: { about: 'There, and "yes", while the seller has to agree', sample: 'yes' },
  'line.quantity': { about: 'How much of it', sample: '2' },
  'line.description': { about: 'What it is', sample: 'Stoneware mug, red' },
  'line.total': { about: 'What the line costs, with the currency', sample: '12.00 GBP', isPrice: true },
  'error.text': { about: 'What is wrong', sample: 'The card has expired.' },
  'item.quantity': { about: 'How much comes back', sample: '2' },
  'item.sku': { about: 'The SKU of what comes back', sample: 'MUG-RED' },
  'item.reason': { about: 'Why it comes back', sample: 'DAMAGED' },
} as const satisfies { readonly [name: string]: Fact };
export type FactName = keyof typeof FACTS;

const QUOTE_OF_CART = ['quote', 'cart'] as const;
const ORDER = ['order', 'total', 'line.quantity', 'line.description', 'line.total'] as const;
const OFFER = ['quote', 'salesRep', 'endsOn', 'total', 'comment', 'reason'] as const;
const RETURN = ['return', 'item.quantity', 'item.sku', 'item.reason'] as const;
const ASSISTANCE = ['customer', 'customerEmail', 'reason', 'comment'] as const;

/** All that people are told, each with the facts its texts can name. [NOTIF-02, NOTIF-03, NOTIF-04, NOTIF-05] */
export const NOTIFICATION_TYPES = {
  CART_SHARED:             ['cart', 'actor', 'role', 'retrievalNumber', 'comment'],
  CART_ACCESS_CHANGED:     ['cart', 'actor', 'formerRole', 'role', 'comment'],
  CART_ACCESS_ENDED:       ['cart', 'actor', 'comment'],
  CART_COMMENTED:          ['cart', 'actor', 'comment'],
  CART_OWNER_INFORMED:     ['cart', 'actor'],
  CART_WORK_FINISHED:      ['cart', 'actor', 'comment'],
  CART_SHARING_STOPPED:    ['cart', 'actor', 'comment'],
  CART_ORDERED:            ['cart', 'actor'],
  CART_DELETED:            ['cart', 'actor'],
  CART_REMINDER:           ['cart', 'endsOn'],
  QUOTE_SHARED:            [...QUOTE_OF_CART, 'actor', 'role', 'retrievalNumber', 'comment'],
  QUOTE_ACCESS_CHANGED:    [...QUOTE_OF_CART, 'actor', 'formerRole', 'role', 'comment'],
  QUOTE_ACCESS_ENDED:      [...QUOTE_OF_CART, 'actor', 'comment'],
  QUOTE_COMMENTED:         [...QUOTE_OF_CART, 'actor', 'comment'],
  QUOTE_OWNER_INFORMED:    [...QUOTE_OF_CART, 'actor'],
  QUOTE_WORK_FINISHED:     [...QUOTE_OF_CART, 'actor', 'comment'],
  QUOTE_SHARING_STOPPED:   [...QUOTE_OF_CART, 'actor', 'comment'],
  QUOTE_ORDERED:           [...QUOTE_OF_CART, 'actor'],
  QUOTE_PUBLISHED:         OFFER,
  QUOTE_REJECTED:          OFFER,
  QUOTE_CANCELED:          OFFER,
  QUOTE_EXPIRING:          OFFER,
  QUOTE_EXPIRED:           OFFER,
  ASSISTANCE_WANTED:       ['quote', ...ASSISTANCE],
  ASSISTANCE_CONFIRMED:    ['quote', ...ASSISTANCE],
  ORDER_ASSISTANCE_WANTED: ['order', ...ASSISTANCE],
  TERMS_CHANGE_WANTED:     ['quote', ...ASSISTANCE],
  TERMS_APPROVED:          OFFER,
  TERMS_REJECTED:          OFFER,
  TERMS_CANCELED:          OFFER,
  HAND_OVER_REFUSED:       ['order', 'quote', 'reason'],
  ORDER_CONFIRMED:         ORDER,
  ORDER_TO_BE_FAXED:       [...ORDER, 'faxNumber'],
  ORDER_NOT_BOOKED:        [...ORDER, 'error.text'],
  ORDER_CANCELED:          [...ORDER, 'reason'],
  APPROVAL_REQUESTED:      ['approval'],
  APPROVAL_GRANTED:        ['approval'],
  APPROVAL_REJECTED:       ['approval'],
  APPROVAL_VOIDED:         ['approval'],
  APPROVAL_EXPIRED:        ['approval'],
  RETURN_SUBMITTED:        [...RETURN, 'waits'],
  RETURN_APPROVED:         [...RETURN, 'returnLocation'],
  RETURN_REJECTED:         [...RETURN, 'reason'],
  RETURN_TO_APPROVE:       RETURN,
  RETURN_CLOSED:           RETURN,
} as const satisfies { readonly [type: string]: readonly FactName[] };
export type NotificationType = keyof typeof NOTIFICATION_TYPES;

export const NOTIFICATION_TYPE_NAMES = Object.keys(NOTIFICATION_TYPES) as readonly NotificationType[];

export const factsOf = (type: NotificationType): readonly FactName[] => NOTIFICATION_TYPES[type];

export const factNamed = (name: string): Fact | undefined => (Object.hasOwn(FACTS, name) ? FACTS[name as FactName] : undefined);
