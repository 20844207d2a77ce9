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
  return new Map([
    ['Cart', cart.id],
    ['Quote', createQuote.id],
    ['Order', order.id],
    ['OrderLine', orderLine],
    ['Return', addReturnLines.id],
  ]);
}
