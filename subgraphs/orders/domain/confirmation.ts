import type { Money } from '#kernel/money.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { AgreedTerms, ContractTerms } from './contract-terms.ts';
import type { ChosenAddresses, OrderAddress } from './order-addresses.ts';
import { namedByCart, namedByLine, partiesOf, type NamedEndCustomer, type NamedParty, type OrderParties, type People } from './order-parties.ts';
import type { PaymentToUse } from './order-payment.ts';

export interface ConfirmedTax {
  readonly code: string;
  readonly rate: string;
  readonly base: string;
  readonly amount: string;
}

export interface ConfirmedAdjustment {
  readonly promotionId: string;
  readonly name: string;
  readonly code: string | null;
  readonly amount: string;
}

/** Additional information with what people read beside it, as the configuration had it then. */
export interface ExtraField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
}

/** How the cart shall be paid, and by whom. */
export interface PaymentSaid {
  readonly type: string;
  readonly methodId: string | null;
  readonly payerId: string;
  readonly checkNumber: string | null;
}

/** What the buyer said about the whole in the cart; quotes have none of it. [CART-73] */
export interface SaidByBuyer {
  readonly shipToAddressId: string | null;
  readonly billToAddressId: string | null;
  readonly shipToCustomerId: string | null;
  readonly shipToContactId: string | null;
  readonly billToCustomerId: string | null;
  readonly billToContactId: string | null;
  readonly endCustomer: NamedEndCustomer | null;
  readonly purchaseOrderNumber: string | null;
  readonly shippingInstructions: string | null;
  /** A day: 2026-05-03. */
  readonly requestedOn: string | null;
  readonly note: string | null;
  readonly fields: readonly ExtraField[];
  /** The administrators among those the cart is shared with at this moment. [SHARE-36] */
  readonly administratorIds: readonly string[];
}

/** Everything of it but the lines. */
export interface Terms extends Partial<SaidByBuyer> {
  readonly accountId: string;
  readonly ownerId: string;
  readonly currency: string;
  readonly subtotal: string;
  readonly taxTotal: string;
  readonly shippingTotal: string;
  readonly discountTotal: string;
  readonly total: string;
  readonly pricesIncludeTax: boolean;
  /** Tax within the prices that an exempt buyer was spared. */
  readonly taxRelief: string;
  readonly taxes: readonly ConfirmedTax[];
  readonly adjustments: readonly ConfirmedAdjustment[];
  /** The promotions to count as used. */
  readonly promotionIds: readonly string[];
  readonly paymentTerm: string | null;
  readonly shippingMethod: string | null;
  /** The terms a quote was given when it began; they stay as they are. */
  readonly contract?: ContractTerms | null;
}

/** What the buyer confirmed, as the cart or the quote froze it. */
export interface Confirmed<Line = ConfirmedLine> extends Terms {
  /** Of a cart, where somebody said how to pay. */
  readonly paymentSaid?: PaymentSaid | null;
  readonly lines: readonly Line[];
}

export interface ConfirmedLine {
  readonly sku: string;
  /** Null when the product's own name will do. */
  readonly description: string | null;
  readonly quantity: string;
  readonly uom: string;
  /** What was chosen of a model. */
  readonly configuration?: OptionChoice[] | null;
  readonly unitPrice: string;
  readonly total: string;
  /** The line's share of what promotions took off the whole. */
  readonly discount: string;
  readonly taxes: readonly ConfirmedTax[];
  readonly explanation: readonly PriceStep[];
  readonly fields?: readonly ExtraField[];
  readonly shipping?: ConfirmedShipping | null;
  readonly billTo?: NamedParty | null;
  readonly endCustomer?: NamedEndCustomer | null;
  readonly note?: string | null;
  /** A custom item of a quote: the product only stands for it, so nobody counts, renames or takes it back. */
  readonly custom?: true;
}

