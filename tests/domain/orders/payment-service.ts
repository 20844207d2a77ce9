import type { PaymentProvider } from '../../../subgraphs/orders/payments/ports.ts';
import { testProvider, type TestEntry, type TestProvider } from '../../../subgraphs/orders/payments/test-provider.ts';

/** DEAF: it hears nothing. SILENT: it does what it is asked, and the answer is lost. SLOW: likewise, but it does it only once `arrive` is called. */
export type Mood = 'WELL' | 'DEAF' | 'SILENT' | 'SLOW';

export interface PaymentService extends PaymentProvider {
  readonly inner: TestProvider;
  mood: Mood;
  /** How often it was asked to do something, and asked what became of it. */
  readonly calls: { sent: number; found: number };
  /** What was under way reaches the service at last. */
  arrive(): Promise<void>;
  /** What it did, as "AUTHORISE 1200". */
  done(kind?: TestEntry['kind']): string[];
}

/** A payment service with a ledger of its own, that can be made to fail; it survives restarts of the shop. */
export function paymentService(): PaymentService {
  const inner = testProvider(':memory:');
  const underWay: (() => Promise<unknown>)[] = [];
  const calls = { sent: 0, found: 0 };
  const service: PaymentService = {
    ...inner,
    inner,
    mood: 'WELL',
    calls,
    async send(operation) {
      calls.sent++;
      if (service.mood === 'DEAF') throw new Error('connection refused');
      if (service.mood === 'SLOW') underWay.push(() => inner.send(operation));
      if (service.mood === 'SLOW') throw new Error('timeout');
      const answer = await inner.send(operation);
      if (service.mood === 'SILENT') throw new Error('timeout');
      return answer;
    },
    async find(operation) {
      calls.found++;
      if (service.mood === 'DEAF' || service.mood === 'SILENT') throw new Error('connection refused');
      return inner.find(operation);
    },
    async arrive() {
      for (const send of underWay.splice(0)) await send();
    },
    done: (kind) => inner.ledger.filter((entry) => entry.answer.outcome === 'DONE' && (kind === undefined || entry.kind === kind)).map((entry) => `${entry.kind} ${entry.amount}`),
  };
  return service;
}
