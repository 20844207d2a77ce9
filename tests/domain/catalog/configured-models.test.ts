import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { configureParts, isConfigured, type ConfiguredPart } from '../../../subgraphs/catalog/domain/configure-parts.ts';
import type { Part } from '../../../subgraphs/catalog/domain/expand-kits.ts';
import { completeOptionClasses } from '../../../subgraphs/catalog/domain/option-classes.ts';
import { BEA, OLGA, openCatalog, type Catalog } from './catalog.ts';
import { price } from './engine/documents.ts';

const micro = (amount: number): bigint => BigInt(Math.round(amount * 1_000_000));
const part = (componentSku: string, ratio: number, optionClass: string | null = null, isDefault = false): Part => ({ componentSku, ratioMicro: micro(ratio), optional: false, optionClass, isDefault });
const BIKE = {
  parts: [part('FRAME', 1), part('WHEEL', 2), part('STEEL', 1, 'fork', true), part('CARBON', 1, 'fork'), part('BELL', 1, 'extras'), part('LAMP', 2, 'extras'), part('RACK', 1, 'extras'), part('RED', 0.5, 'paint'), part('BLUE', 0.5, 'paint')],
  optionClasses: [{ sku: 'fork', name: 'Fork', min: 1, max: 1 }, { sku: 'extras', name: 'Extras', min: 0, max: 2 }, { sku: 'paint', name: 'Paint', min: 1, max: 1 }],
};
const choose = (...choices: string[]): OptionChoice[] => choices.map((text) => ({ optionClass: text.split('/')[0] ?? '', sku: text.split('/')[1] ?? '', quantity: text.split('/')[2] ?? null }));
const made = (...choices: string[]) => {
  const answer = configureParts(BIKE, choose(...choices));
  return isConfigured(answer) ? answer.map(({ componentSku, ratioMicro }) => [componentSku, Number(ratioMicro) / 1e6]) : answer;
};

test('a model takes what it always takes, what was chosen, and the default where nothing was said', () => {
  expect(made('paint/RED')).toEqual([['FRAME', 1], ['WHEEL', 2], ['STEEL', 1], ['RED', 0.5]]);
  expect(made('paint/BLUE', 'fork/CARBON', 'extras/LAMP/3', 'extras/BELL')).toEqual([['FRAME', 1], ['WHEEL', 2], ['CARBON', 1], ['BELL', 1], ['LAMP', 6], ['BLUE', 0.5]]);
});

test.each([
  ['a class nobody knows', ['paint/RED', 'saddle/GEL'], { reason: 'UNKNOWN_CLASS', optionClass: 'saddle', sku: null }],
  ['an option of another class', ['paint/CARBON'], { reason: 'UNKNOWN_OPTION', optionClass: 'paint', sku: 'CARBON' }],
  ['a part that is no option', ['paint/RED', 'fork/FRAME'], { reason: 'UNKNOWN_OPTION', optionClass: 'fork', sku: 'FRAME' }],
  ['an option twice', ['paint/RED', 'paint/RED'], { reason: 'CHOSEN_TWICE', optionClass: 'paint', sku: 'RED' }],
  ['nothing where something must be', [], { reason: 'TOO_FEW', optionClass: 'paint', sku: null }],
  ['a default given up that must be replaced', ['paint/RED', 'fork/STEEL/0'], { reason: 'TOO_FEW', optionClass: 'fork', sku: null }],
  ['more than may be', ['paint/RED', 'extras/BELL', 'extras/LAMP', 'extras/RACK'], { reason: 'TOO_MANY', optionClass: 'extras', sku: null }],
])('%s is no configuration', (_, choices, fault) => {
  expect(made(...choices)).toEqual(fault);
});

test('a thing without options takes no configuration, and rules that cannot be kept are refused', () => {
  expect(configureParts({}, choose('paint/RED'))).toMatchObject({ reason: 'NOT_CONFIGURABLE' });
  expect(completeOptionClasses([{ sku: 'paint', min: 1 }], BIKE.parts)).toEqual([
    { sku: 'fork', name: 'fork', min: 0, max: 1 }, { sku: 'extras', name: 'extras', min: 0, max: 1 }, { sku: 'paint', name: 'paint', min: 1, max: 1 },
  ]);
  for (const rule of [{ sku: 'saddle' }, { sku: 'paint', min: 3 }, { sku: 'paint', min: 2, max: 1 }, { sku: 'paint', max: 0 }, { sku: 'paint', min: -1 }]) {
    expect(() => completeOptionClasses([rule], BIKE.parts)).toThrow();
  }
});

