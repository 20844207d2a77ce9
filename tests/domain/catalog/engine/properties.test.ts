import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toMicro } from '#kernel/quantity.ts';
import type { PricedDocument } from '../../../../subgraphs/catalog/domain/engine/priced-document.ts';
import type { PricingFacts, PromotionFacts } from '../../../../subgraphs/catalog/domain/engine/pricing-facts.ts';
import { taxAmount } from '../../../../subgraphs/catalog/domain/engine/tax-amount.ts';
import { priceDocument } from '../../../../subgraphs/catalog/domain/engine/price-document.ts';
import { agreement, factsOf, price, promotion, requestOf, rowOf, tax, type Question, type World } from './documents.ts';

const SKUS = ['A', 'B', 'C'] as const;
const text = (least: number, most: number, scale: number): fc.Arbitrary<string> => fc.integer({ min: least, max: most }).map((value) => (value / scale).toFixed(6));
const amounts = text(0, 50_000_000, 1_000_000);
const quantities = text(1, 40_000, 1_000);
const percents = text(0, 10_000, 100).map((percent) => String(Number(percent)));

const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 30 }), amounts), { selector: ([from]) => from, minLength: 1, maxLength: 4 }).map((all) => all.map(([from, amount]) => rowOf(String(from), amount)));
const lists = fc.record({ default: fc.record({ A: rows, B: rows, C: rows }), gold: fc.record({ A: rows, B: rows }) });
const anyPromotion: fc.Arbitrary<Partial<PromotionFacts>> = fc.record({
  level: fc.constantFrom('LINE', 'CART'),
  kind: fc.constantFrom('PERCENT', 'AMOUNT'),
  percentOff: percents,
  amountOffMicro: amounts.map(toMicro),
  currency: fc.constant('GBP'),
  skus: fc.option(fc.subarray([...SKUS], { minLength: 1 })),
  stacking: fc.constantFrom('STACKABLE', 'EXCLUSIVE'),
  priority: fc.integer({ min: 0, max: 2 }),
  code: fc.option(fc.constantFrom('ONE', 'TWO')),
});
const promotions = fc.array(anyPromotion, { maxLength: 6 }).map((all) => all.map((each, i) => promotion(`p${i}`, each)));
const rates = fc.uniqueArray(fc.tuple(fc.constantFrom('VAT', 'GST', 'PST', 'ECO'), text(0, 300, 1_000)), { selector: ([code]) => code, minLength: 1, maxLength: 3 });
const worlds: fc.Arbitrary<World & { promotions: PromotionFacts[] }> = fc.record({
  prices: lists,
  promotions,
  openLists: fc.constant(['gold']),
  site: fc.record({ mode: fc.constantFrom('SITE_LIST', 'BEST_PRICE'), pricesIncludeTax: fc.boolean() }),
  agreements: fc.record({ percentOff: fc.option(percents), priceList: fc.option(fc.constant('gold')) }).map((terms) => new Map([['x', agreement('x', terms)]])),
  rates: rates.map((all) => all.map(([code, rate]) => tax(code, 'GB', rate))),
});
const questions: fc.Arbitrary<Question> = fc.record({
  lines: fc.array(fc.record({ sku: fc.constantFrom(...SKUS), quantity: quantities, agreementId: fc.option(fc.constant('x')) }), { minLength: 1, maxLength: 8 }),
  promotionCodes: fc.subarray(['ONE', 'TWO', 'THREE']),
  shipTo: fc.constant({ country: 'GB' }),
});
const documents = (check: (document: PricedDocument, question: Question, world: World & { promotions: PromotionFacts[] }) => void): void =>
  fc.assert(fc.property(questions, worlds, (question, world) => check(price(question, world), question, world)), { numRuns: 300 });
const total = (parts: Iterable<bigint>): bigint => [...parts].reduce((a, b) => a + b, 0n);

test('the steps of every line add up to its unit price exactly', () => {
  documents(({ lines }) => {
    for (const { steps, unitMicro, listMicro } of lines) {
      if (unitMicro === null) continue;
      expect(total(steps.map(({ deltaMicro }) => deltaMicro))).toBe(unitMicro);
      expect(steps[0]).toMatchObject({ kind: 'LIST', afterMicro: listMicro });
      expect(unitMicro >= 0n).toBe(true);
    }
  });
});

