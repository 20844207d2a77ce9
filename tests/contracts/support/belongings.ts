import type { Session } from '../../support/session.ts';

/** Keys of one thing of each sort that a buyer owns, made through the gateway. */
export async function makeBelongings(buyer: Session, approver: Session): Promise<ReadonlyMap<string, string>> {
  const { addCartLines: ordered } = await buyer.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED", quantity: 3 }]) { id priceHash } }');
  const { placeOrder: order } = await buyer.ask(
    `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on Order { id lines { id } } } }`,
    { input: { cartId: ordered.id, priceHash: ordered.priceHash, idempotencyKey: 'belongings' } },
  );
  const orderLine = order.lines[0].id;
  const { addReturnLines } = await buyer.ask('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }', { line: orderLine });
  await buyer.ask('mutation ($id: ID!) { submitReturn(returnId: $id, idempotencyKey: "belongings") { id } }', { id: addReturnLines.id });
  const { createQuote } = await buyer.ask('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 2 }]) { id } }');
  const { addCartLines: cart } = await buyer.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id priceHash } }');
  const { viewer } = await buyer.ask('{ viewer { account { addresses { id } } } }');
  const { createCustomer: customer } = await buyer.ask('mutation { createCustomer(usage: SHIP_TO, customer: { name: "Customer" }) { id } }');
  const { createContact: contact } = await buyer.ask('mutation { createContact(usage: SHIP_TO, contact: { name: "Contact" }) { id } }');
  await approver.ask('mutation ($user: ID!) { setSpendingLimit(limit: { userId: $user, currency: "GBP", perOrder: "1.00" }) { id } }', { user: (await buyer.ask('{ viewer { id } }')).viewer.id });
  const { placeOrder: asked } = await buyer.ask('mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { ... on ApprovalRequired { approvalId } } }', { input: { cartId: cart.id, priceHash: cart.priceHash, idempotencyKey: 'asked' } });
  return new Map([
    ['Approval', asked.approvalId],
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
