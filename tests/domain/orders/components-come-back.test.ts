import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { openShop, someone, stubPeers } from './shop.ts';

const PART = { sku: 'NUT', name: 'Nut', itemType: 'STANDARD', uom: 'EA', ratio: '2', quantity: '6', depth: 1, shippable: true, serialControlled: false };
const PLACE = 'mutation ($cartId: ID!) { placeOrder(input: { cartId: $cartId, priceHash: "h", idempotencyKey: "k" }) { ... on Order { id lines { id components { id } } } } }';
const CLAIM = 'mutation ($returnId: ID!, $version: Int = 1, $lines: [ReturnClaimInput!]!) { claimReturn(returnId: $returnId, version: $version, lines: $lines) { orderLineId } }';
const LINES = 'query ($ids: [ID!]!) { linesToReturn(orderLineIds: $ids) { sku parentLineId components { orderLineId parentLineId quantity } returnedQuantity returnableQuantity } }';

interface Placed {
  readonly placeOrder: { readonly id: string; readonly lines: readonly { readonly id: string; readonly components: readonly { readonly id: string }[] }[] };
}

test('what a return takes of a kit it takes of its components, gives back with it, and cannot take of one alone [RET-22]', async () => {
  const buyer = someone('BUYER', ['CREATE_ORDER', 'CREATE_RETURN']);
  const peers = stubPeers(buyer);
  peers.compositions = [{ itemType: 'KIT', modelKind: null, components: [PART] }];
  await using shop = await openShop(peers);
  const { placeOrder } = await shop.ask<Placed>(buyer, PLACE, { cartId: newId() });
  const [kit = '', nut = ''] = [placeOrder.lines[0]?.id, placeOrder.lines[0]?.components[0]?.id];
  const look = async (): Promise<unknown> => (await shop.ask<{ linesToReturn: unknown }>(buyer, LINES, { ids: [kit, nut] })).linesToReturn;
  expect(await look()).toEqual([
    { sku: 'BOLT', parentLineId: null, components: [{ orderLineId: nut, parentLineId: kit, quantity: '6' }], returnedQuantity: '0', returnableQuantity: '3' },
    { sku: 'NUT', parentLineId: kit, components: [], returnedQuantity: '0', returnableQuantity: '0' },
  ]);
  expect(await shop.refused(buyer, CLAIM, { returnId: newId(), lines: [{ orderLineId: nut, quantity: '1' }] })).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED' });
  const returnId = newId();
  await shop.ask(buyer, CLAIM, { returnId, lines: [{ orderLineId: kit, quantity: '2' }] });
  expect(await look()).toMatchObject([{ returnedQuantity: '2', returnableQuantity: '1' }, { returnedQuantity: '4' }]);
  await shop.ask(buyer, CLAIM, { returnId, version: 2, lines: [{ orderLineId: kit, quantity: '1' }] });
  expect(await look()).toMatchObject([{ returnedQuantity: '1', returnableQuantity: '2' }, { returnedQuantity: '2' }]);
});
