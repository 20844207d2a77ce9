import type { Clock } from '#kernel/clock.ts';
import type { OutsideLine } from './call-outside.ts';
import type { OutsideConfig } from './outside-config.ts';
import { OutsideFault } from './outside-fault.ts';

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
    const reason = error instanceof OutsideFault ? error.reason : 'UNEXPECTED';
    log('an outside system did not answer', { question: name, lines: lines.length, reason, cause: String(error) });
    return lines.map(() => instead);
  }
}
