export interface KeptAnswers<Line, Answer> {
  get(key: string): Answer | undefined;
  /** Keeps the answer until a moment; one that has passed already takes away what was kept. */
  set(key: string, line: Line, answer: Answer, until: number): void;
  /** @returns how many are gone */
  forget(matches: (line: Line) => boolean): number;
}

interface Kept<Line, Answer> {
  readonly line: Line;
  readonly answer: Answer;
  readonly until: number;
}

/** Answers of an outside system until they expire; the least recently used go first when there are too many. In memory, one a process. */
export function keepAnswers<Line, Answer extends object>(most: number, now: () => number): KeptAnswers<Line, Answer> {
  const entries = new Map<string, Kept<Line, Answer>>();
  return {
    get(key) {
      const kept = entries.get(key);
      if (!kept) return undefined;
      entries.delete(key);
      if (kept.until <= now()) return undefined;
      entries.set(key, kept); // a Map iterates in insertion order: insert again = youngest
      return kept.answer;
    },
    set(key, line, answer, until) {
      entries.delete(key);
      if (until <= now() || most === 0) return;
      entries.set(key, { line, answer, until });
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
    },
    forget(matches) {
      const gone = [...entries].filter(([, { line }]) => matches(line)).map(([key]) => key);
      for (const key of gone) entries.delete(key);
      return gone.length;
    },
  };
}
