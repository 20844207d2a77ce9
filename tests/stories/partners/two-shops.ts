import { expect } from 'vitest';
import type { Clock } from '#kernel/clock.ts';
import type { Data, Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';

/** What a shop that hands carts over is set to. */
export const SENDS = {
  CARTWRIGHT_CARTS_PARTNER_TRANSFER: 'true',
  CARTWRIGHT_PARTNERS_ENABLED: 'true',
  CARTWRIGHT_PARTNERS_CODE: 'BRAND',
  CARTWRIGHT_PARTNERS_ORGANISATION: 'The brand',
  CARTWRIGHT_PARTNERS_ROUND_SECONDS: '0.05',
  CARTWRIGHT_PARTNERS_TRUST_PRIVATE_NETWORK: 'true',
};
/** What a shop that fulfils them is set to. */
export const RECEIVES = {
  CARTWRIGHT_PARTNERS_RECEIVES: 'true',
  CARTWRIGHT_PARTNERS_CODE: 'LEEDS',
  CARTWRIGHT_PARTNERS_ORDER_URL: 'https://leeds.example/orders/{number}',
  CARTWRIGHT_QUOTES_ENABLED: 'true',
};

/** Globex: the trade account of the brand at its partner's. */
export const TRADE_ACCOUNT = '01900000-0000-7000-8000-0000000000a2';

export const TRUST = 'mutation ($input: TrustedSenderInput!) { trustSender(input: $input) { secret sender { id version } } }';
export const SAVE = 'mutation ($id: ID, $input: PartnerInput!) { savePartner(id: $id, input: $input) { id version } }';
export const ADD = 'mutation ($lines: [CartLineInput!]!) { addCartLines(lines: $lines) { id version priceHash priceIsEstimate lines { id priceIsEstimate } } }';
export const CART = 'query ($id: ID!) { cart(id: $id) { id status version priceIsEstimate lines { id priceIsEstimate product { sku } quantity } transfers { id status } availableActions { name allowed } } }';
const FIELDS = 'id version status recalled reference redirectUrl failureCode failureMessage partner { id name } cart { id status } offer { priceHash validUntil subtotal { amount } taxTotal { amount } total { amount currency } lines { lineId product { sku } quantity unitPrice { amount } total { amount } } } availableActions { name allowed }';
export const CANDIDATES = 'query ($cartId: ID!) { transferCandidates(cartId: $cartId) { partner { id name } reason skus } }';
export const REQUEST = `mutation ($cartId: ID!, $partnerId: ID!) { requestTransfer(cartId: $cartId, partnerId: $partnerId) { ${FIELDS} } }`;
export const CONFIRM = `mutation ($transferId: ID!, $priceHash: String!, $key: String!) { confirmTransfer(transferId: $transferId, priceHash: $priceHash, idempotencyKey: $key) { ${FIELDS} } }`;
export const CANCEL = `mutation ($id: ID!) { cancelTransfer(transferId: $id) { ${FIELDS} } }`;
export const TRANSFER = `query ($id: ID!) { transfer(id: $id) { ${FIELDS} } }`;
export const RECEIVED =
  'query { receivedTransfers(first: 100) { nodes { externalKey version status refusalCode sender { code } account { id name } order { id number status total { amount } soldTo { name } quote { id } purchaseOrderNumber shipTo { city } lines { product { sku } quantity unitPrice { amount } } } } } }';

export interface Shops extends AsyncDisposable {
  readonly brand: World;
  readonly leeds: World;
  readonly partnerId: string;
  readonly secret: string;
  /** Administrators: of the brand, and of its partner. */
  readonly olga: Session;
  readonly leedsOlga: Session;
}

interface Wiring {
  readonly clock?: Clock;
  readonly sends?: Record<string, string>;
  readonly receives?: Record<string, string>;
  /** Where the brand believes its partner to be: something between the two. */
  readonly via?: (url: string) => string;
}

/** Two shops in one process, the one a partner of the other. */
export async function startShops({ clock, sends, receives, via = (url) => url }: Wiring = {}): Promise<Shops> {
  const brand = await startWorld({ clock, env: { ...SENDS, ...sends } });
  const leeds = await startWorld({ clock, env: { ...RECEIVES, ...receives } });
  const [olga, leedsOlga] = [await brand.as('olga'), await leeds.as('olga')];
  const { partnerId, secret } = await wire(olga, leedsOlga, via(leeds.url.replace('/graphql', '/partner-transfers')));
  return {
    brand,
    leeds,
    partnerId,
    secret,
    olga,
    leedsOlga,
    async [Symbol.asyncDispose]() {
      await brand[Symbol.asyncDispose]();
      await leeds[Symbol.asyncDispose]();
    },
  };
}

/** As the administrators of both do it. */
export async function wire(olga: Session, leedsOlga: Session, url: string): Promise<{ partnerId: string; secret: string }> {
  const { trustSender } = await leedsOlga.ask(TRUST, { input: { code: 'BRAND', name: 'The brand', tradeAccountId: TRADE_ACCOUNT } });
  const { savePartner } = await olga.ask(SAVE, { input: { code: 'LEEDS', name: 'Leeds Tools', url, secret: trustSender.secret, coversAll: true } });
  return { partnerId: savePartner.id, secret: trustSender.secret };
}

/** A cart with a partner's price, ready to be confirmed. */
export async function offered(buyer: Session, partnerId: string, lines: Data[] = [{ sku: 'MUG-RED', quantity: 2 }]): Promise<{ cartId: string; transfer: Data }> {
  const { addCartLines } = await buyer.ask(ADD, { lines });
  const { requestTransfer } = await buyer.ask(REQUEST, { cartId: addCartLines.id, partnerId });
  return { cartId: addCartLines.id, transfer: requestTransfer };
}

export const confirm = async (buyer: Session, transfer: Data, key = `key ${transfer.id}`): Promise<Data> => (await buyer.ask(CONFIRM, { transferId: transfer.id, priceHash: transfer.offer.priceHash, key })).confirmTransfer;

export const read = async (buyer: Session, id: string): Promise<Data> => (await buyer.ask(TRANSFER, { id })).transfer;

/** Until a transfer is so far. */
export async function until(buyer: Session, id: string, status: string, timeout = 20_000): Promise<Data> {
  await expect.poll(async () => (await read(buyer, id)).status, { timeout, interval: 30 }).toBe(status);
  return read(buyer, id);
}

export const received = async (leedsOlga: Session): Promise<Data[]> => (await leedsOlga.ask(RECEIVED)).receivedTransfers.nodes;
