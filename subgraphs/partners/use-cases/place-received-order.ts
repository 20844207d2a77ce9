import { isRefusal, type DomainError } from '#kernel/errors.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { PartnersContext } from '../context.ts';
import type { SentAddress, SentCustomer } from '../domain/customer.ts';
import type { PriceOffer } from '../entities/price-offer.ts';
import type { ReceivedTransfer } from '../entities/received-transfer.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';
import { receiveParties } from '../peers/accounts.ts';
import { placeOrder, type PlacedOrder } from '../peers/orders.ts';
import { receiveQuote, withdrawQuote } from '../peers/quotes.ts';
import { matchParties, type MatchedParties } from './match-parties.ts';

/**
 * Customer, contact, quote, order: each step may be repeated, and is the same by its id or key; so however often we are killed in
 * between, the next time the message comes there is one of each. The order goes the way of every order: stock put aside, limits
 * judged, at the price of its quote. Only what has no outcome yet is driven. [XFER-04, XFER-11]
 */
export async function placeReceivedOrder(context: PartnersContext, row: ReceivedTransfer, sender: TrustedSender): Promise<ReceivedTransfer> {
  const { customer, offerId, status } = row;
  if (status !== 'RECEIVED' || customer == null) return row;
  const promise = await context.db.sql.selectFrom('PriceOffer').selectAll().where('id', '=', offerId ?? '').executeTakeFirstOrThrow();
  const parties = await context.db.transact((tx) => matchParties(tx, sender, row.accountId, customer));
  try {
    const order = await makeOrder(context, { row, sender, customer, promise, parties });
    return order ? await note(context, row, { status: 'ORDERED', orderId: order.id, orderNumber: order.number }) : row; // somebody has to agree first
  } catch (error) {
    if (isFinal(error)) return refuseReceived(context, row, error);
    context.log('a cart that was handed over could not be ordered yet', { subgraph: 'partners', receivedTransferId: row.id, error: String(error) });
    return row;
  }
}

interface ToOrder {
  readonly row: ReceivedTransfer;
  readonly sender: TrustedSender;
  readonly customer: SentCustomer;
  readonly promise: PriceOffer;
  readonly parties: MatchedParties;
}

/** On behalf of whoever buys. */
async function makeOrder({ askAs, config }: PartnersContext, { row, sender, customer, promise, parties }: ToOrder): Promise<PlacedOrder | null> {
  const { account, contact, shipTo, billTo } = customer;
  const { accountId, quoteId } = row;
  const { userId, contactId, addresses } = parties;
  const shop = askAs(SYSTEM);
  const organisation = account.kind === 'ORGANISATION';
  const local = (address: SentAddress | null | undefined): string | null => addresses.get(address?.id ?? '') ?? null;
  const sent = [...new Map([shipTo, billTo].filter((address): address is SentAddress => address != null).map((address) => [address.id, { ...address, id: local(address) ?? '' }])).values()];
  await receiveParties(shop, { accountId, organisation, name: account.name, number: `${sender.code}:${account.id}`, country: account.country ?? null, contact: { userId, contactId, name: contact.name, email: contact.email ?? null, phone: contact.phone ?? null }, addresses: sent });
  const priceHash = await receiveQuote(shop, { id: quoteId, accountId, ownerId: userId, expiresAt: promise.expiresAt, lines: promise.lines, priced: promise.priced });
  const viewer: Viewer = { id: userId, kind: organisation ? 'BUYER' : 'INDIVIDUAL', accountId, permissions: organisation ? ['VIEW_NET_PRICE', 'CHECKOUT', 'CREATE_ORDER', 'VIEW_ORDER'] : [], name: contact.name };
  return placeOrder(askAs({ viewer, requestId: `transfer:${row.id}` }), {
    quoteId,
    priceHash,
    idempotencyKey: `transfer:${row.id}:${row.version}`,
    shipToAddressId: local(shipTo),
    billToAddressId: local(billTo),
    purchaseOrderNumber: row.terms?.purchaseOrderNumber ?? null,
    payment: { kind: config.receivedPayment },
  });
}

/** Nobody is told no before it is certain that no order can come any more: the quote says so, in one transaction. */
async function refuseReceived(context: PartnersContext, row: ReceivedTransfer, { code, message }: DomainError): Promise<ReceivedTransfer> {
  const withdrawn = await withdrawQuote(context.askAs(SYSTEM), row.quoteId);
  return withdrawn === 'WITHDRAWN' ? note(context, row, { status: 'REFUSED', refusalCode: code, refusalMessage: message.slice(0, 500) }) : row;
}

/** If it still is the version we were at. */
export async function note({ db }: PartnersContext, row: ReceivedTransfer, set: Partial<ReceivedTransfer>): Promise<ReceivedTransfer> {
  await db.transact(({ sql }) => sql.updateTable('ReceivedTransfer').set(set).where('id', '=', row.id).where('version', '=', row.version).where('status', '=', row.status).execute());
  return db.sql.selectFrom('ReceivedTransfer').selectAll().where('id', '=', row.id).executeTakeFirstOrThrow();
}

/** An answer that never came is no refusal. */
const isFinal = (error: unknown): error is DomainError => isRefusal(error) && !AGAIN.has(error.code);
const AGAIN: ReadonlySet<string> = new Set(['SUBGRAPH_UNAVAILABLE', 'OVERLOADED', 'CONFLICT']);
