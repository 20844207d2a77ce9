import type { Clock } from '#kernel/clock.ts';
import { isUnwell, OutsideFault, type FaultReason } from '#kernel/outside-fault.ts';
import { openLine } from '#kernel/outside-line.ts';
import { isOf, type OutsideScope } from '../domain/outside-scope.ts';
import type { OutsideDocument, ToldList } from '../domain/outside-document.ts';
import type { HandOverKind } from '../domain/hand-over-lifecycle.ts';
import type { OutsideChannel } from './ports.ts';
import { readDetail, readPage, readSubmission } from './read-answers.ts';

export interface ChannelAddress {
  readonly url?: string;
  readonly secret?: string;
  readonly submitTimeoutMs: number;
  readonly readTimeoutMs: number;
  readonly places: number;
  readonly mostDocuments: number;
}

interface Tools {
  readonly clock: Clock;
  readonly log: (message: string, facts: Record<string, unknown>) => void;
}

const MOST_PAGES = 50;
/** Not asked at all is no sign that it is well. */
const NOT_ASKED: ReadonlySet<FaultReason> = new Set<FaultReason>(['BREAKER_OPEN', 'BUSY']);

/** An order or quote system over HTTP (docs/protocols/order-system.md). Two lines: who reads does not wait for who hands over, and the other way round. */
export function httpChannel(kind: HandOverKind, address: ChannelAddress, { clock, log }: Tools): OutsideChannel {
  const { url, secret, places, mostDocuments } = address;
  const name = kind.toLowerCase();
  const writing = openLine({ url, secret, places, timeoutMs: address.submitTimeoutMs }, clock);
  const reading = openLine({ url, secret, places, timeoutMs: address.readTimeoutMs }, clock);

  async function answered<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer | undefined> {
    try {
      return await ask();
    } catch (error) {
      log('an outside system did not answer', { subgraph: 'channels', question, reason: reasonOf(error), cause: String(error) });
      return undefined;
    }
  }

  /** All pages within the time of one question: whoever waits waits no longer. */
  async function readAll(scope: OutsideScope): Promise<ToldList> {
    const until = performance.now() + address.readTimeoutMs;
    const found = new Map<string, OutsideDocument>();
    let leftOut = 0;
    let after: string | null = null;
    for (let page = 1; ; page++) {
      const { documents, next, unreadable } = readPage(await reading.ask(`${name}s`, { customer: scope.accountId, buyer: scope.buyerId, limit: mostDocuments - found.size, after }));
      leftOut += unreadable;
      for (const document of documents) {
        const known = found.get(document.number);
        if (!isOf(scope, document) || (known && !isSame(known, document))) leftOut++;
        else found.set(document.number, document);
      }
      const isFull = found.size >= mostDocuments || page === MOST_PAGES;
      if (next === null || isFull) return { documents: [...found.values()].slice(0, mostDocuments), isCut: next !== null || found.size > mostDocuments, leftOut };
      if (next === after) throw new OutsideFault('MALFORMED', 'its pages lead nowhere');
      if (performance.now() > until) throw new OutsideFault('TIMEOUT', 'its pages take too long');
      after = next;
    }
  }

  return {
    async submit(id, message) {
      try {
        const answer = readSubmission(await writing.ask(`submit-${name}`, message, id), name, message[name]);
        return answer.taken ? { outcome: 'TAKEN', number: answer.number, total: answer.total } : { outcome: 'REFUSED', reason: answer.reason ?? 'It gave no reason.' };
      } catch (error) {
        const isDown = error instanceof OutsideFault && (isUnwell(error) || NOT_ASKED.has(error.reason));
        return { outcome: 'UNHEARD', isUnwell: isDown, problem: `${reasonOf(error)}: ${error instanceof Error ? error.message : String(error)}`.slice(0, 500) };
      }
    },
    list: (scope) => answered(`${name}s`, () => readAll(scope)),
    detail: ({ accountId: customer }, number) => answered(name, async () => readDetail(await reading.ask(name, { customer, number }))),
    async close() {
      await writing.close();
      await reading.close();
    },
  };
}

const reasonOf = (error: unknown): string => (error instanceof OutsideFault ? error.reason : 'UNEXPECTED');

const isSame = (a: OutsideDocument, b: OutsideDocument): boolean => JSON.stringify(a) === JSON.stringify(b);
