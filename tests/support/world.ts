import { startEmbedded, type Embedded } from '../../gateway/embedded.ts';
import type { Clock } from '#kernel/clock.ts';
import { openSession, type PersonName, type Session } from './session.ts';

export interface World extends AsyncDisposable {
  readonly url: string;
  readonly embedded: Embedded;
  as(person: PersonName): Promise<Session>;
  /** Until every event has been delivered. */
  settle(): Promise<void>;
}

/** The whole product for one test: in memory, on a free port, with the people and products of the demo. */
export async function startWorld(options: { clock?: Clock; dataDir?: string } = {}): Promise<World> {
  const embedded = await startEmbedded({ dataDir: options.dataDir ?? ':memory:', demo: true, clock: options.clock });
  const sessions: Session[] = [];
  return {
    url: embedded.gateway.url,
    embedded,
    settle: () => embedded.settle(),
    async as(person) {
      const session = await openSession(embedded.gateway.url, person);
      sessions.push(session);
      return session;
    },
    async [Symbol.asyncDispose]() {
      for (const session of sessions) await session.close();
      await embedded.close({ drainMs: 0 });
    },
  };
}