test('what comes off the document is spread over its lines without loss, and no line pays less than nothing', () => {
  documents(({ lines, discountTotalMinor, adjustments }) => {
    expect(total(lines.map(({ discountMinor }) => discountMinor))).toBe(discountTotalMinor);
    expect(total(adjustments.map(({ amountMinor }) => amountMinor))).toBe(discountTotalMinor);
    for (const { discountMinor, totalMinor } of lines) expect(discountMinor >= 0n && discountMinor <= (totalMinor ?? 0n)).toBe(true);
  });
});

test('the total is the sum of its parts, and the taxes those of the lines', () => {
  documents((document) => {
    const { subtotalMinor, discountTotalMinor, shippingTotalMinor, taxTotalMinor, taxReliefMinor, totalMinor, pricesIncludeTax, lines, taxes } = document;
    expect(totalMinor).toBe(subtotalMinor - discountTotalMinor + shippingTotalMinor + (pricesIncludeTax ? -taxReliefMinor : taxTotalMinor));
    expect(total(lines.flatMap((line) => line.taxes.map(({ amountMinor }) => amountMinor)))).toBe(taxTotalMinor);
    expect(total(taxes.map(({ amountMinor }) => amountMinor))).toBe(taxTotalMinor);
  });
});

test('the order of rows makes no difference to anything', () => {
  fc.assert(
    fc.property(questions, worlds, fc.infiniteStream(fc.nat()), (question, world, salt) => {
      const facts = factsOf(world);
      const shuffled: PricingFacts = {
        ...facts,
        promotions: shuffle(facts.promotions, salt),
        openLists: facts.openLists.toReversed(),
        taxes: { ...facts.taxes, rates: shuffle(facts.taxes.rates, salt) },
        prices: new Map([...facts.prices].map(([sku, ofList]) => [sku, new Map([...ofList].reverse().map(([list, all]) => [list, shuffle(all, salt)]))])),
      };
      expect(priceDocument(requestOf(question), shuffled)).toEqual(priceDocument(requestOf(question), facts));
    }),
  );
});

test('more of a product never costs more a unit, unless the list says that the tier reached holds', () => {
  fc.assert(
    fc.property(rows, quantities, quantities, (all, one, other) => {
      const unit = (quantity: string): bigint | null => price({ lines: [{ sku: 'A', quantity }] }, { prices: { default: { A: all } } }).lines[0]?.unitMicro ?? null;
      const [few, many] = Number(one) < Number(other) ? [unit(one), unit(other)] : [unit(other), unit(one)];
      expect(few !== null && (many === null || many > few)).toBe(false);
    }),
  );
});

test('a price without tax, taken for one with its tax, gives itself and the same taxes back', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), rates, fc.constantFrom('GBP', 'JPY', 'KWD'), (net, some, currency) => {
      const known = some.map(([code, rate]) => ({ code, rate, exempt: false }));
      const upon = taxAmount(net, known, currency, false).taxes;
      const gross = net + total(upon.map(({ amountMinor }) => amountMinor));
      expect(taxAmount(gross, known, currency, true).taxes).toEqual(upon);
    }),
    { numRuns: 1_000 },
  );
});

test('a price with tax is its base and its taxes, to the last minor unit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), rates, (gross, some) => {
      const { taxes } = taxAmount(gross, some.map(([code, rate]) => ({ code, rate, exempt: false })), 'EUR', true);
      expect((taxes[0]?.baseMinor ?? 0n) + total(taxes.map(({ amountMinor }) => amountMinor))).toBe(gross);
      expect(taxes.every(({ amountMinor }) => amountMinor >= 0n)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('what promotions took off the lines is the way from the list total to the line total', () => {
  documents(({ lines }) => {
    for (const { steps, promotions: taken, quantity, totalMinor } of lines) {
      if (totalMinor === null || steps.some(({ kind }) => kind === 'OVERRIDE')) continue;
      const before = steps.findLast(({ kind }) => kind !== 'PROMOTION');
      const off = total(taken.map(({ amountMinor }) => amountMinor));
      expect(off).toBe(halfUp((before?.afterMicro ?? 0n) * toMicro(quantity)) - totalMinor);
    }
  });
});

/** Minor units of GBP out of millionths of millionths. */
const halfUp = (product: bigint): bigint => (product * 2n + 10n ** 10n) / (2n * 10n ** 10n);

function shuffle<T>(all: readonly T[], salt: Iterator<number>): T[] {
  return all.map((each) => ({ each, at: Number(salt.next().value ?? 0) })).sort((a, b) => a.at - b.at).map(({ each }) => each);
}
