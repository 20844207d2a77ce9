import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { AuthenticationAsked, OperationKind, ProviderAnswer } from '../domain/payment-lifecycle.ts';
import type { PaymentProvider, ProviderOperation } from './ports.ts';

/** The bank asks for their holders: one has come by the time somebody looks again, the others never do, or fail. */
const ASKED: Readonly<Record<string, ProviderAnswer | undefined>> = { tok_3ds: { outcome: 'DONE', reference: 'test_3ds' }, tok_3ds_never: undefined, tok_3ds_wrong: { outcome: 'DECLINED', reason: 'authentication_failed' } };
const AUTHENTICATE: AuthenticationAsked = { outcome: 'AUTHENTICATE', reference: 'test_3ds', url: 'https://bank.example/3ds', secret: null };

/** Cards that do not pay; all others do. */
const NO: { readonly [token: string]: ProviderAnswer } = {
  tok_declined: { outcome: 'DECLINED', reason: 'insufficient_funds' },
  tok_failing: { outcome: 'FAILED', reason: 'processing_error' },
};

export interface TestEntry {
  readonly kind: OperationKind;
  readonly key: string;
  readonly authoriseKey: string;
  readonly amount: string;
  readonly currency: string;
  readonly answer: ProviderAnswer;
}

export interface TestProvider extends PaymentProvider {
  /** Everything it did, in order. */
  readonly ledger: readonly TestEntry[];
}

/** No payment service, for the demo and tests: no money moves, and its ledger is a file beside the databases. @param dataDir ":memory:" keeps no file */
export function testProvider(dataDir: string): TestProvider {
  const file = dataDir === ':memory:' ? undefined : join(dataDir, 'test-payments.jsonl');
  const ledger: TestEntry[] = file && existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as TestEntry) : [];
  const byKey = new Map(ledger.map((entry) => [entry.key, entry.answer]));
  const asked = new Map<string, string>();
  const voided = new Set(ledger.filter(({ kind }) => kind === 'VOID').map(({ authoriseKey }) => authoriseKey));

  function answerTo({ kind, token, reference, authoriseKey }: ProviderOperation): ProviderAnswer {
    if (kind !== 'AUTHORISE') return { outcome: 'DONE', reference: reference ?? 'none' };
    if (voided.has(authoriseKey)) return { outcome: 'FAILED', reason: 'voided' };
    return NO[token ?? ''] ?? { outcome: 'DONE', reference: `test_${newId()}` };
  }

  return {
    name: 'test',
    ledger,
    async send(operation) {
      const { kind, key, token, authoriseKey } = operation;
      const known = byKey.get(key);
      if (known) return known;
      if (kind !== 'AUTHORISE' || token === null || !(token in ASKED) || voided.has(authoriseKey)) return write(operation, answerTo(operation));
      asked.set(key, token);
      return AUTHENTICATE;
    },
    async find(operation) {
      const token = asked.get(operation.key);
      if (token === undefined) return byKey.get(operation.key);
      const came = voided.has(operation.authoriseKey) ? answerTo(operation) : ASKED[token];
      return byKey.get(operation.key) ?? (came ? write(operation, came) : AUTHENTICATE);
    },
    hear: () => undefined,
    close: async () => undefined,
  };

  function write({ kind, key, authoriseKey, amountMinor, currency }: ProviderOperation, answer: ProviderAnswer): ProviderAnswer {
    const entry: TestEntry = { kind, key, authoriseKey, amount: String(amountMinor), currency, answer };
    if (file) appendFileSync(file, `${JSON.stringify(entry)}\n`);
    ledger.push(entry);
    byKey.set(key, answer);
    if (kind === 'VOID') voided.add(authoriseKey);
    return answer;
  }
}
