import { z } from 'zod';
import { OutsideFault } from '#kernel/outside-fault.ts';

const Envelope = z.object({ lines: z.array(z.unknown()).max(10_000) });

/** Zero or more, at most six decimals: as text, since a JSON number may have lost a digit on its way. */
export const Amount = z.string().regex(/^\d{1,9}(\.\d{1,6})?$/);
export const Moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

export interface AnswerShape<Line, Raw, Answer> {
  readonly schema: z.ZodType<Raw>;
  /** What tells a line from the others, of the question and of the answer. */
  readonly nameOf: (line: Line) => string;
  readonly nameOfRaw: (raw: Raw) => string;
  /** The answer, or the sentence that says what is wrong with it. */
  readonly judge: (raw: Raw) => Answer | string;
  readonly instead: Answer;
}

/**
 * Fits the lines of an answer to those of the question. A line that is missing, told twice, or not what it should be is
 * answered with `instead` and named among the faults: one bad line does not spoil the others.
 * @throws OutsideFault when there are no lines at all
 */
export function readAnswer<Line, Raw, Answer>(body: unknown, lines: readonly Line[], shape: AnswerShape<Line, Raw, Answer>): { answers: Answer[]; faults: string[] } {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) throw new OutsideFault('MALFORMED', 'its answer has no list of lines');
  const told = new Map<string, Answer | string>();
  const faults: string[] = [];
  for (const [i, line] of envelope.data.lines.entries()) {
    const raw = shape.schema.safeParse(line);
    if (!raw.success) {
      faults.push(`line ${i}: ${z.prettifyError(raw.error)}`);
      continue;
    }
    const name = shape.nameOfRaw(raw.data);
    told.set(name, told.has(name) ? 'is answered twice' : shape.judge(raw.data));
  }
  const answers = lines.map((line) => {
    const name = shape.nameOf(line);
    const answer = told.get(name) ?? 'has no answer that can be used';
    if (typeof answer !== 'string') return answer;
    faults.push(`${name}: ${answer}`);
    return shape.instead;
  });
  return { answers, faults };
}
