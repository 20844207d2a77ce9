import { allocate, minorFrom, sum } from '#kernel/money.ts';
import type { Confirmed, ConfirmedLine } from './confirmation.ts';

/**
 * What was paid for each line: its total less its part of the discount, and its taxes where prices do not include them.
 * Tax within the prices that an exempt buyer was spared is told for the document only, so it is shared out, freight too.
 * All lines and the freight with its taxes are the total of the order. [I13]
 */
export function paidForLines(confirmed: Confirmed): bigint[] {
  const { currency, lines, pricesIncludeTax } = confirmed;
  const paid = lines.map((line) => paidFor(line, currency, pricesIncludeTax));
  const reliefMinor = pricesIncludeTax ? minorFrom(confirmed.taxRelief, currency) : 0n;
  if (reliefMinor === 0n) return paid;
  const spared = allocate(reliefMinor, [...paid, minorFrom(confirmed.shippingTotal, currency)], currency);
  return paid.map((minor, i) => minor - (spared[i] ?? 0n));
}

function paidFor({ total, discount, taxes }: ConfirmedLine, currency: string, pricesIncludeTax: boolean): bigint {
  const net = minorFrom(total, currency) - minorFrom(discount, currency);
  return pricesIncludeTax ? net : sum([net, ...taxes.map(({ amount }) => minorFrom(amount, currency))]);
}
