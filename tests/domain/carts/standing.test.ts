import { expect, test } from 'vitest';
import { readComment, readInvitations, readRetrievalNumber } from '#kernel/share-inputs.ts';
import type { Cart } from '../../../subgraphs/carts/entities/cart.ts';
import { findStanding } from '../../../subgraphs/carts/use-cases/find-standing.ts';

const cart = { id: 'c', accountId: 'acme', ownerId: 'bea', status: 'SAVED' } as Cart;
const viewer = (id: string, accountId: string) => ({ id, accountId, kind: 'BUYER', permissions: [] }) as const;
const never = (): never => {
  throw new Error('This asks the database.');
};

test('what the owner is to a cart is known without a question to the database [CART-34]', async () => {
  expect(await findStanding(viewer('bea', 'acme'), cart, never)).toEqual({ role: 'owner', status: 'SAVED' });
  expect(await findStanding(null, cart, never)).toBeUndefined();
});

test('a member has the role of their trade, and the cart active or not for themselves [SHARE-21]', async () => {
  const member = (activeCartId: string | null) => async () => ({ cartId: 'c', role: 'PARTICIPANT' as const, activeCartId });
  expect(await findStanding(viewer('ann', 'acme'), cart, member('c'))).toEqual({ role: 'b2b:PARTICIPANT', status: 'ACTIVE' });
  expect(await findStanding({ ...viewer('dan', 'dan'), kind: 'INDIVIDUAL' }, { ...cart, status: 'ACTIVE' } as Cart, member(null))).toEqual({ role: 'b2c:PARTICIPANT', status: 'SAVED' });
  expect(await findStanding(viewer('ann', 'acme'), { ...cart, status: 'QUOTED' } as Cart, member(null))).toEqual({ role: 'b2b:PARTICIPANT', status: 'QUOTED' });
  expect(await findStanding(viewer('gus', 'globex'), cart, async () => undefined)).toBeUndefined();
});

test('addresses are read in small letters, numbers without blanks and dashes, comments without control characters', () => {
  expect(readInvitations([{ email: ' Ann@Acme.Example', role: 'VIEWER' }])).toEqual([{ email: 'ann@acme.example', role: 'VIEWER', notify: false }]);
  for (const email of ['', 'ann', 'a@b@c', 'a b@c', '<a@b>', `${'a'.repeat(255)}@b`]) expect(() => readInvitations([{ email, role: 'VIEWER' }])).toThrow('address');
  expect(readRetrievalNumber(' ab12-CD 34 ')).toBe('AB12CD34');
  expect([readComment(null), readComment(' \u0000 '), readComment('a\u0007b\nc')]).toEqual([null, null, 'a b\nc']);
});
