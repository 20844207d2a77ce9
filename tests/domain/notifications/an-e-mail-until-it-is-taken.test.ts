import { expect, test } from 'vitest';
import { afterAttempt, isAddress, restMs } from '../../../subgraphs/notifications/domain/mail-lifecycle.ts';
import { outcomeOf } from '../../../subgraphs/notifications/outside/send-by-smtp.ts';

const NOW = new Date('2026-01-05T09:00:00Z');
const WAITS = [60, 300, 3_600];
const DAY_MS = 86_400_000;
const after = (outcome: 'SENT' | 'REFUSED' | 'LATER' | 'DOWN', attempts: number, ageMs = 0) => afterAttempt(outcome, { attempts, createdAt: new Date(NOW.getTime() - ageMs) }, NOW, WAITS, 5 * DAY_MS);

test('pauses grow, and the last of them is kept, until an e-mail is too old; what is taken or refused for good has come to its end', () => {
  expect([1, 2, 3, 4, 9].map((attempts) => (after('DOWN', attempts).nextAt.getTime() - NOW.getTime()) / 1_000)).toEqual([60, 300, 3_600, 3_600, 3_600]);
  expect(after('LATER', 1).status).toBe('PENDING');
  expect(after('LATER', 1, 5 * DAY_MS).status).toBe('FAILED');
  expect(after('DOWN', 1, 5 * DAY_MS - 1).status).toBe('PENDING');
  expect(after('REFUSED', 1).status).toBe('FAILED');
  expect(after('SENT', 99, 9 * DAY_MS).status).toBe('SENT');
});

test('a server that is away is asked again ever more rarely, and at least every five minutes', () => {
  expect([1, 2, 3, 50].map((failures) => restMs(failures, WAITS))).toEqual([60_000, 300_000, 300_000, 300_000]);
});

test('what a server says to one e-mail is about that one, and all else about the server', () => {
  expect(outcomeOf({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 })).toBe('REFUSED');
  expect(outcomeOf({ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 })).toBe('LATER');
  expect(outcomeOf({ code: 'EMESSAGE', command: 'DATA', responseCode: 554 })).toBe('REFUSED');
  expect(outcomeOf({ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 })).toBe('DOWN');
  expect(outcomeOf({ code: 'ECONNECTION', command: 'CONN' })).toBe('DOWN');
  expect(outcomeOf({ code: 'ETIMEDOUT' })).toBe('DOWN');
  expect(outcomeOf({ code: 'EPROTOCOL', command: 'DATA', responseCode: 421 })).toBe('DOWN');
});

test('an address is one address: no list, no name, no line that would be a header', () => {
  for (const address of ['bea@acme.example', 'b.e-a+shop@acme.example', 'grüße@übung.example']) expect(isAddress(address), address).toBe(true);
  for (const text of ['', 'bea', 'a@b,c@d', 'a@b;c@d', 'Bea <a@b>', 'a@b\r\nBcc: c@d', 'a@b\n', 'a b@c', '"a"@b', 'a@b@c', 'a\u0000@b', 'a@b\u2028', 'a:b@c;', `${'x'.repeat(260)}@b`]) expect(isAddress(text), text).toBe(false);
});
