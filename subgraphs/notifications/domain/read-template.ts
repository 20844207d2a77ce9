/*
 * A text with places for facts:
 *   {cart}              the fact; nothing where it is not known
 *   [by {actor}]        left out where a fact in it is not known
 *   [?waits Please wait.]   there only where the fact is known; [!waits Go on.] only where it is not
 *   {line.quantity} x {line.description}   a line that names facts of a list is there once for each row of it
 * A backslash takes the meaning of the sign behind it away. Nothing in a fact means anything.
 */
export interface Words {
  readonly kind: 'words';
  readonly text: string;
}
export interface Place {
  readonly kind: 'fact';
  readonly name: string;
}
export interface Section {
  readonly kind: 'section';
  /** What must, or must not, be known beside the facts in it. */
  readonly asks: { readonly name: string; readonly known: boolean } | null;
  readonly parts: readonly (Words | Place)[];
}
export type Part = Words | Place | Section;
export type TemplateLine = readonly Part[];

/** Where a text cannot be read: the number of the line, from 1, and why. */
export class TemplateFault extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const TOKEN = /\\(.)|\{([A-Za-z.]+)\}|\[(?:([?!])([A-Za-z.]+) ?)?|(\])|([{}\\])|([^\\{}[\]]+)/gsu;

/** @throws TemplateFault */
export const readTemplate = (text: string): readonly TemplateLine[] => text.replaceAll('\r\n', '\n').split('\n').map((line, i) => readLine(line, i + 1));

function readLine(line: string, number: number): TemplateLine {
  const parts: Part[] = [];
  let section: { asks: Section['asks']; parts: (Words | Place)[] } | undefined;
  const add = (part: Words | Place): void => void (section?.parts ?? parts).push(part);
  for (const [, escaped, fact, sign, asked, closes, stray, words] of line.matchAll(TOKEN)) {
    if (stray !== undefined) throw new TemplateFault(number, `"${stray}" stands alone; write "\\${stray}" for the sign itself.`);
    if (fact !== undefined) add({ kind: 'fact', name: fact });
    else if (escaped !== undefined || words !== undefined) add({ kind: 'words', text: escaped ?? words ?? '' });
    else if (closes !== undefined) {
      if (!section) throw new TemplateFault(number, 'A "]" has no "[" before it.');
      parts.push({ kind: 'section', ...section });
      section = undefined;
    } else {
      if (section) throw new TemplateFault(number, 'A "[" stands inside another; sections are not nested.');
      section = { asks: asked === undefined ? null : { name: asked, known: sign === '?' }, parts: [] };
    }
  }
  if (section) throw new TemplateFault(number, 'A "[" is never closed; a section ends in its line.');
  return parts;
}

/** The facts that a line names. */
export const namesIn = (line: TemplateLine): string[] =>
  line.flatMap((part) => (part.kind === 'fact' ? [part.name] : part.kind === 'section' ? [...(part.asks ? [part.asks.name] : []), ...namesIn(part.parts)] : []));
