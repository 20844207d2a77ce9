import { isKnown, NOBODY } from './people.ts';
import { isRecord } from './post.ts';
import { isAccepted, isExpired, signIn, toSession, type Session } from './sign-in.ts';
import { createStore } from './store.ts';

export interface Identity {
  readonly who: string;
  readonly session: Session | null;
  readonly busy: boolean;
  readonly problem: string | null;
}

const KEY = 'cartwright.identity';
const START: Identity = { who: NOBODY, session: null, busy: false, problem: null };

export const identity = createStore<Identity>(START);
let settled: Promise<void> = Promise.resolve();

/** Becomes another person; requests made meanwhile wait for the answer, and the last choice wins. */
export function become(who: string): Promise<void> {
  settled = take(who, () => signIn(who));
  return settled;
}

/** On load: the person of before. Their token too, if it is still good, so that a guest keeps the cart. */
export function resume(): Promise<void> {
  const remembered = recollect();
  if (!remembered) return settled;
  const { who, session } = remembered;
  settled = take(who, async () => (session && (await isAccepted(session)) ? session : signIn(who)));
  return settled;
}

/** The session to send now; one that has ended is renewed first. */
export async function currentSession(): Promise<Session | null> {
  await settled;
  const { who, session } = identity.get();
  if (session && isExpired(session)) await become(who);
  return identity.get().session;
}

async function take(who: string, obtain: () => Promise<Session | null>): Promise<void> {
  const choice: Identity = { who, session: null, busy: true, problem: null };
  identity.set(choice);
  const next = await obtain().then(
    (session): Identity => ({ ...choice, session, busy: false }),
    (error: unknown): Identity => ({ ...choice, busy: false, problem: error instanceof Error ? error.message : String(error) }),
  );
  if (identity.get() !== choice) return; // another choice was made meanwhile
  identity.set(next);
  sessionStorage.setItem(KEY, JSON.stringify({ who, session: next.session }));
}

function recollect(): { who: string; session: Session | null } | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (!isRecord(value) || !isKnown(value['who'])) return null;
    return { who: value['who'], session: toSession(value['who'], value['session']) };
  } catch {
    return null; // not ours, or of another version: start as nobody
  }
}
