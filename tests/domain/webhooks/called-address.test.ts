import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createPoster } from '../../../subgraphs/webhooks/outside/post-message.ts';

const RULES = { timeoutSeconds: 2, places: 1, trustPrivateNetwork: false };

test.each([[['127.0.0.1']], [['8.8.8.8', '127.0.0.1']], [['::1']], [['169.254.169.254']], [[]]])('a name that leads to %j is not called, whatever it led to before', async (addresses) => {
  let connections = 0;
  const inside = createServer(() => void connections++);
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  const poster = createPoster(RULES, (_name, _options, answer) => answer(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))));
  const { statusCode, error } = await poster.post({ url: `https://hooks.example.com:${(inside.address() as AddressInfo).port}/`, secrets: ['whsec_c2VjcmV0'] }, { id: 'msg_1', body: '{}' });
  await poster.close();
  inside.close();
  expect([statusCode, connections]).toEqual([null, 0]);
  expect(error).toMatch(addresses.length === 0 ? /leads nowhere/ : /private network/);
});
