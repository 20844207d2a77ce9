import { expect, test } from 'vitest';
import type { AskPeer } from '#kernel/peers.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { refuseReplacement } from '../../../subgraphs/orders/peers/returns.ts';
import { someone } from './shop.ts';

const owner = someone('BUYER', ['CREATE_RETURN']);
const { accountId } = owner;
const answer = { return: { status: 'CLOSED', accountId, owner: { id: owner.id }, refundTotal: { currency: 'GBP' } } };
const ask = (() => Promise.resolve(answer)) as unknown as AskPeer;

/** The code of the refusal, or nothing. */
const place = (viewer: Viewer | null, more: object = {}): Promise<unknown> =>
  refuseReplacement(ask, { returnId: 'r', accountId, viewer, currency: 'GBP', ...more }).then(
    () => 'placed',
    (error: { code?: string }) => error.code,
  );

test('the credit of a return is spent by its owner, by colleagues who may send things back, and by the seller for its account; who only sees it may not', async () => {
  const colleague = (permissions: string[]): Viewer => someone('BUYER', permissions, accountId);
  expect(await Promise.all([place(owner), place({ ...owner, permissions: [] }), place(colleague(['VIEW_RETURN_ORDER', 'CREATE_RETURN'])), place(someone('SALES_REP'))])).toEqual(['placed', 'placed', 'placed', 'placed']);
  expect(await Promise.all([place(colleague(['VIEW_RETURN_ORDER', 'CREATE_ORDER'])), place(null)])).toEqual(['FORBIDDEN', 'FORBIDDEN']);
});

test('an order of another account, or in another currency, takes no return’s place', async () => {
  expect([await place(someone('SALES_REP'), { accountId: 'other' }), await place(owner, { accountId: 'other' }), await place(owner, { currency: 'EUR' })]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'AMOUNT_CURRENCY_MISMATCH']);
});
