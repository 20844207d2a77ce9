import { factNamed } from './notification-types.ts';
import { namesIn, readTemplate, type Part, type TemplateLine } from './read-template.ts';

export type KnownFacts = { readonly [name: string]: string };

/** What is known of one notice. */
export interface Known {
  readonly facts: KnownFacts;
  /** Rows by the name of their list; the facts in them without it. */
  readonly lists: { readonly [list: string]: readonly KnownFacts[] };
}

export interface Template {
  readonly subject: string;
  readonly text: string;
}

/** What names may hold and a line of a mail may not: blanks and line ends of all kinds, control characters, turned writing. */
const UNFIT = /[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu;
/** The same, but line ends and blanks stay. */
const UNFIT_LONG = /[^\P{Cc}\n]|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

type Look = (name: string) => string | undefined;

/** The words of a notice: a subject of one line, and plain text. @param showsPrices whether facts that are prices are told */
export function renderTemplate({ subject, text }: Template, known: Known, showsPrices: boolean): Template {
  const look = (facts: KnownFacts): Look => (name) => (Object.hasOwn(facts, name) ? told(name, facts[name] ?? '', showsPrices) : undefined);
  const [line = []] = readTemplate(subject);
  return { subject: renderLine(line, look(known.facts)).replaceAll(UNFIT, ' ').trim(), text: joined(readTemplate(text).flatMap((each) => linesOf(each, known, look))) };
}

function told(name: string, value: string, showsPrices: boolean): string | undefined {
  const fact = factNamed(name);
  if (!fact || (fact.isPrice && !showsPrices)) return undefined;
  return fact.isLong ? value.replaceAll(UNFIT_LONG, ' ') : value.replaceAll(UNFIT, ' ');
}

/** A line as it is said, or none: what is gone because a fact is not known leaves no empty line behind. */
function linesOf(line: TemplateLine, known: Known, look: (facts: KnownFacts) => Look): string[] {
  if (line.length === 0) return [''];
  const list = namesIn(line).find((name) => name.includes('.'))?.split('.')[0];
  const rows = list === undefined ? [{}] : (known.lists[list] ?? []).map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [`${list}.${name}`, value])));
  return rows.map((row) => renderLine(line, look({ ...known.facts, ...row }))).filter((said) => said.trim() !== '');
}

const renderLine = (line: readonly Part[], look: Look): string => line.map((part) => renderPart(part, look)).join('');

function renderPart(part: Part, look: Look): string {
  if (part.kind === 'words') return part.text;
  if (part.kind === 'fact') return look(part.name) ?? '';
  if (part.asks && (look(part.asks.name) !== undefined) !== part.asks.known) return '';
  return part.parts.every((each) => each.kind === 'words' || look(each.name) !== undefined) ? renderLine(part.parts, look) : '';
}

/** Empty lines at the ends go, and of several in a row one stays. */
function joined(lines: readonly string[]): string {
  const kept = lines.filter((line, i) => line !== '' || (i > 0 && lines[i - 1] !== ''));
  while (kept.at(-1) === '') kept.pop();
  return kept.join('\n');
}
