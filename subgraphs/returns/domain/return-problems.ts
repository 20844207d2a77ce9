import { refuse, type DomainError, type ErrorCode } from '#kernel/errors.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';
import { isPutTogether, type OrderedLine } from './ordered-line.ts';
import type { ReturnAddress, ReturnContact } from './return-address.ts';
import { leftOf, prohibitionOf, type ReturnPolicy } from './return-policy.ts';

/** What keeps a return from being submitted; of the whole where no line is named. */
export interface ReturnProblem {
  readonly code: ErrorCode;
  readonly message: string;
  readonly reason: string | null;
  readonly orderLineId: string | null;
  readonly orderNumber: string | null;
  readonly sku: string | null;
  /** How much may still come back; null where that is not the matter, and for models. */
  readonly returnableQuantity: string | null;
}

export interface JudgedLine {
  readonly orderLineId: string;
  readonly orderNumber: string;
  readonly sku: string;
  readonly quantityMicro: bigint;
  readonly shipTo?: ReturnAddress | null;
  readonly billTo?: ReturnAddress | null;
}

const WHOLE = { orderLineId: null, orderNumber: null, sku: null, returnableQuantity: null };

const at = ({ orderLineId, orderNumber, sku }: JudgedLine) => ({ orderLineId, orderNumber, sku, returnableQuantity: null });

/** Everything that is wrong with what comes back, of every line. [RET-15, RET-16, RET-25] */
export function problemsOfLines(lines: readonly JudgedLine[], ordered: ReadonlyMap<string, OrderedLine>, policy: ReturnPolicy, now: Date): ReturnProblem[] {
  return lines.flatMap((line) => {
    const facts = ordered.get(line.orderLineId);
    if (!facts) return [];
    const prohibition = prohibitionOf(facts, policy, now);
    if (prohibition) return [{ code: 'NOT_RETURNABLE' as const, ...prohibition, ...at(line) }];
    const left = leftOf(facts, policy);
    return line.quantityMicro > toMicro(left) ? [tooMuch(line, facts, left)] : [];
  });
}

/** Of a model only that there is too much of it is said. [RET-25] */
function tooMuch(line: JudgedLine, facts: OrderedLine, left: string): ReturnProblem {
  const problem = { code: 'RETURN_QUANTITY_EXCEEDED', reason: null, ...at(line) } as const;
  if (isPutTogether(facts)) return { ...problem, message: `More of ${facts.sku} in ${facts.orderNumber} would come back than was ordered.` };
  return { ...problem, message: `Of ${facts.sku} in ${facts.orderNumber}, ${left} may still come back; ${fromMicro(line.quantityMicro)} would.`, returnableQuantity: left };
}

export interface ReturnParties {
  readonly billToAccountId: string;
  readonly shipTo?: ReturnAddress | null;
  readonly billTo?: ReturnAddress | null;
  readonly shipToContact?: ReturnContact | null;
  readonly billToContact?: ReturnContact | null;
}

/** What the address book says at this moment. */
export interface KnownParties {
  readonly addressIds: ReadonlySet<string>;
  readonly contactIds: ReadonlySet<string>;
  /** Private people have no contacts. [RET-26] */
  readonly isBusiness: boolean;
}

/** Whether everybody a return names can still be found; of the whole and of every line, each for itself. [RET-26, RET-27] */
export function problemsOfParties(root: ReturnParties, lines: readonly JudgedLine[], { addressIds, contactIds, isBusiness }: KnownParties): ReturnProblem[] {
  const isGone = (address: ReturnAddress | null | undefined): boolean => address != null && !addressIds.has(address.id);
  const isNobody = (contact: ReturnContact | null | undefined): boolean => isBusiness && (contact == null || !contactIds.has(contact.id));
  const problem = (side: 'BILL' | 'SHIP', reason: string, message: string): ReturnProblem => ({ code: side === 'BILL' ? 'RETURN_BILL_TO_INVALID' : 'RETURN_SHIP_TO_INVALID', reason, message, ...WHOLE });
  const found: (ReturnProblem | false)[] = [
    (root.billTo == null || isGone(root.billTo)) && problem('BILL', 'ADDRESS', 'The return needs an address of the account to be credited at.'),
    isNobody(root.billToContact) && problem('BILL', 'CONTACT', 'The return needs a contact of the account to be credited.'),
    (root.shipTo == null || isGone(root.shipTo)) && problem('SHIP', 'ADDRESS', 'The return needs an address of the account that it comes from.'),
    isNobody(root.shipToContact) && problem('SHIP', 'CONTACT', 'The return needs a contact where it comes from.'),
    ...lines.flatMap((line) => [
      isGone(line.billTo) && { ...problem('BILL', 'ADDRESS', `The address ${line.sku} was billed to is no longer there. Choose another.`), ...at(line) },
      isGone(line.shipTo) && { ...problem('SHIP', 'ADDRESS', `The address ${line.sku} went to is no longer there. Choose another.`), ...at(line) },
    ]),
  ];
  return found.filter((each) => each !== false);
}

/** The credit goes to whoever was billed; a return has one of them, whom nobody changes. [RET-29] */
export function problemsOfBilling(billToAccountId: string, lines: readonly JudgedLine[], ordered: ReadonlyMap<string, OrderedLine>): ReturnProblem[] {
  const others = lines.filter(({ orderLineId }) => (ordered.get(orderLineId)?.billToAccountId ?? billToAccountId) !== billToAccountId);
  return others.map((line) => ({ code: 'RETURN_BILL_TO_INVALID', reason: 'CUSTOMER', message: `${line.sku} was billed to another customer than the rest: return it by itself.`, ...at(line) }));
}

/** One refusal for all of it; where errors are told in general, the sentence says no more than that there are some. [RET-16, RET-36] */
export function refusalOf(problems: readonly ReturnProblem[], { detailed }: { readonly detailed: boolean }): DomainError | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const facts = Object.fromEntries(Object.entries(first).filter(([key, value]) => value !== null && key !== 'code' && key !== 'message'));
  return refuse(first.code, detailed ? first.message : 'The return cannot be submitted as it is. Look at its lines and addresses.', { ...facts, lines: problems.filter(({ orderLineId }) => orderLineId !== null), problems });
}
