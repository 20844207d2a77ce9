import { expect, test } from 'vitest';
import { contentHash } from '../../../subgraphs/partners/domain/content.ts';
import { faultOfOffer, offerHash, type Offer } from '../../../subgraphs/partners/domain/offer.ts';
import { judgeArrival } from '../../../subgraphs/partners/domain/received-lifecycle.ts';
import { readRedirect } from '../../../subgraphs/partners/domain/redirect-url.ts';
import { isSignedBy, signaturesBy } from '../../../subgraphs/partners/domain/verify-signature.ts';

const content = { currency: 'GBP', country: 'GB', lines: [{ line: 'a', sku: 'MUG', uom: 'EA', quantity: '3' }, { line: 'b', sku: 'BOLT', uom: 'EA', quantity: '0.5' }] };
const hash = contentHash(content);
const now = new Date('2026-05-01T09:00:00Z');
const offer: Offer = { offer: 'o', validUntil: '2026-05-01T09:30:00Z', currency: 'GBP', contentHash: hash, lines: [{ line: 'a', unitPrice: '5.125', total: '15.38' }, { line: 'b', unitPrice: '0.01', total: '0.01' }], subtotal: '15.39', discountTotal: '0.39', taxTotal: '3.00', shippingTotal: '1.00', total: '19.00', pricesIncludeTax: false };

test('an offer that is of this content, stands and adds up is one to confirm [XFER-03]', () => {
  expect(faultOfOffer(offer, content, hash, now)).toBeUndefined();
  expect(faultOfOffer({ ...offer, pricesIncludeTax: true, total: '16.00' }, content, hash, now)).toBeUndefined();
});

test.each<[string, Partial<Offer>]>([
  ['is of something else', { contentHash: 'x' }],
  ['is in another currency', { currency: 'EUR' }],
  ['has ended', { validUntil: '2026-05-01T09:00:00Z' }],
  ['lacks a line', { lines: offer.lines.slice(0, 1) }],
  ['has a line twice', { lines: [offer.lines[0] as never, offer.lines[0] as never] }],
  ['has a line that does not add up', { lines: [{ line: 'a', unitPrice: '5.125', total: '15.37' }, offer.lines[1] as never] }],
  ['has a subtotal that does not add up', { subtotal: '15.40' }],
  ['has a total that does not add up', { total: '19.01' }],
])('an offer that %s is none [XFER-03]', (_what, changes) => {
  expect(faultOfOffer({ ...offer, ...changes }, content, hash, now)).toBeDefined();
});

test('the hash of content does not care how a quantity is written, and of an offer changes with any amount [XFER-03, XFER-08]', () => {
  expect(contentHash({ ...content, lines: content.lines.map((line) => ({ ...line, quantity: `${line.quantity}${line.quantity.includes('.') ? '0' : '.0'}` })) })).toBe(hash);
  expect(contentHash({ ...content, country: null })).not.toBe(hash);
  const others = [{ total: '1' }, { taxTotal: '1' }, { offer: 'p' }, { lines: [{ line: 'a', unitPrice: '5', total: '15.38' }, offer.lines[1] as never] }];
  expect(new Set([offer, ...others.map((other) => ({ ...offer, ...other }))].map(offerHash)).size).toBe(5);
});

test('a buyer is sent over HTTPS, or to where the partner answers, and nowhere else [XFER-09]', () => {
  const partner = 'http://127.0.0.1:4001/partner-transfers';
  expect(['https://shop.example/o/1', 'http://127.0.0.1:4001/o/1'].map((url) => readRedirect(url, partner))).toEqual(['https://shop.example/o/1', 'http://127.0.0.1:4001/o/1']);
  for (const url of ['http://shop.example/o/1', 'javascript:alert(1)', 'http://127.0.0.1:4002/o/1', 'https://user:pass@shop.example/', '//shop.example', '', null, `https://shop.example/${'x'.repeat(3_000)}`]) expect(readRedirect(url, partner)).toBeNull();
});

test('a signature is good for five minutes, for one body, and by one of the secrets [XFER-10]', () => {
  const timestamp = Math.floor(now.getTime() / 1_000);
  const given = { id: 'm', timestamp: String(timestamp), body: '{}', signature: signaturesBy(['old secret of theirs', 'new secret of theirs'], { id: 'm', timestamp, body: '{}' }) };
  expect(isSignedBy(['new secret of theirs'], given, now)).toBe(true);
  expect(isSignedBy(['old secret of theirs'], given, new Date(now.getTime() + 299_000))).toBe(true);
  expect(isSignedBy(['new secret of theirs'], given, new Date(now.getTime() + 301_000))).toBe(false);
  expect(isSignedBy(['new secret of theirs'], given, new Date(now.getTime() - 301_000))).toBe(false);
  expect(isSignedBy(['another'], given, now)).toBe(false);
  for (const changed of [{ body: '{ }' }, { id: 'n' }, { id: '' }, { timestamp: '' }, { timestamp: 'soon' }, { signature: '' }]) expect(isSignedBy(['new secret of theirs'], { ...given, ...changed }, now)).toBe(false);
  expect(isSignedBy([], given, now)).toBe(false);
});

test('a key is never two orders: what a message is to what came before it [XFER-08]', () => {
  const known = { version: 2, contentHash: 'c', priceHash: 'p' };
  const judged = (status: 'RECEIVED' | 'ORDERED' | 'REFUSED' | 'WITHDRAWN', arrived: Partial<typeof known>): string => judgeArrival({ ...known, status }, { ...known, ...arrived });
  expect(judgeArrival(undefined, known)).toBe('BEGIN');
  for (const status of ['RECEIVED', 'ORDERED', 'REFUSED', 'WITHDRAWN'] as const) {
    expect(judged(status, {})).toBe('REPEAT');
    expect(judged(status, { version: 1 })).toBe('SUPERSEDED');
    expect(judged(status, { version: 3, contentHash: 'd' })).toBe(status === 'ORDERED' ? 'ALREADY_ORDERED' : 'UPDATE');
    expect(judged(status, { contentHash: 'd' })).toBe(status === 'WITHDRAWN' ? 'REPEAT' : 'CONTENT_MISMATCH');
  }
});
