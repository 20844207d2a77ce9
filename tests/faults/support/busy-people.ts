import type { Issuer } from '../../../subgraphs/accounts/issuer.ts';
import { openSession, sessionWith } from '../../support/session.ts';

/** A private person with a bit of everything. */
export interface BusyPerson {
  readonly id: string;
  readonly accountId: string;
  readonly token: string;
  readonly had: Having;
}

export interface Having {
  readonly lists: number;
  readonly carts: number;
  readonly orders: number;
}

const LOAD = 'mutation ($customers: [CustomerInput!]!) { upsertCustomers(customers: $customers) { id name users { id } } }';
const ADD = 'mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 2 }]) { id priceHash } }';
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id } } }';
const SEES = '{ viewer { id } carts { nodes { id } } activeCart { id } shoppingLists { nodes { id } } orders { nodes { id } } }';

export async function busyPeople(url: string, issuer: Issuer, names: readonly string[]): Promise<BusyPerson[]> {
  const olga = await openSession(url, 'olga');
  const { upsertCustomers } = await olga.ask(LOAD, { customers: names.map((name, i) => ({ externalId: name, name, email: `${name.replaceAll(/\W+/g, '-')}-${i}@busy.example` })) });
  const byName = new Map((upsertCustomers as { id: string; name: string; users: { id: string }[] }[]).map((account) => [account.name, account]));
  return Promise.all(names.map(async (name): Promise<BusyPerson> => {
    const { id: accountId = '', users: [user] = [] } = byName.get(name) ?? {};
    const id = user?.id ?? '';
    const { token } = await issuer.issue({ id, kind: 'INDIVIDUAL', accountId, permissions: [], name }, 3_600, new Date());
    const session = sessionWith(url, token);
    const { addCartLines: ordered } = await session.ask(ADD);
    await session.ask(PLACE, { input: { cartId: ordered.id, priceHash: ordered.priceHash, idempotencyKey: name } });
    let saved: { id: string } | undefined;
    while (!saved) saved = (await session.answer(ADD)).data?.addCartLines as { id: string } | undefined; // the order's cart is closed a moment after the order
    await session.ask('mutation ($id: ID!) { saveCart(cartId: $id, name: "Saved") { id } }', { id: saved.id });
    await session.ask('mutation { createShoppingList(name: "Weekly", lines: [{ sku: "MUG-RED" }]) { id } }');
    await session.ask(ADD);
    return { id, accountId, token, had: (await seenBy(url, { token })) ?? { lists: 0, carts: 0, orders: 0 } };
  }));
}

/** How much somebody sees with the token of the beginning; null once it says nobody any more. */
export async function seenBy(url: string, { token }: Pick<BusyPerson, 'token'>): Promise<Having | null> {
  const session = sessionWith(url, token);
  if ((await session.ask('{ viewer { id } }')).viewer === null) return null;
  const { carts, activeCart, shoppingLists, orders } = await session.ask(SEES);
  const ids = new Set([...carts.nodes, ...(activeCart ? [activeCart] : [])].map(({ id }: { id: string }) => id));
  return { lists: shoppingLists.nodes.length, carts: ids.size, orders: orders.nodes.length };
}
