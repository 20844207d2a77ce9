import { expect, test } from 'vitest';
import { lineTotal, microFrom } from '#kernel/money.ts';
import type { PriceRow } from '../../../subgraphs/catalog/domain/engine/pricing-facts.ts';
import { priceDocument } from '../../../subgraphs/catalog/domain/engine/price-document.ts';
import { factsOf, requestOf, rowOf } from './engine/documents.ts';
import { hasData, readData } from './shared-data.ts';

const SALES = 'uci/online_retail_2010_2011.csv.gz';

interface Sale {
  readonly InvoiceNo: string;
  readonly StockCode: string;
  readonly Quantity: string;
  readonly UnitPrice: string;
  readonly InvoiceDate: string;
}

const keyOf = ({ StockCode, Quantity, InvoiceDate }: Sale): string => `${StockCode} ${Quantity} ${InvoiceDate.slice(0, 10)}`;
const DAY_MS = 86_400_000;

test.skipIf(!hasData(SALES))('price points of the day as tiers give every line of the UCI invoices its price (skipped where the data is absent)', { timeout: 120_000 }, () => {
  const sold = readData<Sale>(SALES).filter(({ Quantity, UnitPrice }) => Number(Quantity) > 0 && Number(UnitPrice) >= 0);
  const points = new Map<string, Set<string>>();
  for (const sale of sold) points.set(keyOf(sale), (points.get(keyOf(sale)) ?? new Set()).add(sale.UnitPrice));
  const sales = sold.filter((sale) => points.get(keyOf(sale))?.size === 1);

  const wrong: string[] = [];
  let priced = 0;
  for (const [day, sold] of Map.groupBy(sales, ({ InvoiceDate }) => InvoiceDate.slice(0, 10))) {
    const facts = factsOf({ tierRule: 'REACHED', prices: { default: tiersOf(day, sold) } });
    for (const [invoice, lines] of Map.groupBy(sold, ({ InvoiceNo }) => InvoiceNo)) {
      const at = new Date(`${lines[0]?.InvoiceDate.replace(' ', 'T')}Z`);
      const document = priceDocument(requestOf({ at, lines: lines.map(({ StockCode, Quantity }) => ({ sku: StockCode, quantity: Quantity })) }), facts);
      document.lines.forEach((line, i) => {
        const { UnitPrice = '0', Quantity = '0', StockCode } = lines[i] ?? {};
        const expected = microFrom(UnitPrice);
        if (line.unitMicro === expected && line.totalMinor === lineTotal(expected, Quantity, 'GBP')) priced++;
        else wrong.push(`${invoice} ${StockCode} x ${Quantity}: ${line.unitMicro} instead of ${UnitPrice}`);
      });
    }
  }
  console.log(`UCI: ${priced} of ${sales.length} lines with one price for SKU, quantity and date reproduced; ${sold.length - sales.length} of ${sold.length} sold lines have several.`);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(priced).toBe(sales.length);
});

/** The price points of a day, each holding on that day from its quantity on. */
function tiersOf(day: string, sold: readonly Sale[]): Record<string, PriceRow[]> {
  const validFrom = new Date(`${day}T00:00:00Z`);
  const tiers: Record<string, PriceRow[]> = {};
  for (const { StockCode, Quantity, UnitPrice } of new Map(sold.map((each) => [keyOf(each), each])).values()) {
    const rows = (tiers[StockCode] ??= []);
    rows.push(rowOf(Quantity, UnitPrice, { validFrom, validUntil: new Date(validFrom.getTime() + DAY_MS) }));
  }
  return tiers;
}
