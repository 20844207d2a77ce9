import { startEmbedded, type Embedded, type EmbeddedOptions } from '../../gateway/embedded.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Watch } from './watch.ts';
import { openSession, type PersonName, type Session } from './session.ts';

export interface World extends AsyncDisposable {
  readonly url: string;
  readonly embedded: Embedded;
  as(person: PersonName): Promise<Session>;
  /** Until every event has been delivered. */
  settle(): Promise<void>;
}

const LIVE_MS = 500;

/** The whole product for one test: in memory, on a free port, with the people and products of the demo. */
export async function startWorld(options: { clock?: Clock; dataDir?: string } & Pick<EmbeddedOptions, 'catalog' | 'logger'> = {}): Promise<World> {
  const embedded = await startEmbedded({ dataDir: options.dataDir ?? ':memory:', demo: true, clock: options.clock, catalog: options.catalog, logger: options.logger });
  const sessions: Session[] = [];

  /** A subscription without a snapshot says nothing when it is live; the process it runs in does. */
  async function live(opening: Promise<Watch>): Promise<Watch> {
    const before = embedded.listening();
    const watch = await opening;
    const end = Date.now() + LIVE_MS;
    while (embedded.listening() === before && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 2));
    return watch; // refused ones never listen: their first frame says so
  }

  return {
    url: embedded.gateway.url,
    embedded,
    settle: () => embedded.settle(),
    async as(person) {
      const session = await openSession(embedded.gateway.url, person);
      sessions.push(session);
      return { ...session, watch: (query, variables) => live(session.watch(query, variables)) };
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions) await session.close();
      await embedded.close({ drainMs: 0 });
    },
  };
}
