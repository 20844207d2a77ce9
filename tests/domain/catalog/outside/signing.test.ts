import { expect, test } from 'vitest';
import { signRequest } from '#kernel/sign-request.ts';

const REQUEST = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

test('a request is signed as Standard Webhooks says, to the byte of its published example', () => {
  expect(signRequest(SECRET, REQUEST)).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test.each([
  { ...REQUEST, id: 'another' },
  { ...REQUEST, timestamp: REQUEST.timestamp + 1 },
  { ...REQUEST, body: '{"test": 2432232315}' },
])('the signature binds id, time and body', (other) => {
  expect(signRequest(SECRET, other)).not.toBe(signRequest(SECRET, REQUEST));
});

test('a secret without the prefix is taken as it is written', () => {
  expect(signRequest(Buffer.from(SECRET.slice(6), 'base64').toString('latin1'), REQUEST)).not.toBe('');
  expect(signRequest('a secret of plain text, long', REQUEST)).not.toBe(signRequest('whsec_a secret of plain text, long', REQUEST));
});
