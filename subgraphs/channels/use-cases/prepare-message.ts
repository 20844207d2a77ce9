import { orderMessage, quoteMessage, type Message } from '../domain/sent-order.ts';
import type { HandOver } from '../entities/hand-over.ts';
import { askOrderToSend } from '../peers/orders.ts';
import { askQuoteToSend } from '../peers/quotes.ts';
import type { SendingServices } from './send-due.ts';

const SHOP = { id: 'channels', accountId: 'seller', permissions: [] } as const;
/** Who asks where nobody in person does: somebody of the seller who may see it. */
const AS_ADMINISTRATOR = { viewer: { ...SHOP, kind: 'ADMINISTRATOR' }, requestId: 'channels' } as const;
const AS_REP = { viewer: { ...SHOP, kind: 'SALES_REP' }, requestId: 'channels' } as const;

/** Puts together what is sent, once: it is kept, and sent like that every time. @returns why not, where it cannot be */
export async function prepareMessage({ db, askAs, log }: SendingServices, handOver: HandOver): Promise<Message | string> {
  const { id, kind } = handOver;
  try {
    const message = kind === 'ORDER' ? orderMessage(handOver, await askOrderToSend(askAs(AS_ADMINISTRATOR), id)) : quoteMessage(handOver, await askQuoteToSend(askAs(AS_REP), id));
    await db.transact(async ({ sql }) => void (await sql.updateTable('HandOver').set({ message }).where('id', '=', id).where('message', 'is', null).execute()));
    return message;
  } catch (error) {
    log('what is to be handed over could not be put together', { subgraph: 'channels', handOver: id, error: String(error) });
    return `UNREADABLE: ${String(error)}`.slice(0, 500);
  }
}
