import { expect, test } from 'vitest';
import { ACTIVATE, EMAILS, REMOVE, memberOf, shareNew, startSharing } from '../sharing/sharing.ts';
import { APPLY, ATTACHED, CATEGORY, download, upload } from './attaching.ts';

const FILE = { name: 'a.pdf', content: 'drawing' };

test('members read what is attached; participants attach too, viewers do not, and who is removed reads nothing more', async () => {
  await using world = await startSharing(CATEGORY);
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const cart = await shareNew(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }, { email: EMAILS.ben, role: 'VIEWER' }]);
  const cartId = cart.id;
  expect((await upload(ann, cartId, FILE)).code).toBe('CART_NOT_ACTIVE');
  await ann.ask(ACTIVATE, { cartId });
  const { uploads: [file] } = await upload(ann, cartId, FILE);
  expect(await upload(ben, cartId, FILE)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect((await ben.refused(APPLY, { cartId, add: [{ uploadId: file?.id }] })).code).toBe('FORBIDDEN');
  await bea.ask(ACTIVATE, { cartId });
  expect((await bea.refused(APPLY, { cartId, add: [{ uploadId: file?.id }] })).code, 'what waits is its uploader\'s alone').toBe('NOT_FOUND');
  await ann.ask(APPLY, { cartId, add: [{ uploadId: file?.id }] });

  for (const member of [bea, ann, ben]) {
    const { attachments: [{ url }] } = (await member.ask(ATTACHED, { cartId })).cart;
    expect(await (await download(member, url)).text()).toBe('drawing');
  }
  const { duplicateCart: copy } = await ben.ask('mutation ($cartId: ID!) { duplicateCart(cartId: $cartId, name: "Mine") { attachments { id } } }', { cartId });
  expect(copy.attachments).toEqual([]);
  await bea.ask(REMOVE, { cartId, memberId: memberOf(cart, EMAILS.ben).id });
  expect((await download(ben, `/attachments/${file?.id}`)).status).toBe(404);
});
