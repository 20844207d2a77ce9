import { expect, test } from 'vitest';
import { requireAdministrator, requirePermission, requireViewer } from '#kernel/viewer-guard.ts';
import { claimsOf, isSeller, may, viewerFromClaims, VIEWER_KINDS, type Viewer } from '#kernel/viewer.ts';
import { BEA, codeOf } from './support/facts.ts';

const as = (kind: Viewer['kind'], permissions: string[] = []): Viewer => ({ ...BEA, kind, permissions });

test('a viewer survives the way into claims and back', () => {
  for (const kind of VIEWER_KINDS) expect(viewerFromClaims(claimsOf(as(kind, ['X'])))).toEqual(as(kind, ['X']));
  const nameless = { ...BEA, name: undefined, email: undefined };
  expect(viewerFromClaims(claimsOf(nameless))).toEqual(nameless);
});

test.each([
  ['no sub', { sub: undefined }],
  ['a sub that is no text', { sub: 7 }],
  ['no account', { account: undefined }],
  ['an unknown kind', { kind: 'ROOT' }],
  ['a kind off the prototype', { kind: 'toString' }],
  ['permissions that are one text', { permissions: 'CREATE_ORDER' }],
  ['a permission that is no text', { permissions: ['CREATE_ORDER', 7] }],
])('claims with %s name nobody', (_what, claims) => {
  expect(viewerFromClaims({ ...claimsOf(BEA), ...claims })).toBeUndefined();
});

test('private people and guests need no permission; all others need the named one', () => {
  for (const kind of VIEWER_KINDS) {
    expect(may(as(kind), 'CREATE_ORDER')).toBe(kind === 'INDIVIDUAL' || kind === 'GUEST');
    expect(may(as(kind, ['CREATE_ORDER']), 'CREATE_ORDER')).toBe(true);
  }
});

test('only reps and administrators are the seller', () => {
  expect(VIEWER_KINDS.filter((kind) => isSeller(as(kind)))).toEqual(['SALES_REP', 'ADMINISTRATOR']);
});

test('nobody is sent to sign in; somebody without the right is told which', async () => {
  expect(requireViewer({ viewer: BEA, requestId: 'r' })).toBe(BEA);
  expect(await codeOf(() => requireViewer({ viewer: null, requestId: 'r' }))).toBe('UNAUTHENTICATED');
  expect(() => requirePermission(BEA, 'APPROVE_ORDER')).toThrow(expect.objectContaining({ code: 'FORBIDDEN', details: { permission: 'APPROVE_ORDER' } }));
  expect(await codeOf(() => requirePermission(BEA, 'CREATE_ORDER'))).toBe('answered');
});

test('only an administrator passes for one', async () => {
  for (const kind of VIEWER_KINDS) expect(await codeOf(() => requireAdministrator({ viewer: as(kind), requestId: 'r' }))).toBe(kind === 'ADMINISTRATOR' ? 'answered' : 'FORBIDDEN');
  expect(await codeOf(() => requireAdministrator({ viewer: null, requestId: 'r' }))).toBe('UNAUTHENTICATED');
});
