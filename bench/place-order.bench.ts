import type { Arm, Claim } from './support/claim.ts';
import { startHelper } from './support/helper-process.ts';
import type { HttpQuestions, OwnQuestion } from './support/http-orders.ts';
import { startProduct, type Product } from './support/product.ts';
import { rateOf, SECONDS } from './support/rate.ts';
import { openRawOrders } from './support/raw-orders.ts';
import { alternate } from './support/rounds.ts';

/** More than are placed in a round. */
const CARTS = 220;
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id number status version total { amount } lines { id quantity } } } }';

async function ask<Data>(url: string, token: string, query: string, variables: object = {}): Promise<Data> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data: Data; errors?: unknown };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Private persons, each with a card in the payment book and a line in the cart: what is left is to order it. */
async function readyToOrder(product: Product, count: number, round: number): Promise<OwnQuestion[]> {
  const { url } = product;
  const seller = await product.tokenOf({ id: 'bench', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] });
  const customers = Array.from({ length: count }, (_, n) => ({ externalId: `bench-${round}-${n}`, name: `Buyer ${n}`, email: `buyer-${round}-${n}@bench.example`, country: 'GB' }));
  const { upsertCustomers } = await ask<{ upsertCustomers: { id: string; users: { id: string }[] }[] }>(url, seller, 'mutation ($customers: [CustomerInput!]!) { upsertCustomers(customers: $customers) { id users { id } } }', { customers });
  return Promise.all(
    upsertCustomers.map(async ({ id: accountId, users: [user] }) => {
      const token = await product.tokenOf({ id: user?.id ?? '', kind: 'INDIVIDUAL', accountId, permissions: [] });
      const { savePaymentMethod } = await ask<{ savePaymentMethod: { id: string } }>(url, token, CARD);
      const { addCartLines: cart } = await ask<{ addCartLines: { id: string; priceHash: string } }>(url, token, 'mutation { addCartLines(lines: [{ sku: "BOLT-M8", quantity: 1 }]) { id priceHash } }');
      const input = { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: accountId, payment: { paymentMethodId: savePaymentMethod.id } };
      return { token, body: JSON.stringify({ query: PLACE, variables: { input } }) };
    }),
  );
}

const CARD = 'mutation { savePaymentMethod(method: { type: CARD, token: "tok_bench", brand: "Visa", last4: "1111", expires: "2099-05" }) { id } }';

export const placeOrder: Claim = {
  name: 'place-order',
  about: 'orders a second: the whole saga of a cart of one line paid by card (a test service), durable, answered with the order, stock and cart settled',
  async run() {
    await using product = await startProduct({ CARTWRIGHT_ORDERS_PAYMENT_PROVIDER: 'test' });
    await using load = startHelper<HttpQuestions>('./http-orders.ts');
    let round = 0;
    const gateway = (sessions: number): Arm => ({
      name: `gateway, ${sessions} sessions`,
      async measure() {
        const guests = await readyToOrder(product, CARTS, round++);
        await product.embedded.settle();
        return rateOf(() => load.ask<number>({ url: product.url, sessions, seconds: SECONDS, guests, perGuest: 1, again: false }), product);
      },
    });
    const [first] = await readyToOrder(product, 10, round++);
    if (first) await fetch(product.url, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${first.token}` }, body: first.body });
    await product.embedded.settle();
    using raw = openRawOrders(product.folder);
    const driver: Arm = {
      name: 'raw driver',
      measure: () =>
        rateOf(async () => {
          const end = performance.now() + SECONDS * 1_000;
          let placed = 0;
          for (; performance.now() < end; placed++) raw.place();
          return placed;
        }),
    };
    const measured = await alternate([gateway(1), gateway(8), driver]);
    return [
      measured.compare('gateway, 1 sessions', 'raw driver', 'rate', '/s'),
      measured.compare('gateway, 8 sessions', 'raw driver', 'rate', '/s'),
      measured.compare('gateway, 8 sessions', 'raw driver', 'CPU each', 'ms'),
    ];
  },
};
