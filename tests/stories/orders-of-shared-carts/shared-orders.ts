import { sessionWith, type Data, type PersonName, type Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';
import { newKey } from '../orders/shopping.ts';
import { memberOf, privatePerson, RETRIEVE, shareNew, type SharedCart } from '../sharing/sharing.ts';

const PLACE = /* GraphQL */ `
  mutation ($input: PlaceOrderInput!) {
    placeOrder(input: $input) {
      ... on Order {
        id total { amount } soldTo { name } contact { name } placedBy { name } paymentTerm paymentKind purchaseOrderNumber shippingInstructions requestedOn note
        shipTo { id recipient city } billTo { id city }
        payment { type status amount { amount } label brand last4 expires }
        lines { quantity note unitPrice { amount } shipping { shipTo { city } shippingMethod instructions requestedOn } }
      }
    }
  }
`;

export const CARD = { type: 'CARD', label: 'Mine', token: 'tok_secret', brand: 'Visa', last4: '1111', expires: '2099-05' };

/** What it is to place an order of a cart as its prices are now. */
async function orderOf(person: Session, cartId: string, more: object): Promise<{ input: object }> {
  const { cart } = await person.ask('query ($id: ID!) { cart(id: $id) { priceHash } }', { id: cartId });
  return { input: { cartId, priceHash: cart.priceHash, idempotencyKey: newKey(), ...more } };
}

export const place = async (person: Session, cartId: string, more: object = {}): Promise<Data> => (await person.ask(PLACE, await orderOf(person, cartId, more))).placeOrder;

export const placeRefused = async (person: Session, cartId: string, more: object = {}): ReturnType<Session['refused']> => person.refused(PLACE, await orderOf(person, cartId, more));

/** Somebody of the demo whose token grants these permissions and no others. */
export async function withOnly(world: World, name: PersonName, ...permissions: string[]): Promise<Session> {
  const { viewer } = await (await world.as(name)).ask('{ viewer { id kind name email account { id } } }');
  const { account, ...person } = viewer;
  return sessionWith(world.url, (await world.embedded.issuer.issue({ ...person, accountId: account.id, permissions }, 3_600, new Date())).token);
}

/** Cat's cart, shared with another private person who may order it. */
export async function sharedInPrivate(world: World, cat: Session): Promise<{ cart: SharedCart; dan: Session }> {
  const dan = await privatePerson(world, 'Dan');
  const cart = await shareNew(cat, [{ email: dan.email, role: 'ADMINISTRATOR' }]);
  await dan.ask(RETRIEVE, { number: memberOf(cart, dan.email).retrievalNumber });
  return { cart, dan };
}

export async function savePaymentMethod(person: Session, method: object = CARD): Promise<string> {
  return (await person.ask('mutation ($method: PaymentMethodInput!) { savePaymentMethod(method: $method) { id } }', { method })).savePaymentMethod.id;
}
