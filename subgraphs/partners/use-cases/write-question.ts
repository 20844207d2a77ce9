import type { PartnersContext } from '../context.ts';
import type { Content } from '../domain/content.ts';
import type { QuestionMessage } from '../outside/wire.ts';

export interface Question {
  readonly id: string;
  readonly to: string;
  readonly key: string;
  readonly content: Content;
}

/** A question about a cart, without a word about who buys: that is told once the buyer has confirmed. [XFER-07] */
export function writeQuestion({ config, clock }: Pick<PartnersContext, 'config' | 'clock'>, { id, to, key, content }: Question): string {
  const header = { message: id, sentAt: clock.now().toISOString(), from: config.code ?? '', to, key, version: 1 };
  const { currency, country, lines } = content;
  return JSON.stringify({ header, content: { currency, country, lines: lines.map((line) => ({ ...line, configuration: line.configuration ? [...line.configuration] : null })) } } satisfies QuestionMessage);
}
