import { plus } from '#kernel/quantity.ts';
import type { PartnersContext } from '../context.ts';
import type { Content } from '../domain/content.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import type { QuestionMessage } from '../outside/wire.ts';
import { askAvailable, type LineAvailability } from '../peers/catalog.ts';
import type { Told } from './receive-message.ts';

/** Another shop asks whether a cart of its could be fulfilled now. Nothing is put aside by it. [XFER-06] */
export async function answerAvailability({ ask }: PartnersContext, _sender: TrustedSender, { header, content }: QuestionMessage): Promise<Told> {
  const lines = await findAvailable(ask, content.lines);
  return { status: 200, body: { inReplyTo: header.message, lines: lines.map(({ line, available, reason }) => ({ line, available, reason })) } };
}

/** Of a product that is in several lines all of it must be there. */
export function findAvailable(ask: PartnersContext['ask'], lines: Content['lines']): Promise<LineAvailability[]> {
  const wanted = new Map<string, string>();
  for (const { sku, uom, quantity } of lines) wanted.set(`${sku} ${uom}`, plus(wanted.get(`${sku} ${uom}`) ?? '0', quantity));
  return askAvailable(ask, lines, wanted);
}
