import { expect, test } from 'vitest';
import { faultOfUrl, isPublicAddress } from '#kernel/safe-address.ts';

test.each(['127.0.0.1', '127.255.0.9', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', '::ffff:127.0.0.1', '::ffff:8.8.8.8', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'ff02::1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', '192.0.0.1', '192.0.2.1', '192.88.99.1', '198.51.100.1', '203.0.113.1', '240.0.0.1', '64:ff9b:1::1', '100::1', '2001::1', '3fff::1', '5f00::1', 'fec0::1', 'no address', ''])('%s is no address of the open internet', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.255.255', '100.128.0.1', '223.255.255.254', '2606:4700::1111', '2a00:1450:4001::1'])('%s is one', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each([
  ['http://shop.example.com/hook', 'NOT_HTTPS'],
  ['https://127.0.0.1/hook', 'PRIVATE_ADDRESS'],
  ['https://2130706433/', 'PRIVATE_ADDRESS'], // 127.0.0.1 as one number
  ['https://0x7f.1/', 'PRIVATE_ADDRESS'],
  ['https://0177.0.0.1/', 'PRIVATE_ADDRESS'],
  ['https://[::1]/', 'PRIVATE_ADDRESS'],
  ['https://[::ffff:169.254.169.254]/latest', 'PRIVATE_ADDRESS'],
  ['https://localhost/', 'PRIVATE_ADDRESS'],
  ['https://db.internal/', 'PRIVATE_ADDRESS'],
  ['https://db.localdomain/', 'PRIVATE_ADDRESS'],
  ['https://printer.local./', 'PRIVATE_ADDRESS'],
  ['https://intranet/', 'PRIVATE_ADDRESS'],
  ['https://user:word@shop.example.com/', 'HAS_CREDENTIALS'],
  ['https://shop.example.com/#part', 'HAS_FRAGMENT'],
  ['ftp://shop.example.com/', 'NOT_A_URL'],
  ['file:///etc/passwd', 'NOT_A_URL'],
  ['shop.example.com', 'NOT_A_URL'],
  ['', 'NOT_A_URL'],
])('%s may not be sent to: %s', (url, fault) => {
  expect(faultOfUrl(url, false)).toBe(fault);
});

test('a host of the open internet may, and where the network is trusted its own hosts too', () => {
  expect(faultOfUrl('https://hooks.example.com:8443/cartwright?tenant=7', false)).toBeUndefined();
  expect(faultOfUrl('http://127.0.0.1:9000/hook', true)).toBeUndefined();
  expect(faultOfUrl('http://a:b@127.0.0.1:9000/hook', true)).toBe('HAS_CREDENTIALS');
});
