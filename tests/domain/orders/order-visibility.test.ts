import { describe, expect, test } from 'vitest';
import type { Viewer } from '#kernel/viewer.ts';
import { lookBackDays } from '../../../subgraphs/orders/domain/look-back.ts';
import { maySee, rolesOf } from '../../../subgraphs/orders/domain/order-rights.ts';
import { isWithin, ORDER_VIEWS, scopesOf, type OrderView, type TrackerRules } from '../../../subgraphs/orders/domain/order-visibility.ts';
import { readPattern } from '../../../subgraphs/orders/domain/search-text.ts';

const rules = (changes: Partial<TrackerRules> = {}): TrackerRules => ({ operatingUnit: 'uk', viewBy: 'SOLD_TO', checkPermissions: true, ...changes });
const buyer = (...permissions: string[]): Viewer => ({ id: 'me', kind: 'BUYER', accountId: 'acme', permissions });
const CAT: Viewer = { id: 'me', kind: 'INDIVIDUAL', accountId: 'acme', permissions: [] };

const ORDERS = {
  mine: { accountId: 'acme', ownerId: 'me', billToAccountId: 'acme', operatingUnit: 'uk' },
  colleagues: { accountId: 'acme', ownerId: 'colleague', billToAccountId: 'acme', operatingUnit: 'uk' },
  mineBilledElsewhere: { accountId: 'acme', ownerId: 'me', billToAccountId: 'globex', operatingUnit: 'uk' },
  billedToUs: { accountId: 'globex', ownerId: 'stranger', billToAccountId: 'acme', operatingUnit: 'uk' },
  strangers: { accountId: 'globex', ownerId: 'stranger', billToAccountId: 'globex', operatingUnit: 'uk' },
} as const;

const listed = (viewer: Viewer, changes: Partial<TrackerRules>): string[] =>
  Object.entries(ORDERS).filter(([, order]) => scopesOf(viewer, rules(changes)).some((scope) => isWithin(order, scope))).map(([name]) => name);

describe('whose orders are found [ORD-10, ORD-11]', () => {
  const both = buyer('VIEW_ORDER', 'VIEW_BILL_TO_ORDER');
  test.each<[string, Viewer, OrderView, string[]]>([
    ['with both permissions', both, 'SOLD_TO', ['mine', 'colleagues', 'mineBilledElsewhere']],
    ['with both permissions', both, 'BILL_TO', ['mine', 'colleagues', 'billedToUs']],
    ['with both permissions', both, 'ALL', ['mine', 'colleagues', 'mineBilledElsewhere', 'billedToUs']],
    ['with VIEW_ORDER alone', buyer('VIEW_ORDER'), 'BILL_TO', ['mine']],
    ['with VIEW_BILL_TO_ORDER alone', buyer('VIEW_BILL_TO_ORDER'), 'ALL', ['mine', 'colleagues', 'mineBilledElsewhere', 'billedToUs']],
    ['without permissions', buyer(), 'SOLD_TO', ['mine', 'mineBilledElsewhere']],
    ['without permissions', buyer(), 'BILL_TO', ['mine']],
  ])('%s, %#', (_name, viewer, viewBy, names) => expect(listed(viewer, { viewBy })).toEqual(names));

  test('without checks a buyer finds what all permissions would show', () => {
    for (const viewBy of ORDER_VIEWS) expect(listed(buyer(), { viewBy, checkPermissions: false })).toEqual(listed(both, { viewBy }));
  });

  test('the seller finds all, a stranger nothing', () => {
    expect(listed({ id: 'sam', kind: 'SALES_REP', accountId: 'seller', permissions: [] }, {})).toHaveLength(5);
    for (const viewBy of ORDER_VIEWS) expect(listed({ ...both, accountId: 'initech' }, { viewBy, checkPermissions: false })).toEqual([]);
  });
});

describe('orders of another operating unit [CAN-02, CAN-03]', () => {
  const there = { ...ORDERS.colleagues, operatingUnit: 'us' };
  const own = { ...ORDERS.mine, operatingUnit: 'us' };
  test.each<[string, Viewer, boolean, string[]]>([
    ['CANCEL_ORDER alone sees none', buyer('VIEW_ORDER', 'CANCEL_ORDER'), false, []],
    ['CANCEL_ORGANIZATION_ORDER sees and cancels', buyer('VIEW_ORDER', 'CANCEL_ORGANIZATION_ORDER'), true, ['canceler']],
    ['and without VIEW_ORDER does not', buyer('CANCEL_ORGANIZATION_ORDER'), false, []],
    ['private people never', CAT, false, []],
    ['the administrator may', { ...CAT, kind: 'ADMINISTRATOR' }, true, ['administrator']],
  ])('%s', (_name, viewer, sees, roles) => {
    expect(maySee(viewer, there, new Set(), rules())).toBe(sees);
    expect(rolesOf(viewer, there, rules())).toEqual(roles);
  });

  test('not even the buyer cancels there with the permission of the own unit', () => {
    expect(maySee(buyer('CANCEL_ORDER'), own, new Set(), rules())).toBe(false);
    expect(rolesOf(buyer('CANCEL_ORGANIZATION_ORDER'), ORDERS.mine, rules())).toEqual([]);
  });
});

test('a search looks back over a choice of the list, or the next longer [ORD-26]', () => {
  const choices = [3, 7, 14, 30, 90];
  expect([undefined, 7, 5, 31, 400].map((days) => lookBackDays(choices, days))).toEqual([3, 7, 7, 90, 90]);
  expect(() => lookBackDays(choices, 0)).toThrow('one day');
});

test('a text is one value, or how values begin', () => {
  expect(readPattern('number', ' O-1 ')).toEqual({ is: 'O-1' });
  expect(readPattern('number', 'O-%')).toEqual({ begins: 'O-' });
  expect(readPattern('number', ' ')).toBeUndefined();
  for (const text of ['%O', 'O%1', 'O%%']) expect(() => readPattern('number', text)).toThrow('at the end');
  expect(() => readPattern('number', '%')).toThrow('how it begins');
});
