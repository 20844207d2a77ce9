import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { askOnce, type AskOnce } from '../../../../subgraphs/catalog/outside/ask-once.ts';

interface Line { readonly sku: string; readonly account: string }
interface Answer { readonly price: number; readonly keep?: number }

/** A desk with a system behind it that answers when the test lets it. */
function openDesk(most = 100) {
  const clock = fakeClock();
  const now = (): number => clock.now().getTime();
  const desk: AskOnce<Line, Answer> = askOnce({ most, now, keyOf: ({ sku, account }) => `${account} ${sku}`, keepUntil: ({ keep }) => (keep === undefined ? undefined : now() + keep) });
  const asked: { lines: string[]; answer: (price: number, keep?: number) => void }[] = [];
  const ask = (lines: readonly Line[]): Promise<Answer[]> =>
    new Promise((resolve) => asked.push({ lines: lines.map(({ sku, account }) => `${account} ${sku}`), answer: (price, keep) => resolve(lines.map(() => ({ price, keep }))) }));
  const question = (account: string, skus: string[], force = false): Promise<number[]> =>
    desk.answer(skus.map((sku) => ({ sku, account })), () => force, ask).then((answers) => answers.map(({ price }) => price));
  return { clock, desk, asked, question };
}

test('who asks while somebody else is asking the same waits for that answer', async () => {
  const { asked, question } = openDesk();
  const both = [question('acme', ['A', 'B']), question('acme', ['B', 'C', 'C'])];
  expect(asked.map(({ lines }) => lines)).toEqual([['acme A', 'acme B'], ['acme C']]);
  asked[0]?.answer(1, 10);
  asked[1]?.answer(2, 10);
  expect(await Promise.all(both)).toEqual([[1, 1], [1, 2, 2]]);
});

test('another account waits for its own answer, also for the same product at the same moment', async () => {
  const { asked, question } = openDesk();
  const both = [question('acme', ['A']), question('other', ['A'])];
  asked[0]?.answer(1, 10);
  asked[1]?.answer(2, 10);
  expect(await Promise.all(both)).toEqual([[1], [2]]);
  expect(await Promise.all([question('acme', ['A']), question('other', ['A'])])).toEqual([[1], [2]]);
  expect(asked.length).toBe(2);
});

test('a forced question waits for nobody, and the answer that was under way before it is not kept', async () => {
  const { asked, question } = openDesk();
  const early = question('acme', ['A']);
  const forced = question('acme', ['A'], true);
  asked[1]?.answer(2, 10);
  expect(await forced).toEqual([2]);
  asked[0]?.answer(1, 10);
  expect(await early).toEqual([1]);
  expect(await question('acme', ['A'])).toEqual([2]);
});

test('an answer that was under way when it was invalidated is not kept, and nobody waits for it any more', async () => {
  const { desk, asked, question } = openDesk();
  const early = question('acme', ['A']);
  desk.forget(({ sku }) => sku === 'A');
  const late = question('acme', ['A']);
  expect(asked.length).toBe(2);
  asked[1]?.answer(2, 10);
  asked[0]?.answer(1, 10);
  expect(await Promise.all([early, late])).toEqual([[1], [2]]);
  expect(await question('acme', ['A'])).toEqual([2]);
});

test('a fault is not kept and takes nothing away; "not to be kept" takes away what was', async () => {
  const { clock, asked, question } = openDesk();
  const settle = async (force: boolean, price: number, keep?: number): Promise<number[]> => {
    const answered = question('acme', ['A'], force);
    asked.at(-1)?.answer(price, keep);
    return answered;
  };
  await settle(false, 1, 100);
  await settle(true, 0);
  expect(await question('acme', ['A'])).toEqual([1]);
  await settle(true, 3, 0);
  expect(await settle(false, 4, 100)).toEqual([4]);
  clock.advance(100);
  expect(await settle(false, 5, 100)).toEqual([5]);
});

test('it keeps no more than it may, and lets go of what was asked for least recently', async () => {
  const { asked, question } = openDesk(2);
  const ask = async (sku: string): Promise<number> => {
    const before = asked.length;
    const answered = question('acme', [sku]);
    asked[before]?.answer(1, 1_000);
    await answered;
    return asked.length - before;
  };
  expect([await ask('A'), await ask('B'), await ask('A'), await ask('C'), await ask('A'), await ask('B')]).toEqual([1, 1, 0, 1, 0, 1]);
});