test('whatever is chosen, each class holds what its rule says, or the configuration is refused', () => {
  const choice = fc.record({ optionClass: fc.constantFrom('fork', 'extras', 'paint'), sku: fc.constantFrom('STEEL', 'CARBON', 'BELL', 'LAMP', 'RACK', 'RED', 'BLUE'), quantity: fc.constantFrom('0', '1', '2.5') });
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 6 }), (choices) => {
      const answer = configureParts(BIKE, choices);
      if (!isConfigured(answer)) return;
      const chosen = (sku: string): readonly ConfiguredPart[] => answer.filter(({ optionClass }) => optionClass === sku);
      for (const { sku, min, max } of BIKE.optionClasses) expect(chosen(sku).length >= min && chosen(sku).length <= max).toBe(true);
    }),
  );
});

describe('the price of a configured model', () => {
  const prices = { FRAME: '100', WHEEL: '25', STEEL: '20', CARBON: '80', BELL: '5', LAMP: '9.99', RED: '7', BLUE: '8' };
  const ask = (choices: string[], more: Record<string, string> = {}, quantity = '1') =>
    price({ lines: [{ sku: 'BIKE', quantity, configuration: choose(...choices) }] }, { prices: { default: { ...prices, ...more } }, products: { BIKE } }).lines[0];
  const steps = (line: ReturnType<typeof ask>) => line?.steps.map(({ kind, source, deltaMicro }) => [kind, source, Number(deltaMicro) / 1e6]);

  test('is the sum of its parts and of what was chosen, step by step', () => {
    const line = ask(['paint/RED', 'fork/CARBON', 'extras/LAMP']);
    expect(steps(line)).toEqual([
      ['COMPONENT', 'FRAME', 100], ['COMPONENT', 'WHEEL', 50], ['OPTION', 'CARBON', 80], ['OPTION', 'LAMP', 19.98], ['OPTION', 'RED', 3.5], ['LIST', 'default', 0],
    ]);
    expect(line).toMatchObject({ listMicro: micro(253.48), unitMicro: micro(253.48), totalMinor: 25_348n });
  });

  test('is its own price and what goes beyond its defaults, where the list has one', () => {
    expect(steps(ask(['paint/RED'], { BIKE: '150' }))).toEqual([['BASE', 'BIKE', 150], ['OPTION', 'RED', 3.5], ['LIST', 'default', 0]]);
    expect(steps(ask(['paint/RED/2', 'fork/STEEL/3'], { BIKE: '150' }))).toEqual([['BASE', 'BIKE', 150], ['OPTION', 'STEEL', 40], ['OPTION', 'RED', 7], ['LIST', 'default', 0]]);
  });

  test('is none when an option has none, and a configuration that cannot be is told with its reason', () => {
    expect(ask(['paint/RED', 'extras/RACK'])).toMatchObject({ problem: 'PRICE_NOT_FOUND', unitMicro: null });
    expect(ask(['paint/GREEN'])).toMatchObject({ problem: 'CONFIGURATION_INVALID', configurationFault: { reason: 'UNKNOWN_OPTION', optionClass: 'paint', sku: 'GREEN' }, unitMicro: null });
    expect(ask([])).toMatchObject({ problem: 'CONFIGURATION_INVALID', configurationFault: { reason: 'TOO_FEW' } });
  });

  test('its steps add up exactly, in another currency too', () => {
    const exchange = { version: 1, rates: [{ base: 'GBP', quote: 'EUR', rate: '1.17331', validFrom: new Date(0), decimals: 2 }] };
    const [line] = price({ currency: 'EUR', lines: [{ sku: 'BIKE', quantity: '7', configuration: choose('paint/BLUE', 'extras/LAMP/3') }] }, { prices: { default: { ...prices, BIKE: '150' } }, products: { BIKE }, exchange }).lines;
    expect(line?.steps.reduce((sum, { deltaMicro }) => sum + deltaMicro, 0n)).toBe(line?.unitMicro);
    expect(line?.steps.map(({ kind }) => kind)).toEqual(['BASE', 'OPTION', 'OPTION', 'LIST', 'CONVERSION', 'ROUNDING']);
  });
});

