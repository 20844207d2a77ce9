/** Who the page can be: the demo people of the embedded profile, a guest, or nobody at all. */
export interface Person {
  readonly who: string;
  readonly label: string;
  readonly about: string;
}

export const NOBODY = 'nobody';
export const GUEST = 'guest';
export const DEMO_PASSWORD = 'demo';

export const PEOPLE: ReadonlyArray<{ readonly group: string; readonly people: readonly Person[] }> = [
  {
    group: 'Visitors',
    people: [
      { who: NOBODY, label: 'no one', about: 'No token is sent.' },
      { who: GUEST, label: 'guest', about: 'An anonymous shopper with a cart of their own.' },
      { who: 'cat@home.example', label: 'cat@home.example', about: 'An individual who buys for herself.' },
    ],
  },
  {
    group: 'Acme (buyer)',
    people: [
      { who: 'bea@acme.example', label: 'bea@acme.example', about: 'A buyer with every buyer permission.' },
      { who: 'ben@acme.example', label: 'ben@acme.example', about: 'A buyer who sees no net prices and may not order or return.' },
      { who: 'ann@acme.example', label: 'ann@acme.example', about: 'Approves orders and administers the account.' },
    ],
  },
  {
    group: 'Globex (another buyer)',
    people: [{ who: 'gus@globex.example', label: 'gus@globex.example', about: 'A buyer of another account: sees nothing of Acme.' }],
  },
  {
    group: 'Seller',
    people: [
      { who: 'sam@seller.example', label: 'sam@seller.example', about: 'A sales rep who may publish quotes.' },
      { who: 'sue@seller.example', label: 'sue@seller.example', about: 'Another sales rep who may publish quotes.' },
      { who: 'rob@seller.example', label: 'rob@seller.example', about: 'A sales rep who may not publish quotes.' },
      { who: 'olga@seller.example', label: 'olga@seller.example', about: 'The administrator: prices, stock, fulfilment, settings.' },
    ],
  },
  {
    group: 'Partner',
    people: [{ who: 'pia@partner.example', label: 'pia@partner.example', about: 'A partner of the seller.' }],
  },
];

/** One sentence about a person, for the bar. */
export function aboutPerson(who: string): string {
  return PEOPLE.flatMap(({ people }) => people).find((person) => person.who === who)?.about ?? '';
}

/** True for every name the switcher offers; what sessionStorage holds is not trusted further than this. */
export function isKnown(who: unknown): who is string {
  return PEOPLE.some(({ people }) => people.some((person) => person.who === who));
}
