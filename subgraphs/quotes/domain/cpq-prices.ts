import { microFrom, minorFrom, moneyOf } from '#kernel/money.ts';
import type { CpqAnswer } from './cpq-transaction.ts';
import type { DraftLine, QuoteTotals } from './price-quote.ts';
import type { QuoteTerms } from './quote-terms.ts';

/* What an outside CPQ answers of a whole transaction is taken as a whole, or not at all. */

interface Transaction {
  readonly currency: string;
  readonly lines: readonly DraftLine[];
  readonly terms: QuoteTerms;
}

export type CpqFault = 'OTHER_CURRENCY' | 'UNKNOWN_LINE' | 'FREIGHT_WITHOUT_METHOD' | 'OTHER_SUM';

/** Who set a price that came from there. */
const CPQ = 'CPQ';

/** The transaction at their prices: lines at theirs, their discount and freight; undefined when it stands at those already. */
export function withCpqPrices({ currency, lines, terms }: Transaction, answer: CpqAnswer): Pick<Transaction, 'lines' | 'terms'> | CpqFault | undefined {
  if ((answer.currency ?? currency) !== currency || answer.lines.some((line) => line.currency !== currency)) return 'OTHER_CURRENCY';
  const prices = new Map(answer.lines.map(({ id, unitPrice }) => [id, microFrom(unitPrice)]));
  if (answer.lines.some(({ id }) => !lines.some((line) => line.id === id))) return 'UNKNOWN_LINE';
  if (answer.freight !== null && terms.shippingMethod === null) return 'FREIGHT_WITHOUT_METHOD';
  const amount = (text: string | null): string | null => (text === null ? null : moneyOf(minorFrom(text, currency), currency).amount);
  const priced = lines.map((line) => pricedThere(line, prices.get(line.id)));
  const agreed = { ...terms, discount: amount(answer.discount) ?? terms.discount ?? null, freight: amount(answer.freight) ?? terms.freight ?? null };
  const isSame = agreed.discount === (terms.discount ?? null) && agreed.freight === (terms.freight ?? null) && priced.every((line, i) => line === lines[i]);
  return isSame ? undefined : { lines: priced, terms: agreed };
}

const pricedThere = (line: DraftLine, unitMicro: bigint | undefined): DraftLine => (unitMicro === undefined || unitMicro === line.overrideUnitMicro ? line : { ...line, overrideUnitMicro: unitMicro, overrideBy: CPQ });

/** Whether the sums they named, if any, are those their prices come to. */
export function comesTo({ subtotalMinor, totalMinor }: Pick<QuoteTotals, 'subtotalMinor' | 'totalMinor'>, { subtotal, total }: Pick<CpqAnswer, 'subtotal' | 'total'>, currency: string): boolean {
  return (subtotal === null || minorFrom(subtotal, currency) === subtotalMinor) && (total === null || minorFrom(total, currency) === totalMinor);
}
