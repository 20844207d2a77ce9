import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashBody, mintInternalToken, verifyInternalToken } from '#kernel/internal-token.ts';
import { claimsOf } from '#kernel/viewer.ts';
import { BEA, GUS } from './support/facts.ts';

const SECRET = 'a secret of the deployment';
const NOW = Date.parse('2026-01-05T09:00:00Z');
const BODY = '{"query":"{ viewer { id } }"}';
const FACTS = { viewer: BEA, requestId: 'r1', trace: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01' };
const token = mintInternalToken(SECRET, 'carts', FACTS, BODY, NOW);
const read = (text: string | undefined, { audience = 'carts', body = BODY, now = NOW, secret = SECRET } = {}) => verifyInternalToken(secret, audience, text, body, now);

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const HS256 = { alg: 'HS256', typ: 'JWT' };
const claims = { ...claimsOf(BEA), aud: 'carts', iat: NOW / 1000, exp: NOW / 1000 + 30, bh: hashBody(BODY), rid: 'r1' };

/** A token somebody else put together, signed with the true secret unless told otherwise. */
function forge(change: Record<string, unknown>, { header = HS256 as object, secret = SECRET, algorithm = 'sha256' } = {}): string {
  const signed = `${encode(header)}.${encode({ ...claims, ...change })}`;
  return `${signed}.${createHmac(algorithm, secret).update(signed).digest('base64url')}`;
}

test('the facts of a request arrive as they left', () => {
  expect(read(token)).toEqual(FACTS);
  expect(read(forge({}))).toMatchObject({ viewer: BEA, requestId: 'r1' });
});

test('a request of nobody arrives as one of nobody', () => {
  expect(read(mintInternalToken(SECRET, 'carts', { viewer: null, requestId: 'r2' }, BODY, NOW))).toEqual({ viewer: null, requestId: 'r2', trace: undefined });
});

test('no two tokens are alike', () => {
  expect(mintInternalToken(SECRET, 'carts', FACTS, BODY, NOW)).not.toBe(token);
});

const [header = '', payload = '', signature = ''] = token.split('.');
test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['no signature', `${header}.${payload}`],
  ['an empty signature', `${header}.${payload}.`],
  ['a part too many', `${token}.x`],
  ['another payload under the signature', `${header}.${encode({ ...claims, ...claimsOf(GUS) })}.${signature}`],
  ['another secret', forge({}, { secret: 'another' })],
  ['no algorithm', `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`],
  ['no algorithm, signed all the same', forge({}, { header: { alg: 'none', typ: 'JWT' } })],
  ['another algorithm', forge({}, { header: { alg: 'HS512', typ: 'JWT' }, algorithm: 'sha512' })],
  ['a payload that is no object', (() => { const signed = `${header}.${encode(7)}`; return `${signed}.${createHmac('sha256', SECRET).update(signed).digest('base64url')}`; })()],
  ['no end', forge({ exp: undefined })],
  ['an end that is no number', forge({ exp: '9999999999' })],
  ['no beginning', forge({ iat: undefined })],
  ['a life longer than 30 seconds', forge({ exp: NOW / 1000 + 3_600 })],
  ['a beginning in the future', forge({ iat: NOW / 1000 + 60, exp: NOW / 1000 + 80 })],
  ['no hash of the body', forge({ bh: undefined })],
  ['a list of audiences', forge({ aud: ['carts'] })],
])('a token with %s is none', (_what, text) => {
  expect(read(text)).toBeUndefined();
});

test('a token is for one subgraph, one body and one deployment', () => {
  expect(read(token, { audience: 'orders' })).toBeUndefined();
  expect(read(token, { body: `${BODY} ` })).toBeUndefined();
  expect(read(token, { secret: 'another' })).toBeUndefined();
});

test('a token ends after 30 seconds, with 5 for clocks that differ', () => {
  expect(read(token, { now: NOW + 35_000 })).toBeDefined();
  expect(read(token, { now: NOW + 35_001 })).toBeUndefined();
  expect(read(token, { now: NOW - 5_000 })).toBeDefined();
  expect(read(token, { now: NOW - 5_001 })).toBeUndefined();
});

test('claims that name no proper viewer make the token void, not anonymous', () => {
  expect(read(forge({ kind: 'ROOT' }))).toBeUndefined();
});
