import { expect, test } from 'vitest';
import { toMicro } from '#kernel/quantity.ts';
import { price, promotion } from './engine/documents.ts';
import { hasData, readData } from './shared-data.ts';

const DETAILS = 'northwind/order_details.csv.gz';
const ORDERS = 'northwind/orders.csv.gz';

interface Detail {
  readonly OrderID: string;
  readonly ProductID: string;
  readonly UnitPrice: string;
  readonly Quantity: string;
  readonly Discount: string;
}

test.skipIf(!hasData(DETAILS))('every Northwind order, its discounts as promotions, is 1,265,793.0395 to the last digit (skipped where the data is absent)', () => {
  const dates = new Map(readData<{ OrderID: string; OrderDate: string }>(ORDERS).map(({ OrderID, OrderDate }) => [OrderID, new Date(`${OrderDate}T00:00:00Z`)]));
  const orders = Map.groupBy(readData<Detail>(DETAILS), ({ OrderID }) => OrderID);
  let [lines, exact] = [0, 0n];
  for (const [order, details] of orders) {
    const discounts = Map.groupBy(details.filter(({ Discount }) => Number(Discount) > 0), ({ Discount }) => Discount);
    const document = price(
      { at: dates.get(order), currency: 'USD', lines: details.map(({ ProductID, Quantity }) => ({ sku: ProductID, quantity: Quantity })) },
      {
        site: { currency: 'USD' },
        currencies: { default: 'USD' },
        prices: { default: Object.fromEntries(details.map(({ ProductID, UnitPrice }) => [ProductID, UnitPrice])) },
        promotions: [...discounts].map(([discount, sold]) => promotion(`off-${discount}`, { percentOff: String(Math.round(Number(discount) * 100)), skus: sold.map(({ ProductID }) => ProductID) })),
      },
    );
    for (const { unitMicro, quantity, problem } of document.lines) {
      expect(problem).toBeNull();
      exact += (unitMicro ?? 0n) * (toMicro(quantity) / 1_000_000n);
      lines++;
    }
  }
  expect([orders.size, lines, exact]).toEqual([830, 2_155, 1_265_793_039_500n]);
});
