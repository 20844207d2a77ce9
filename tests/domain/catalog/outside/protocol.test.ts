import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemClock } from '#kernel/clock.ts';
import { openOutsideSystems } from '../../../../subgraphs/catalog/outside/open-outside-systems.ts';
import { readOutsideConfig } from '../../../../subgraphs/catalog/outside/outside-config.ts';
import type { OutsideSystems } from '../../../../subgraphs/catalog/outside/ports.ts';
import { startOutsideSystem, type OutsideSystem } from '../../../support/outside-system.ts';

let system: OutsideSystem;
let outside: OutsideSystems;
const logged: Record<string, unknown>[] = [];

const open = (more: NodeJS.ProcessEnv = {}): OutsideSystems => {
  const config = readOutsideConfig({ P: 'http', P_URL: system.url, P_SECRET: system.secret, P_TIMEOUT_MS: '300', ...more }, 'P', 60);
  return openOutsideSystems({ priceSource: config, inventorySource: config, taxProvider: config }, systemClock, (_, facts) => logged.push(facts));
};

beforeEach(async () => {
  logged.length = 0;
  system = await startOutsideSystem();
  outside = open();
});
afterEach(async () => {
  await outside.close();
  await system[Symbol.asyncDispose]();
});

const at = new Date('2026-05-01T09:00:00Z');
const line = (i: number) => ({ sku: `S${i}`, uom: 'EA', quantity: '1' });
const ask = (lines = [line(1)], force = false) => outside.prices?.prices({ accountId: 'acme', currency: 'GBP', at, lines, force });

test('the question is what the protocol says, signed', async () => {
  system.prices.set('S1', { unitPrice: '1.5' });
  expect(await ask()).toEqual([{ unitPrice: '1.50', currency: 'GBP', validUntil: null, cacheable: true }]);
  expect(system.calls).toMatchObject([{ name: 'prices', signed: true, question: { account: 'acme', currency: 'GBP', at: '2026-05-01T09:00:00.000Z', fresh: false, lines: [line(1)] } }]);
});

test('two thousand lines are one call', async () => {
  const lines = Array.from({ length: 2_000 }, (_, i) => line(i));
  for (const { sku } of lines) system.prices.set(sku, { unitPrice: '1' });
  expect((await ask(lines))?.every((answer) => 'unitPrice' in answer)).toBe(true);
  expect(system.calls.length).toBe(1);
});

test('a broken connection and a status 500 are asked once more under the same id, a refusal and a silence are not', async () => {
  for (const behaviour of ['CUT', 'FAILING', 'SLOW'] as const) {
    system.calls.length = 0;
    system.behave(behaviour);
    expect(await ask()).toEqual([{ problem: 'PRICE_UNAVAILABLE' }]);
    expect(system.calls.length).toBe(behaviour === 'SLOW' ? 1 : 2);
    expect(new Set(system.calls.map(({ id }) => id)).size).toBe(1);
  }
  system.calls.length = 0;
  await outside.close();
  outside = open({ P_SECRET: 'another secret, long enough' });
  expect(await ask()).toEqual([{ problem: 'PRICE_UNAVAILABLE' }]);
  expect(system.calls.map(({ signed }) => signed)).toEqual([false]);
  expect(logged.at(-1)).toMatchObject({ reason: 'REFUSED' });
});

test('no more questions are under way than there are places, and those who wait too long are told', async () => {
  await outside.close();
  outside = open({ P_PLACES: '2' });
  system.behave('SLOW');
  const answers = await Promise.all(Array.from({ length: 100 }, (_, i) => ask([line(i)])));
  expect(answers.flat()).toEqual(Array.from({ length: 100 }, () => ({ problem: 'PRICE_UNAVAILABLE' })));
  const by = Object.groupBy(logged, ({ reason }) => String(reason));
  const [busy, timedOut] = [by.BUSY?.length ?? 0, by.TIMEOUT?.length ?? 0];
  expect(busy).toBeGreaterThan(90); // a few got a place when their time was as good as over
  expect(busy + timedOut).toBe(100);
  expect(system.calls.length).toBeGreaterThanOrEqual(2);
  expect(system.calls.length, 'only who had a place asked').toBeLessThanOrEqual(timedOut);
});

test('nothing in what is logged tells the secret', async () => {
  system.behave('FAILING');
  await ask();
  expect(JSON.stringify(logged)).not.toContain(system.secret);
});

test('taxes come a line, and without an answer they are unknown, never zero', async () => {
  const lines = [{ id: '1', kind: 'GOODS', sku: 'S1', quantity: '1', taxClass: 'STANDARD', shipTo: { country: 'GB' }, amount: '10.00' }] as const;
  const question = { accountId: 'acme', currency: 'GBP', pricesIncludeTax: false, exempt: false, at, lines };
  expect(await outside.taxes?.taxes(question)).toEqual([{ taxes: [{ code: 'VAT', name: 'VAT 20%', rate: '0.2', amount: '2.00' }], relief: '0' }]);
  system.behave(({ lines }) => ({ lines: lines.map((each) => ({ ...each, currency: 'EUR' })) }));
  expect(await outside.taxes?.taxes(question)).toEqual([{ problem: 'TAX_UNAVAILABLE' }]);
  system.behave('FAILING');
  expect(await outside.taxes?.taxes(question)).toEqual([{ problem: 'TAX_UNAVAILABLE' }]);
});

test('a built-in source is nothing outside; an http one needs where and with what', async () => {
  const builtin = readOutsideConfig({}, 'P', 60);
  expect(openOutsideSystems({ priceSource: builtin, inventorySource: builtin, taxProvider: builtin }, systemClock, () => undefined)).toMatchObject({ prices: null, inventory: null, taxes: null });
  expect(() => readOutsideConfig({ P: 'http', P_URL: system.url }, 'P', 60)).toThrow(/_SECRET/);
  expect(() => readOutsideConfig({ P: 'http', P_URL: 'ftp://prices', P_SECRET: system.secret }, 'P', 60)).toThrow(/url/i);
  expect(() => readOutsideConfig({ P: 'elsewhere' }, 'P', 60)).toThrow(/builtin/);
});