const SET = `mutation ($components: [ComponentInput!]!, $classes: [OptionClassInput!]) {
  setComponents(sku: "BOX", components: $components, optionClasses: $classes) { optionClasses { sku name required min max options { ratio default product { sku } } } }
}`;
const PRICE = 'query ($lines: [PriceLineInput!]!) { priceDocument(input: { lines: $lines }) { lines { problem unitPrice available configurationFault { reason optionClass sku } explanation { kind source } } } }';
const RESERVE = 'mutation ($id: ID!, $lines: [StockLineInput!]!) { reserveStock(reservationId: $id, lines: $lines, expiresAt: "2026-01-05T09:10:00Z") }';
const reservedOf = async (catalog: Catalog, sku: string): Promise<string> => (await catalog.ask(OLGA, 'query ($sku: String!) { product(sku: $sku) { availability { reserved } } }', { sku })).product.availability.reserved;

async function withGiftBox(): Promise<Catalog> {
  const catalog = await openCatalog();
  await catalog.ask(OLGA, 'mutation { upsertProducts(products: [{ sku: "BOX", name: "Gift box", itemType: MODEL, indivisible: true }]) { sku } }');
  const components = [
    { sku: 'TEAPOT-1L', ratio: '1' },
    { sku: 'MUG-RED', ratio: '2', optionClass: 'mugs', isDefault: true },
    { sku: 'MUG-BLUE', ratio: '2', optionClass: 'mugs' },
    { sku: 'LANTERN-L', ratio: '1', optionClass: 'light' },
  ];
  expect(await catalog.ask(OLGA, SET, { components, classes: [{ sku: 'mugs', name: 'Mugs', min: 1 }] })).toEqual({
    setComponents: {
      optionClasses: [
        { sku: 'mugs', name: 'Mugs', required: true, min: 1, max: 1, options: [{ ratio: '2', default: true, product: { sku: 'MUG-RED' } }, { ratio: '2', default: false, product: { sku: 'MUG-BLUE' } }] },
        { sku: 'light', name: 'light', required: false, min: 0, max: 1, options: [{ ratio: '1', default: false, product: { sku: 'LANTERN-L' } }] },
      ],
    },
  });
  return catalog;
}

test('what was chosen is priced, bounds how many there are, and is what a checkout holds', async () => {
  await using catalog = await withGiftBox();
  const configuration = [{ optionClass: 'mugs', sku: 'MUG-BLUE' }, { optionClass: 'light', sku: 'LANTERN-L' }];
  const { priceDocument } = await catalog.ask(BEA, PRICE, { lines: [{ id: 'a', sku: 'BOX', quantity: '1' }, { id: 'b', sku: 'BOX', quantity: '1', configuration }, { id: 'c', sku: 'BOX', quantity: '1', configuration: [{ optionClass: 'light', sku: 'MUG-RED' }] }] });
  expect(priceDocument.lines).toMatchObject([
    { problem: null, unitPrice: '38.40', available: '180' },
    { problem: null, unitPrice: '64.40', available: '3', explanation: [{ kind: 'COMPONENT' }, { kind: 'OPTION', source: 'MUG-BLUE' }, { kind: 'OPTION', source: 'LANTERN-L' }, { kind: 'LIST', source: 'default' }] },
    { problem: 'CONFIGURATION_INVALID', unitPrice: null, configurationFault: { reason: 'UNKNOWN_OPTION', optionClass: 'light', sku: 'MUG-RED' } },
  ]);
  const lines = [{ sku: 'BOX', quantity: '2', configuration }, { sku: 'BOX', quantity: '1' }];
  await catalog.ask(BEA, RESERVE, { id: 'r', lines });
  expect(await catalog.ask(BEA, RESERVE, { id: 'r', lines: [...lines].reverse() })).toEqual({ reserveStock: true });
  expect(await Promise.all(['TEAPOT-1L', 'MUG-RED', 'MUG-BLUE', 'LANTERN-L'].map((sku) => reservedOf(catalog, sku)))).toEqual(['3', '2', '4', '2']);
  expect(await catalog.refused(BEA, RESERVE, { id: 'more', lines: [{ sku: 'BOX', quantity: '2', configuration }] })).toMatchObject({ code: 'INSUFFICIENT_STOCK', details: { sku: 'LANTERN-L' } });
  expect(await catalog.refused(BEA, RESERVE, { id: 'r', lines: [{ sku: 'BOX', quantity: '3' }] })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(await catalog.refused(BEA, RESERVE, { id: 'odd', lines: [{ sku: 'BOX', quantity: '1', configuration: [{ optionClass: 'x', sku: 'y' }] }] })).toMatchObject({ code: 'CONFIGURATION_INVALID', details: { reason: 'UNKNOWN_CLASS' } });
});
