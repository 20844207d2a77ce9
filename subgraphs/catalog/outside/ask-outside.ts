import type { Clock } from '#kernel/clock.ts';
import type { OutsideLine } from '#kernel/outside-line.ts';
import type { OutsideConfig } from './outside-config.ts';
import { OutsideFault } from '#kernel/outside-fault.ts';

export interface OutsideTools {
  readonly line: OutsideLine;
  readonly config: OutsideConfig;
  readonly clock: Clock;
  readonly log: (message: string, facts: Record<string, unknown>) => void;
}

const MOST_LOGGED = 10;

/** One question for many lines. Whatever goes wrong is logged with its cause, and is an answer for the lines it concerns. [EXT-11] */
export async function askOutside<Line, Answer>(
  { line, log }: OutsideTools,
  name: string,
  question: unknown,
  lines: readonly Line[],
  instead: Answer,
  read: (body: unknown) => { answers: Answer[]; faults: string[] },
): Promise<Answer[]> {
  try {
    const { answers, faults } = read(await line.ask(name, question));
    if (faults.length > 0) log('an outside system gave an answer that cannot be used', { question: name, faults: faults.slice(0, MOST_LOGGED), count: faults.length });
    return answers;
  } catch (error) {
    logUnanswered(log, name, error, { lines: lines.length });
    return lines.map(() => instead);
  }
}

/** One question with one answer. @param read what cannot be used is an OutsideFault */
export async function askOne<Answer>({ line, log }: OutsideTools, name: string, question: unknown, instead: Answer, read: (body: unknown) => Answer): Promise<Answer> {
  try {
    return read(await line.ask(name, question));
  } catch (error) {
    logUnanswered(log, name, error);
    return instead;
  }
}

function logUnanswered(log: OutsideTools['log'], question: string, error: unknown, facts: Record<string, unknown> = {}): void {
  const reason = error instanceof OutsideFault ? error.reason : 'UNEXPECTED';
  log('an outside system did not answer', { question, ...facts, reason, cause: String(error) });
}
