import { expect, test } from 'vitest';
import { actionOf, judge, judgeOrRefuse, type Lifecycle } from '#kernel/lifecycle.ts';
import { codeOf } from './support/facts.ts';

type Facts = { full: boolean; late: boolean };
const BOX: Lifecycle<'OPEN' | 'SHUT', 'shut' | 'open', 'keeper' | 'guest', Facts> = {
  OPEN: {
    shut: {
      to: 'SHUT',
      by: ['keeper'],
      when: [
        (facts) => (facts.full ? undefined : { code: 'CART_EMPTY', reason: 'It is empty.' }),
        (facts) => (facts.late ? { code: 'QUOTE_EXPIRED', reason: 'It is late.' } : undefined),
      ],
      audit: 'SHUT_BOX',
    },
  },
  SHUT: {},
};
const ask = { status: 'OPEN', command: 'shut', roles: ['guest', 'keeper'], facts: { full: true, late: false } } as const;

test('a move that the table has, by one of the roles, with every guard content, is allowed', () => {
  expect(judge(BOX, ask)).toMatchObject({ allowed: true, move: { to: 'SHUT', audit: 'SHUT_BOX' } });
  expect(judgeOrRefuse(BOX, ask, {}).to).toBe('SHUT');
});

test.each([
  ['the status has no such move', { status: 'SHUT' }, 'INVALID_STATE'],
  ['the status has another move only', { command: 'open' }, 'INVALID_STATE'],
  ['no role fits', { roles: ['guest'] }, 'FORBIDDEN'],
  ['there is no role', { roles: [] }, 'FORBIDDEN'],
  ['a guard minds', { facts: { full: false, late: false } }, 'CART_EMPTY'],
  ['a later guard minds', { facts: { full: true, late: true } }, 'QUOTE_EXPIRED'],
  ['two guards mind, and the first speaks', { facts: { full: false, late: true } }, 'CART_EMPTY'],
  ['a stranger asks, who learns nothing of the guards', { roles: ['guest'], facts: { full: false, late: true } }, 'FORBIDDEN'],
] as const)('it is refused when %s', async (_why, change, code) => {
  expect(judge(BOX, { ...ask, ...change })).toMatchObject({ allowed: false, code });
  expect(await codeOf(() => judgeOrRefuse(BOX, { ...ask, ...change }, {}))).toBe(code);
});

test('a refusal tells status and action beside the facts given', () => {
  expect(() => judgeOrRefuse(BOX, { ...ask, status: 'SHUT' }, { boxId: 'b' })).toThrow(
    expect.objectContaining({ details: { boxId: 'b', status: 'SHUT', action: 'shut' } }),
  );
});

test('an action shows its reason only when it is not allowed', () => {
  expect(actionOf('shut', { allowed: true })).toEqual({ name: 'shut', allowed: true, reason: null });
  expect(actionOf('shut', { allowed: false, reason: 'It is empty.' })).toEqual({ name: 'shut', allowed: false, reason: 'It is empty.' });
});
