import { keepAnswers } from './kept-answers.ts';

export interface AskOnceOptions<Line, Answer> {
  readonly most: number;
  readonly now: () => number;
  /** All that the answer depends on, the account first of all. */
  readonly keyOf: (line: Line) => string;
  /** The moment until which an answer may be given again; undefined when it says nothing, so that an older one stays. */
  readonly keepUntil: (answer: Answer) => number | undefined;
}

export interface AskOnce<Line, Answer> {
  /** @param ask one call for all lines that nobody has an answer to; it never rejects */
  answer(lines: readonly Line[], force: (line: Line) => boolean, ask: (lines: readonly Line[]) => Promise<readonly Answer[]>): Promise<Answer[]>;
  /** Of kept answers; those under way are not kept either when they arrive. */
  forget(matches: (line: Line) => boolean): number;
}

interface UnderWay<Line, Answer> {
  readonly line: Line;
  readonly answer: Promise<Answer>;
}

/** Asks an outside system only what is not known and not being asked by someone else at this moment. */
export function askOnce<Line, Answer extends object>({ most, now, keyOf, keepUntil }: AskOnceOptions<Line, Answer>): AskOnce<Line, Answer> {
  const kept = keepAnswers<Line, Answer>(most, now);
  const underWay = new Map<string, UnderWay<Line, Answer>>();

  async function keep(key: string, mine: UnderWay<Line, Answer>): Promise<void> {
    const answer = await mine.answer;
    if (underWay.get(key) !== mine) return; // forgotten, or asked anew by force, since: a later answer counts
    underWay.delete(key);
    const until = keepUntil(answer);
    if (until !== undefined) kept.set(key, mine.line, answer, until);
  }

  return {
    async answer(lines, force, ask) {
      const answers = new Map<string, Answer | Promise<Answer>>();
      const missing = new Map<string, Line>();
      for (const line of lines) {
        const key = keyOf(line);
        if (answers.has(key) || missing.has(key)) continue;
        const known = force(line) ? undefined : (kept.get(key) ?? underWay.get(key)?.answer);
        if (known) answers.set(key, known);
        else missing.set(key, line);
      }
      const asked = missing.size === 0 ? Promise.resolve([]) : ask([...missing.values()]);
      for (const [i, [key, line]] of [...missing].entries()) {
        const mine = { line, answer: asked.then((all) => all[i] as Answer) };
        underWay.set(key, mine);
        answers.set(key, mine.answer);
        void keep(key, mine);
      }
      return Promise.all(lines.map((line) => answers.get(keyOf(line)) as Answer | Promise<Answer>));
    },
    forget(matches) {
      for (const [key, { line }] of underWay) if (matches(line)) underWay.delete(key);
      return kept.forget(matches);
    },
  };
}
