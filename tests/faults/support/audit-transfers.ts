import type { Data, Session } from '../../support/session.ts';
import { CART, read, received } from '../../stories/partners/two-shops.ts';

/** Where a transfer is over. */
export const OVER = ['ACKNOWLEDGED', 'FAILED', 'CANCELED'];

export interface Sent {
  readonly buyer: Session;
  readonly cartId: string;
  readonly transfer: Data;
}

/** What both shops say of the same carts, once nothing is under way any more. */
export async function audit(sent: readonly Sent[], leedsOlga: Session): Promise<Record<string, number>> {
  const rows = await received(leedsOlga);
  const { orders } = await leedsOlga.ask('{ orders(first: 100) { nodes { id number quote { id } } } }');
  const placed = orders.nodes.length as number;
  let [doubled, lost, stray, unsettled, otherPrice] = [0, 0, 0, 0, 0];
  for (const { buyer, cartId, transfer } of sent) {
    const { status, reference } = await read(buyer, transfer.id);
    const { cart } = await buyer.ask(CART, { id: cartId });
    const ordered = rows.filter((row) => row.externalKey === cartId && row.order);
    const held = cart.status === 'TRANSFERRED' ? false : !cart.availableActions.find((each: Data) => each.name === 'requestTransfer')?.allowed;
    if (!OVER.includes(status)) unsettled++;
    if (ordered.length > 1) doubled++;
    if (status === 'ACKNOWLEDGED' && ordered[0]?.order.number !== reference) lost++;
    if (status !== 'ACKNOWLEDGED' && ordered.length > 0) lost++;
    if (ordered[0] && ordered[0].order.total.amount !== transfer.offer.total.amount) otherPrice++;
    if ((cart.status === 'TRANSFERRED') !== (status === 'ACKNOWLEDGED') || held) stray++;
  }
  const acknowledged = (await Promise.all(sent.map(({ buyer, transfer }) => read(buyer, transfer.id)))).filter(({ status }) => status === 'ACKNOWLEDGED').length;
  return { transfers: sent.length, acknowledged, ordersAtThePartner: placed, doubled: doubled + Math.max(0, placed - acknowledged), lost, otherPrice, unsettled, neitherActiveNorTransferred: stray };
}

export const CLEAN = { doubled: 0, lost: 0, otherPrice: 0, unsettled: 0, neitherActiveNorTransferred: 0 };
