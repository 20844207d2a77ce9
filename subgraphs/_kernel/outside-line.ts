import { Pool } from 'undici';
import type { Clock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import { admit, CLOSED, failed, succeeded, type Breaker, type BreakerRules } from '#kernel/breaker.ts';
import { signRequest } from '#kernel/sign-request.ts';
import { isUnwell, OutsideFault } from '#kernel/outside-fault.ts';
import { createPlaces } from '#kernel/places.ts';
import { readBody } from '#kernel/outside-body.ts';

export interface OutsideAddress {
  /** Where the system answers; the names of the questions are put behind it. */
  readonly url?: string;
  /** What our questions are signed with. */
  readonly secret?: string;
  /** For everything: waiting for a place, connecting, asking, asking once more. */
  readonly timeoutMs: number;
  /** Questions under way at once. */
  readonly places: number;
}

export interface OutsideLine {
  /**
   * Asks one question, such as "prices".
   * @param id what it is known by, however often it is asked; made up when left out
   * @throws OutsideFault
   */
  ask(name: string, question: unknown, id?: string): Promise<unknown>;
  close(): Promise<void>;
}

const BREAKER: BreakerRules = { failuresToOpen: 5, openMs: 2_000 };
const MOST_WAITING = 64;
const TRIES = 2;

/** The line to one outside system: signed, bounded in time and number, and cut for a while when the system is not well. */
export function openLine({ url = '', secret = '', timeoutMs, places: atOnce }: OutsideAddress, clock: Clock): OutsideLine {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: atOnce, keepAliveTimeout: 10_000, connect: { timeout: timeoutMs } });
  const places = createPlaces(atOnce, MOST_WAITING);
  const now = (): number => clock.now().getTime();
  let breaker: Breaker = CLOSED;

  async function post(path: string, body: string, id: string, stop: AbortSignal): Promise<unknown> {
    const timestamp = Math.floor(now() / 1_000);
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signRequest(secret, { id, timestamp, body }),
    };
    const response = await pool.request({ method: 'POST', path, headers, body, signal: stop }).catch((error: unknown) => {
      throw new OutsideFault(stop.aborted ? 'TIMEOUT' : 'CONNECTION', String(error));
    });
    return readBody(response, stop);
  }

  /** Questions change nothing, or nothing twice under one id, so one that was not answered is asked once more while there is time. */
  async function tryTwice(path: string, body: string, id: string, stop: AbortSignal): Promise<unknown> {
    for (let tries = 1; ; tries++) {
      try {
        return await post(path, body, id, stop);
      } catch (error) {
        if (tries === TRIES || stop.aborted || !(error instanceof OutsideFault) || !isUnwell(error)) throw error;
      }
    }
  }

  return {
    async ask(name, question, id = `q_${newId()}`) {
      const judged = admit(breaker, now(), BREAKER);
      breaker = judged.breaker;
      if (!judged.admitted) throw new OutsideFault('BREAKER_OPEN', 'it was not well and is left alone for a moment');
      const stop = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await places.take(stop, () => tryTwice(`${pathname.replace(/\/$/, '')}/${name}`, JSON.stringify(question), id, stop));
        breaker = succeeded(breaker);
        return answer;
      } catch (error) {
        if (error instanceof OutsideFault && error.reason !== 'BUSY') breaker = isUnwell(error) ? failed(breaker, now(), BREAKER) : succeeded(breaker);
        throw error;
      }
    },
    close: () => pool.destroy(),
  };
}
