import type { Session } from '../../support/session.ts';

/** Keys of one thing of each sort that a buyer owns, made through the gateway. */
export async function makeBelongings(buyer: Session): Promise<ReadonlyMap<string, string>> {
  const { addCartLines: ordered } = await buyer.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 3 }]) { id priceHash } }');
  const { placeOrder: order } = await buyer.ask(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id } } } }`,
    { input: { cartId: ordered.id, priceHash: ordered.priceHash, idempotencyKey: 'belongings' } },
  );
  const orderLine = order.lines[0].id;
  const { addReturnLines } = await buyer.ask('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }', { line: orderLine });
  await buyer.ask('mutation ($id: ID!) { submitReturn(returnId: $id, idempotencyKey: "belongings") { id } }', { id: addReturnLines.id });
  const { createQuote } = await buyer.ask('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 2 }]) { id } }');
  const { addCartLines: cart } = await buyer.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }');
  const { viewer } = await buyer.ask('{ viewer { account { addresses { id } } } }');
  const { createCustomer: customer } = await buyer.ask('mutation { createCustomer(usage: SHIP_TO, customer: { name: "Customer" }) { id } }');
  const { createContact: contact } = await buyer.ask('mutation { createContact(usage: SHIP_TO, contact: { name: "Contact" }) { id } }');
  return new Map([
    ['Address', viewer.account.addresses[0].id],
    ['Customer', customer.id],
    ['Contact', contact.id],
    ['Cart', cart.id],
    ['Quote', createQuote.id],
    ['Order', order.id],
    ['OrderLine', orderLine],
    ['Return', addReturnLines.id],
  ]);
}
