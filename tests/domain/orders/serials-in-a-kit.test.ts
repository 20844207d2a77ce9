import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { CART_LINE, openShop, someone, stubPeers } from './shop.ts';

const DISK = { sku: 'DISK', name: 'Disk', itemType: 'STANDARD', uom: 'EA', ratio: '1', quantity: '1', depth: 1, shippable: true, serialControlled: true };
const PLACE = 'mutation ($cartId: ID!) { placeOrder(input: { cartId: $cartId, priceHash: "h", idempotencyKey: "k" }) { ... on Order { id lines { id components { id } } } } }';
const SHIP = 'mutation ($input: ShipLinesInput!) { shipLines(input: $input) { id } }';

interface Placed {
  readonly placeOrder: { readonly lines: readonly { readonly id: string; readonly components: readonly { readonly id: string }[] }[] };
}

test('a product that is in a kit twice does not leave twice with the same serial number [ORD-38]', async () => {
  const [buyer, olga] = [someone('INDIVIDUAL'), someone('ADMINISTRATOR')];
  const peers = stubPeers(buyer, [{ ...CART_LINE, quantity: '1' }]);
  peers.compositions = [{ itemType: 'KIT', modelKind: null, components: [DISK, DISK] }];
  await using shop = await openShop(peers);
  const [kit] = (await shop.ask<Placed>(buyer, PLACE, { cartId: newId() })).placeOrder.lines;
  const parcel = (...numbers: string[]) => ({ input: { lines: [{ orderLineId: kit?.id, quantity: '1' }], componentSerials: kit?.components.map(({ id }, i) => ({ orderLineId: id, serialNumbers: [numbers[i]] })) } });
  expect(await shop.refused(olga, SHIP, parcel('D1', 'D1'))).toMatchObject({ code: 'BAD_USER_INPUT', details: { sku: 'DISK', serialNumber: 'D1', orderLineId: kit?.components[1]?.id } });
  expect(await shop.ask(olga, SHIP, parcel('D1', 'D2'))).toMatchObject({ shipLines: { id: expect.any(String) } });
});
