import type { PartnersContext } from '../context.ts';
import type { ReceivedTransfer } from '../entities/received-transfer.ts';
import type { Told } from './receive-message.ts';

/** What became of a key, as its sender is told: however often it asks, the same. [XFER-09] */
export async function tellOutcome({ db, config }: PartnersContext, inReplyTo: string, row: ReceivedTransfer): Promise<Told> {
  const { status, externalKey: key, version, priceHash, orderNumber, refusalCode, refusalMessage } = row;
  if (status === 'RECEIVED') return { status: 202, body: { status: 'PROCESSING', inReplyTo } };
  if (status === 'WITHDRAWN') return { status: 200, body: { status: 'WITHDRAWN', inReplyTo, key, version } };
  if (status === 'REFUSED') return { status: 409, body: { status: 'REFUSED', inReplyTo, code: refusalCode, message: refusalMessage } };
  const { offer } = await db.sql.selectFrom('PriceOffer').select('offer').where('id', '=', row.offerId ?? '').executeTakeFirstOrThrow();
  const redirectUrl = config.orderUrl?.replace('{number}', encodeURIComponent(orderNumber ?? '')) ?? null;
  return { status: 200, body: { status: 'ORDERED', inReplyTo, key, version, priceHash, total: offer.total, currency: offer.currency, order: { number: orderNumber }, redirectUrl } };
}
