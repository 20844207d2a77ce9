import { DEMO_SETTINGS } from '../../gateway/demo-settings.ts';
import { startEmbedded, type Embedded, type EmbeddedOptions } from '../../gateway/embedded.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Mail } from '../../subgraphs/notifications/outside/mailer.ts';
import type { Watch } from './watch.ts';
import { openSession, type PersonName, type Session } from './session.ts';

export interface World extends AsyncDisposable {
  readonly url: string;
  readonly embedded: Embedded;
  as(person: PersonName): Promise<Session>;
  /** Every e-mail sent so far, once all that happened has been told. */
  mail(): Promise<readonly Mail[]>;
  /** Until every event has been delivered. */
  settle(): Promise<void>;
}

const LIVE_MS = 5_000;
/** Most shops have these, and most stories need them; a test of their absence says so. */
const USUAL = {
  CARTWRIGHT_CARTS_PROMOTION_CODES: 'true',
  CARTWRIGHT_CARTS_AGREEMENTS: 'true',
  CARTWRIGHT_CARTS_LINE_AGREEMENTS: 'true',
  CARTWRIGHT_QUOTES_ENABLED: 'true',
  CARTWRIGHT_QUOTES_ASSISTANCE: 'true',
  /** The job comes when a story calls it, not at the full minute of the machine. */
  CARTWRIGHT_QUOTES_EXPIRY_SCHEDULE: '0 0 29 2 *',
  ...Object.fromEntries(Object.entries(DEMO_SETTINGS).filter(([name]) => name.startsWith('CARTWRIGHT_RETURNS_'))),
};

/** The whole product for one test: in memory, on a free port, with the people and products of the demo. */
export async function startWorld(options: { clock?: Clock; dataDir?: string } & Pick<EmbeddedOptions, 'env' | 'logger'> = {}): Promise<World> {
  const embedded = await startEmbedded({ dataDir: options.dataDir ?? ':memory:', demo: true, clock: options.clock, env: { ...USUAL, ...options.env }, logger: options.logger });
  const sessions: Session[] = [];

  let turn: Promise<unknown> = Promise.resolve();

  /** A subscription without a snapshot says nothing when it is live; the process it runs in does. One at a time, or one is taken for another. */
  function live(open: () => Promise<Watch>): Promise<Watch> {
    const opened = turn.then(async () => {
      const before = embedded.listened();
      const watch = await open();
      let begun = false; // refused ones never listen: their first frame says so
      void watch.begun?.then(() => (begun = true));
      const end = Date.now() + LIVE_MS;
      while (!begun && embedded.listened() === before && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 2));
      return watch;
    });
    turn = opened.catch(() => undefined);
    return opened;
  }

  return {
    url: embedded.gateway.url,
    embedded,
    settle: () => embedded.settle(),
    async mail() {
      await embedded.settle();
      return embedded.mails();
    },
    async as(person) {
      const session = await openSession(embedded.gateway.url, person);
      sessions.push(session);
      return { ...session, watch: (query, variables) => live(() => session.watch(query, variables)) };
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions) await session.close();
      await embedded.close({ drainMs: 0 });
    },
  };
}
