import { isMinor, minorFrom, moneyOf, sum } from '#kernel/money.ts';
import type { PricedDocument } from './engine/priced-document.ts';
import type { LineRequest, Territory } from './engine/pricing-request.ts';
import { joinTaxed, NOT_TAXED, type Taxed } from './engine/tax-amount.ts';
import type { TaxedDocument } from './engine/total-document.ts';
import type { TaxAnswer } from './outside-answer.ts';
import type { TaxClass } from './tax-classes.ts';

export interface TaxedThing {
  readonly id: string;
  readonly kind: 'GOODS' | 'FREIGHT';
  /** Of goods the SKU, of freight the code of the way to ship. */
  readonly sku: string;
  readonly quantity: string;
  readonly taxClass: TaxClass;
  /** Null while nobody knows. */
  readonly shipTo: Territory | null;
  /** What is taxed of it after every discount, decimal text; with its tax where prices include it. */
  readonly amount: string;
}

/** No line has it: those of documents are ids. */
const freightId = (shipment: number): string => `freight ${shipment}`;

/** What an outside system is asked the taxes of: each line that has a price, and each shipment that costs something. */
export function taxedThings({ lines, shipments, currency }: PricedDocument, wanted: readonly LineRequest[], home: Territory | null): TaxedThing[] {
  const text = (minor: bigint): string => moneyOf(minor, currency).amount;
  const goods = lines.flatMap(({ id, sku, quantity, taxClass, totalMinor, discountMinor }, i): TaxedThing[] =>
    totalMinor === null ? [] : [{ id, kind: 'GOODS', sku, quantity, taxClass, shipTo: wanted[i]?.shipTo ?? home, amount: text(totalMinor - discountMinor) }],
  );
  const freight = shipments.flatMap(({ method, shipTo, taxed, chargeMinor }, i): TaxedThing[] =>
    taxed && chargeMinor > 0n ? [{ id: freightId(i), kind: 'FREIGHT', sku: method, quantity: '1', taxClass: 'STANDARD', shipTo: shipTo ?? home, amount: text(chargeMinor) }] : [],
  );
  return [...goods, ...freight];
}

/** The answers as taxes of the document; null when one is missing, for a total with part of the taxes is wrong and looks right. */
export function taxesFromOutside(document: PricedDocument, things: readonly TaxedThing[], answers: readonly TaxAnswer[]): TaxedDocument | null {
  const taxed = new Map<string, Taxed>();
  for (const [i, { id, amount }] of things.entries()) {
    const answer = answers[i];
    if (!answer || 'problem' in answer) return null;
    taxed.set(id, taxedBy(answer, amount, document));
  }
  const of = (id: string): Taxed => taxed.get(id) ?? NOT_TAXED;
  return { lines: document.lines.map(({ id }) => of(id)), freight: joinTaxed(document.shipments.map((_, i) => of(freightId(i)))) };
}

type Told = Exclude<TaxAnswer, { problem: string }>;

function taxedBy({ taxes, relief }: Told, amount: string, { currency, pricesIncludeTax }: PricedDocument): Taxed {
  const minor = (text: string): bigint => minorFrom(text, currency);
  const within = pricesIncludeTax ? sum([minor(relief), ...taxes.map((tax) => minor(tax.amount))]) : 0n;
  const baseMinor = minor(amount) - within;
  return { taxes: taxes.map(({ code, rate, amount: tax }) => ({ code, rate, baseMinor, amountMinor: minor(tax) })), reliefMinor: minor(relief) };
}

/** What makes an answer unusable, as a sentence; undefined when it can be used. */
export function faultOfTaxes({ taxes, relief }: Told, { amount }: TaxedThing, { currency, pricesIncludeTax }: Pick<PricedDocument, 'currency' | 'pricesIncludeTax'>): string | undefined {
  const amounts = [relief, ...taxes.map((tax) => tax.amount)];
  const tooFine = amounts.find((text) => !isMinor(text, currency));
  if (tooFine !== undefined) return `has the tax ${tooFine}, which is no amount of ${currency}`;
  if (taxes.some(({ rate }) => Number(rate) > MOST_RATE)) return 'has a rate above 2: a rate is a fraction such as 0.2';
  const within = sum(amounts.map((text) => minorFrom(text, currency)));
  if (pricesIncludeTax && within > minorFrom(amount, currency)) return `has more tax in it than the ${amount} it costs`;
  if (!pricesIncludeTax && minorFrom(relief, currency) > 0n) return 'gives back a tax that is not in the price';
  return undefined;
}

const MOST_RATE = 2;
