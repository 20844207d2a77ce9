import { DEMO_PASSWORD, GUEST, NOBODY } from './people.ts';
import { isRecord, post } from './post.ts';

export interface Session {
  readonly who: string;
  readonly token: string;
  readonly expiresAt: string;
  readonly name: string;
  readonly kind: string;
}

const SESSION = 'token expiresAt viewer { name kind }';
const SIGN_IN = `mutation SignIn($email: String!, $password: String!) { session: signIn(email: $email, password: $password) { ${SESSION} } }`;
const START_GUEST = `mutation StartGuest { session: startGuestSession { ${SESSION} } }`;
const STILL_THERE = 'query StillThere { viewer { kind } }';

/** Signs in through the API like any client; nobody needs no session. */
export async function signIn(who: string): Promise<Session | null> {
  if (who === NOBODY) return null;
  const body =
    who === GUEST ? { query: START_GUEST } : { query: SIGN_IN, variables: { email: who, password: DEMO_PASSWORD } };
  const { result } = await post(body, {});
  const session = isRecord(result['data']) ? toSession(who, result['data']['session']) : null;
  if (!session) throw new Error(firstMessage(result));
  return session;
}

/** False when the token is not accepted any more, for instance because the server was started afresh. */
export async function isAccepted(session: Session): Promise<boolean> {
  if (isExpired(session)) return false;
  const { result } = await post({ query: STILL_THERE }, bearer(session));
  return isRecord(result['data']) && isRecord(result['data']['viewer']);
}

/** A little early, so that no request starts with a token that ends on its way. */
export function isExpired(session: Session): boolean {
  return Date.parse(session.expiresAt) < Date.now() + 10_000;
}

export function bearer(session: Session | null): Record<string, string> {
  return session ? { authorization: `Bearer ${session.token}` } : {};
}

export function toSession(who: string, value: unknown): Session | null {
  if (!isRecord(value) || typeof value['token'] !== 'string' || typeof value['expiresAt'] !== 'string') return null;
  const viewer = isRecord(value['viewer']) ? value['viewer'] : value;
  return {
    who,
    token: value['token'],
    expiresAt: value['expiresAt'],
    name: String(viewer['name'] ?? ''),
    kind: String(viewer['kind'] ?? ''),
  };
}

function firstMessage(result: Record<string, unknown>): string {
  const [error]: unknown[] = Array.isArray(result['errors']) ? result['errors'] : [];
  return isRecord(error) && typeof error['message'] === 'string' ? error['message'] : 'The server gave no session.';
}