/** What the shipping of a line differs in from that of the whole; null is as for the whole. */
export interface ConfirmedShipping {
  readonly shipToCustomerId?: string | null;
  readonly shipToContactId?: string | null;
  readonly shipToAddressId: string | null;
  readonly shippingMethod: string | null;
  readonly instructions: string | null;
  readonly requestedOn: string | null;
}

/** The order is written from this and nothing else. [I5] */
export interface Confirmation extends Confirmed<OrderedLine> {
  readonly agreed?: AgreedTerms | null;
  readonly shipTo: OrderAddress | null;
  readonly billTo: OrderAddress | null;
  readonly parties: OrderParties | null;
  readonly payment: PaymentToUse | null;
  /** Of the account, by whose clocks its budgets are counted; null for that of the deployment. */
  readonly timeZone?: string | null;
}

/** Something that a line is put together of, as the catalog said at the moment of the order. */
export interface OrderedComponent {
  readonly sku: string;
  readonly name: string;
  readonly itemType: string;
  readonly uom: string;
  /** How much one of what it is in takes. */
  readonly ratio: string;
  readonly quantity: string;
  /** How many wholes it is within, from 1; each stands before what is in it. */
  readonly depth: number;
  readonly shippable: boolean;
  readonly serialControlled: boolean;
}

export interface Composition {
  readonly itemType: string | null;
  readonly modelKind: string | null;
  readonly components: readonly OrderedComponent[];
}

export interface OrderedLine extends ConfirmedLine {
  /** Absent of a custom item. */
  readonly composition?: Composition;
  readonly parties: OrderParties | null;
  readonly description: string;
  readonly returnable: boolean;
  readonly shippable: boolean;
  readonly serialControlled: boolean;
  readonly shipTo: OrderAddress | null;
}

/** What the catalog says of a product at the moment of the order. */
export interface ProductFacts {
  readonly name: string | null;
  /** Whether it may come back. */
  readonly returnable: boolean;
  /** Whether it is sent. */
  readonly shippable: boolean;
  /** Whether each piece has a serial number. */
  readonly serialControlled: boolean;
}

const CUSTOM_FACTS: ProductFacts = { name: null, returnable: false, shippable: true, serialControlled: false };
const UNKNOWN_FACTS: ProductFacts = { ...CUSTOM_FACTS, returnable: true };

/** What was learned about a confirmed cart or quote, to make an order of it. */
export interface Learned {
  readonly products: ReadonlyMap<string, ProductFacts>;
  readonly compositions: ReadonlyMap<ConfirmedLine, Composition>;
  readonly addresses: ReadonlyMap<string, OrderAddress>;
  readonly people: People;
  readonly payment: PaymentToUse | null;
}

export function confirmationFrom(confirmed: Confirmed, chosen: ChosenAddresses, { products, compositions, addresses, people, payment }: Learned): Confirmation {
  const at = (id: string | null | undefined): OrderAddress | null => (id == null ? null : (addresses.get(id) ?? null));
  const lines = confirmed.lines.map((line): OrderedLine => {
    const { name, returnable, shippable, serialControlled } = line.custom ? CUSTOM_FACTS : (products.get(line.sku) ?? UNKNOWN_FACTS);
    const parties = partiesOf(namedByLine(line), { people, at });
    const composition = compositions.get(line);
    return { ...line, ...(composition && { composition }), description: line.description ?? name ?? line.sku, returnable, shippable, serialControlled, shipTo: at(line.shipping?.shipToAddressId), parties };
  });
  return { ...confirmed, lines, shipTo: at(chosen.shipToAddressId), billTo: at(chosen.billToAddressId), parties: partiesOf(namedByCart(confirmed), { people, at }), payment };
}

export interface PriceStep {
  readonly kind: string;
  readonly source: string;
  readonly sourceVersion?: number | null;
  readonly delta: Money;
  readonly unitPriceAfter: Money;
  readonly note?: string | null;
  readonly losers?: { readonly source: string; readonly unitPrice: Money; readonly reason: string }[] | null;
}
