import { isRefusal } from '#kernel/errors.ts';
import type { AskPeer } from '#kernel/peers.ts';
import type { KnownMethod } from '../domain/cart-payment.ts';

const GUEST = /* GraphQL */ `
  query GuestOfToken($token: String!) {
    guestOfToken(token: $token) { id accountId }
  }
`;

const TO_PAY = /* GraphQL */ `
  query PaymentMethodToUse($id: ID!) {
    paymentMethodToUse(id: $id) { id }
  }
`;

/** Whether the viewer can pay by this method of their payment book: it is there, has not expired, and they may use the book. */
export async function askIsToPay(ask: AskPeer, id: string): Promise<boolean> {
  try {
    await ask({ subgraph: 'accounts', query: TO_PAY, variables: { id } });
    return true;
  } catch (error) {
    if (isRefusal(error) && NO_WAY_TO_PAY.has(error.code)) return false;
    throw error;
  }
}
const NO_WAY_TO_PAY: ReadonlySet<string> = new Set(['NOT_FOUND', 'FORBIDDEN', 'BAD_USER_INPUT']);

/** Whom a guest token belongs to; null when it is no valid token of a guest. */
export async function askGuestOfToken(ask: AskPeer, token: string): Promise<{ id: string; accountId: string } | null> {
  const { guestOfToken } = await ask<{ guestOfToken: { id: string; accountId: string } | null }>({ subgraph: 'accounts', query: GUEST, variables: { token } });
  return guestOfToken;
}

const TIME_ZONE = /* GraphQL */ `
  query TimeZoneOfAccount($accountId: ID!) {
    timeZoneOfAccount(accountId: $accountId)
  }
`;

/** By whose clocks the days of an account end; null when it has none of its own. */
export async function askTimeZone(ask: AskPeer, accountId: string): Promise<string | null> {
  const { timeZoneOfAccount } = await ask<{ timeZoneOfAccount: string | null }>({ subgraph: 'accounts', query: TIME_ZONE, variables: { accountId } });
  return timeZoneOfAccount;
}

export interface Person {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
}

const COLLEAGUES = /* GraphQL */ `
  query ColleaguesByEmail($emails: [String!]!) {
    colleaguesByEmail(emails: $emails) { id name email }
  }
`;

/** The people of the viewer's organisation with these addresses; others are left out. */
export async function askColleagues(ask: AskPeer, emails: readonly string[]): Promise<Person[]> {
  const { colleaguesByEmail } = await ask<{ colleaguesByEmail: Person[] }>({ subgraph: 'accounts', query: COLLEAGUES, variables: { emails } });
  return colleaguesByEmail;
}

const PEOPLE = /* GraphQL */ `
  query PeopleById($ids: [ID!]!) {
    peopleById(ids: $ids) { id name email }
  }
`;

/** Who people are, to write to them. */
export async function askPeople(ask: AskPeer, ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return [];
  const { peopleById } = await ask<{ peopleById: Person[] }>({ subgraph: 'accounts', query: PEOPLE, variables: { ids } });
  return peopleById;
}

const METHOD = /* GraphQL */ `
  query PaymentMethodForCart($id: ID!) {
    paymentMethodToUse(id: $id) { id type label brand last4 expires }
  }
`;

/** Of the viewer's own payment book, to be paid with now. Refuses what is not in it, and cards that have expired. */
export async function askPaymentMethods(ask: AskPeer, ids: readonly string[]): Promise<ReadonlyMap<string, KnownMethod>> {
  const found = await Promise.all(ids.map((id) => ask<{ paymentMethodToUse: KnownMethod }>({ subgraph: 'accounts', query: METHOD, variables: { id } })));
  return new Map(found.map(({ paymentMethodToUse: method }) => [method.id, method]));
}

const HABITS = /* GraphQL */ `
  query CheckoutHabits {
    checkoutHabits {
      shippingMethod
      card { id type label brand last4 expires }
    }
  }
`;

/** What carts of the viewer begin with. */
export async function askHabits(ask: AskPeer): Promise<{ readonly shippingMethod: string | null; readonly card: KnownMethod | null }> {
  const { checkoutHabits } = await ask<{ checkoutHabits: { shippingMethod: string | null; card: KnownMethod | null } }>({ subgraph: 'accounts', query: HABITS });
  return checkoutHabits;
}
