import { refuse } from '#kernel/errors.ts';
import { factsOf, type FactName, type NotificationType } from './notification-types.ts';
import { namesIn, readTemplate, TemplateFault, type TemplateLine } from './read-template.ts';
import type { Template } from './render-template.ts';

const MOST_SUBJECT = 200;
const MOST_TEXT = 10_000;

/** @throws BAD_USER_INPUT for what cannot be read, names facts that this type does not have, or would break the head of a mail */
export function checkTemplate(type: NotificationType, { subject, text }: Template): void {
  if (subject.trim() === '' || subject.length > MOST_SUBJECT || /[\p{Cc}\u2028\u2029]/u.test(subject)) throw refuse('BAD_USER_INPUT', `A subject is one line of 1 to ${MOST_SUBJECT} characters.`, { field: 'subject' });
  if (text.trim() === '' || text.length > MOST_TEXT) throw refuse('BAD_USER_INPUT', `A text has 1 to ${MOST_TEXT} characters.`, { field: 'text' });
  for (const [field, lines] of [['subject', linesOf('subject', subject)], ['text', linesOf('text', text)]] as const) {
    const names = [...new Set(lines.flatMap(namesIn))];
    const known = factsOf(type).filter((fact) => field === 'text' || !fact.includes('.'));
    const unknown = names.filter((name) => !known.includes(name as FactName));
    if (unknown.length > 0) throw refuse('BAD_USER_INPUT', `There is nothing to put in for ${unknown.map((name) => `{${name}}`).join(', ')} here.`, { field, unknown, known });
    const mixed = lines.findIndex((line) => new Set(namesIn(line).flatMap((name) => (name.includes('.') ? [name.split('.')[0]] : []))).size > 1);
    if (mixed !== -1) throw refuse('BAD_USER_INPUT', 'A line is repeated for one list only.', { field, line: mixed + 1 });
  }
}

function linesOf(field: 'subject' | 'text', template: string): readonly TemplateLine[] {
  try {
    return readTemplate(template);
  } catch (error) {
    if (error instanceof TemplateFault) throw refuse('BAD_USER_INPUT', error.message, { field, line: error.line });
    throw error;
  }
}
