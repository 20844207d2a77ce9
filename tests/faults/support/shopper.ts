import { randomUUID } from 'node:crypto';
import type { Dice } from '../../support/dice.ts';
import type { Data } from '../../support/session.ts';
import { contentsOf, type Ledger } from './ledger.ts';
import type { Patient } from './patient.ts';

const CART = 'id version priceHash lines { id quantity }';
const ADD = `mutation ($cartId: ID, $n: Decimal!, $key: String!) { addCartLines(cartId: $cartId, lines: [{ sku: "CARD-BDAY", quantity: $n }], idempotencyKey: $key) { ${CART} } }`;
const ADD_BOLTS = `mutation ($cartId: ID!, $n: Decimal!, $key: String!) { addCartLines(cartId: $cartId, lines: [{ sku: "BOLT-M8", quantity: $n }], idempotencyKey: $key) { ${CART} } }`;
const UPDATE = `mutation ($cartId: ID!, $lineId: ID!, $n: Decimal!, $key: String!) { updateCartLines(cartId: $cartId, lines: [{ lineId: $lineId, quantity: $n }], idempotencyKey: $key) { ${CART} } }`;
const REMOVE = `mutation ($cartId: ID!, $lineId: ID!) { removeCartLines(cartId: $cartId, lineIds: [$lineId]) { ${CART} } }`;
const READ = `query ($cartId: ID!) { cart(id: $cartId) { ${CART} } }`;
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number total { amount } } } }';

/** The next quantity nobody has used: a line is known again by it. Bolts are counted apart, from 1 to 3. */
export type NextNumber = () => number;

export interface Shopper {
  /** Makes a cart with one line. */
  open(): Promise<Data>;
  /** One random change of a cart that nobody else changes. @returns the cart after it */
  change(cart: Data): Promise<Data>;
  /** Adds a line to a cart that others change too. @returns the line */
  addOwn(cartId: string): Promise<Data>;
  /** @returns the line after it */
  updateOwn(cartId: string, line: Data): Promise<Data>;
  addBolts(cart: Data): Promise<{ cart: Data; bolts: number }>;
  order(what: { cartId?: string; quoteId?: string; priceHash: string }, bolts: number): Promise<void>;
}

export function createShopper(person: string, patient: Patient, ledger: Ledger, dice: Dice, nextNumber: NextNumber): Shopper {
  async function keyed(query: string, variables: Record<string, unknown>): Promise<Data> {
    const withKey = { ...variables, key: randomUUID() };
    const [cart] = Object.values(await patient.tell(query, withKey)) as [Data];
    ledger.versions.push({ cartId: cart.id, version: cart.version });
    ledger.keyed.push({ person, query, variables: withKey, cartId: cart.id });
    ledger.acknowledged++;
    return cart;
  }

  async function add(cartId: string | undefined): Promise<Data> {
    const n = nextNumber();
    const cart = await keyed(ADD, { cartId, n });
    contentsOf(ledger, cart.id).add(n);
    return cart;
  }

  async function update(cartId: string, line: Data): Promise<Data> {
    const n = nextNumber();
    const cart = await keyed(UPDATE, { cartId, lineId: line.id, n });
    contentsOf(ledger, cartId).delete(Number(line.quantity));
    contentsOf(ledger, cartId).add(n);
    return cart;
  }

  async function remove(cartId: string, line: Data): Promise<Data> {
    const readIt = async (): Promise<Data | undefined> => {
      const { cart } = await patient.tell(READ, { cartId });
      return cart.lines.some(({ id }: Data) => id === line.id) ? undefined : { removeCartLines: cart };
    };
    const { removeCartLines: cart } = await patient.tell(REMOVE, { cartId, lineId: line.id }, readIt);
    ledger.versions.push({ cartId, version: cart.version });
    contentsOf(ledger, cartId).delete(Number(line.quantity));
    ledger.acknowledged++;
    return cart;
  }

  const lineOf = (cart: Data, id: string): Data => cart.lines.find((line: Data) => line.id === id);

  return {
    open: () => add(undefined),
    async addOwn(cartId) {
      const before = new Set(contentsOf(ledger, cartId));
      const { lines } = await add(cartId);
      return lines.findLast(({ quantity }: Data) => !before.has(Number(quantity)));
    },
    updateOwn: async (cartId, line) => lineOf(await update(cartId, line), line.id),
    async change(cart) {
      const lines = cart.lines.filter(({ quantity }: Data) => Number(quantity) > 3);
      const line = lines[dice.between(0, lines.length - 1)];
      if (lines.length > 12) return remove(cart.id, line);
      return line && dice.roll() < 0.6 ? update(cart.id, line) : add(cart.id);
    },
    async addBolts({ id: cartId }) {
      const bolts = dice.between(1, 3);
      const cart = await keyed(ADD_BOLTS, { cartId, n: bolts });
      contentsOf(ledger, cartId).add(bolts);
      return { cart, bolts };
    },
    async order(what, bolts) {
      const { placeOrder } = await patient.tell(PLACE, { input: { ...what, idempotencyKey: randomUUID() } });
      ledger.orders.push({ orderId: placeOrder.id, cartId: what.cartId, quoteId: what.quoteId, total: placeOrder.total.amount, bolts });
      ledger.acknowledged++;
    },
  };
}
