import { isRefusal } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { PunchoutContext } from '../context.ts';
import { readCxml } from '../domain/cxml-request.ts';
import { statusOf } from '../domain/cxml-status.ts';
import { responseText, type CxmlStatus } from '../domain/cxml-text.ts';
import type { XmlTree } from '../domain/xml-tree.ts';
import { checkPartner } from './check-partner.ts';
import { openSession, replayed } from './open-session.ts';
import { receiveOrder } from './receive-order.ts';

/** Answers a message of a procurement system; whatever is wrong is said in the terms of cXML. @param read reads the body, or refuses it */
export async function receiveCxml(context: PunchoutContext, read: () => XmlTree): Promise<string> {
  const status = await answer(context, read).catch((error: unknown): CxmlStatus => {
    if (isRefusal(error)) return statusOf(error);
    context.log('a cXML message could not be answered', { subgraph: 'punchout', error: String(error) });
    return { statusCode: 500, text: 'Something went wrong here. Send it again.' };
  });
  return responseText(status, { payloadId: `${newId()}@${context.config.identity}`, at: context.clock.now() });
}

async function answer(context: PunchoutContext, read: () => XmlTree): Promise<CxmlStatus> {
  const { payloadId, from, sender, body } = readCxml(read());
  const partner = await checkPartner(context, 'CXML', [sender, ...from], sender.secret);
  const known = await context.db.sql.selectFrom('PunchoutMessage').selectAll().where('partnerId', '=', partner.id).where('payloadId', '=', payloadId).executeTakeFirst();
  if (body.kind === 'ORDER') {
    if (!known) return receiveOrder(context, partner, { ...body, payloadId });
    if (known.orderNumber === body.orderNumber) return { statusCode: known.statusCode, text: known.text }; // sent again: the same answer
  }
  if (known || body.kind === 'ORDER') throw replayed(payloadId);
  const { kind: _kind, ...setup } = body;
  const startPage = await openSession(context, partner, { ...setup, protocol: 'CXML', returnTarget: null, payloadId });
  return { statusCode: 200, text: 'OK', startPage };
}
