import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ExtraFieldType, type ExtraField } from '#kernel/extra-field-type.ts';
import { moneyOf, type Money, unitMoneyOf } from '#kernel/money.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceType } from '#kernel/option-choice-types.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { CurrencyCodeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType } from '#kernel/shared-types.ts';
import { showFields } from '../domain/extra-fields.ts';
import type { Demands } from '../domain/find-gaps.ts';
import { endCustomerOf, hasOwnEndCustomer, type EndCustomer, type Party } from '../domain/parties.ts';
import type { ExplanationStep, TaxAmount } from '../domain/price-cart.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import type { CartWithLines } from '../use-cases/read-cart.ts';

@Directive('@inaccessible')
@ObjectType('ConfirmedTax', { simpleResolvers: true, description: 'For peers: a tax, as decimal text in the currency of the cart.' })
class ConfirmedTaxType implements TaxAmount {
  @Field(() => String) code: string;
  @Field(() => DecimalScalar) rate: string;
  @Field(() => DecimalScalar) base: string;
  @Field(() => DecimalScalar) amount: string;
}

@Directive('@inaccessible')
@ObjectType('ConfirmedAdjustment', { simpleResolvers: true, description: 'For peers: what a promotion takes off the cart as a whole.' })
class ConfirmedAdjustmentType {
  @Field(() => ID) promotionId: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => DecimalScalar) amount: string;
}

@Directive('@inaccessible')
@ObjectType('ConfirmedLineShipping', { simpleResolvers: true, description: 'For peers: what the shipping of a line differs in from that of the cart; null is as for the cart.' })
class ConfirmedLineShippingType {
  @Field(() => ID, { nullable: true }) shipToCustomerId: string | null;
  @Field(() => ID, { nullable: true }) shipToContactId: string | null;
  @Field(() => ID, { nullable: true }) shipToAddressId: string | null;
  @Field(() => String, { nullable: true }) shippingMethod: string | null;
  @Field(() => String, { nullable: true }) instructions: string | null;
  @Field(() => String, { nullable: true }) requestedOn: string | null;
}

@Directive('@inaccessible')
@ObjectType('ConfirmedParty', { simpleResolvers: true, description: 'For peers: a company, a person of it, and a place.' })
class ConfirmedPartyType implements Party {
  @Field(() => ID, { nullable: true }) customerId: string | null;
  @Field(() => ID, { nullable: true }) contactId: string | null;
  @Field(() => ID, { nullable: true }) addressId: string | null;
}

@Directive('@inaccessible')
@ObjectType('ConfirmedEndCustomer', { simpleResolvers: true, description: 'For peers: for whom goods are in the end.' })
class ConfirmedEndCustomerType extends ConfirmedPartyType implements EndCustomer {
  @Field(() => Boolean) isSameAsShipTo: boolean;
  @Field(() => Boolean) isInstallLocation: boolean;
}

@Directive('@inaccessible')
@ObjectType('ConfirmedPayment', { simpleResolvers: true, description: 'For peers: how the cart shall be paid, and by whom.' })
class ConfirmedPaymentType {
  @Field(() => String) type: string;
  @Field(() => ID, { nullable: true }) methodId: string | null;
  @Field(() => ID) payerId: string;
  @Field(() => String, { nullable: true }) checkNumber: string | null;
}

@Directive('@inaccessible')
@ObjectType('CartConfirmationLine', { simpleResolvers: true, description: 'For peers: a line as it was confirmed.' })
export class CartConfirmationLineType {
  @Field(() => ID) lineId: string;
  @Field(() => String) sku: string;
  @Field(() => DecimalScalar) quantity: string;
  @Field(() => String) uom: string;
  @Field(() => [OptionChoiceType], { nullable: true }) configuration?: OptionChoice[] | null;
  @Field(() => DecimalScalar) unitPrice: string;
  @Field(() => MoneyType) total: Money;
  @Field(() => DecimalScalar) discount: string;
  @Field(() => [ConfirmedTaxType]) taxes: TaxAmount[];
  @Field(() => [PriceStepType]) explanation: ExplanationStep[];
  @Field(() => [ExtraFieldType]) fields: ExtraField[];
  @Field(() => ConfirmedLineShippingType, { nullable: true }) shipping?: ConfirmedLineShippingType | null;
  @Field(() => ConfirmedPartyType, { nullable: true }) billTo?: Party | null;
  @Field(() => ConfirmedEndCustomerType, { nullable: true }) endCustomer?: EndCustomer | null;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@Directive('@inaccessible')
@ObjectType('CartConfirmation', { simpleResolvers: true, description: 'For peers: a cart held still by a checkout, at the price its buyer confirmed.' })
export class CartConfirmationType {
  @Field(() => ID) cartId: string;
  @Field(() => ID) ownerId: string;
  @Field(() => ID) accountId: string;
  @Field(() => CurrencyCodeScalar) currency: string;
  @Field(() => MoneyType) subtotal: Money;
  @Field(() => MoneyType) discountTotal: Money;
  @Field(() => MoneyType) taxTotal: Money;
  @Field(() => [ConfirmedTaxType]) taxes: TaxAmount[];
  @Field(() => [ConfirmedAdjustmentType]) adjustments: ConfirmedAdjustmentType[];
  @Field(() => [ID]) promotionIds: string[];
  @Field(() => String, { nullable: true }) paymentTerm: string | null;
  @Field(() => String, { nullable: true }) shippingMethod: string | null;
  @Field(() => Boolean) pricesIncludeTax: boolean;
  @Field(() => DecimalScalar) taxRelief: string;
  @Field(() => MoneyType) shippingTotal: Money;
  @Field(() => MoneyType) total: Money;
  @Field(() => ID, { nullable: true }) shipToAddressId: string | null;
  @Field(() => ID, { nullable: true }) billToAddressId: string | null;
  @Field(() => ID, { nullable: true }) shipToCustomerId: string | null;
  @Field(() => ID, { nullable: true }) shipToContactId: string | null;
  @Field(() => ID, { nullable: true }) billToCustomerId: string | null;
  @Field(() => ID, { nullable: true }) billToContactId: string | null;
  @Field(() => ConfirmedEndCustomerType, { nullable: true }) endCustomer: EndCustomer | null;
  @Field(() => String, { nullable: true }) purchaseOrderNumber: string | null;
  @Field(() => String, { nullable: true }) shippingInstructions: string | null;
  @Field(() => String, { nullable: true }) requestedOn: string | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => ConfirmedPaymentType, { nullable: true }) payment: ConfirmedPaymentType | null;
  @Field(() => [ExtraFieldType]) fields: ExtraField[];
  @Field(() => [ID]) administratorIds: string[];
  @Field(() => [CartConfirmationLineType]) lines: CartConfirmationLineType[];
}

/** @param administratorIds of members */
export function confirmationOf({ cart, lines }: CartWithLines, administratorIds: string[], { extraFields: definitions, endCustomer: asksEndCustomer }: Pick<Demands, 'extraFields' | 'endCustomer'>): CartConfirmationType {
  const namesEnd = cart.business && asksEndCustomer;
  const money = (minor: bigint): Money => moneyOf(minor, cart.currency);
  return {
    cartId: cart.id,
    ownerId: cart.ownerId,
    accountId: cart.accountId,
    currency: cart.currency,
    subtotal: money(cart.subtotalMinor),
    discountTotal: money(cart.discountTotalMinor),
    taxTotal: money(cart.taxTotalMinor),
    taxes: [...cart.pricing.taxes],
    adjustments: [...cart.pricing.adjustments],
    promotionIds: [...cart.pricing.promotionIds],
    paymentTerm: cart.pricing.paymentTerm,
    shippingMethod: cart.shippingMethod ?? null,
    pricesIncludeTax: cart.pricing.pricesIncludeTax,
    taxRelief: cart.pricing.taxRelief,
    shippingTotal: money(cart.shippingTotalMinor),
    total: money(cart.totalMinor),
    shipToAddressId: cart.shipToAddressId ?? null,
    billToAddressId: cart.billToAddressId ?? null,
    shipToCustomerId: cart.shipToCustomerId ?? null,
    shipToContactId: cart.shipToContactId ?? null,
    billToCustomerId: cart.billToCustomerId ?? null,
    billToContactId: cart.billToContactId ?? null,
    endCustomer: namesEnd ? endCustomerOf(cart) : null,
    purchaseOrderNumber: cart.purchaseOrderNumber ?? null,
    shippingInstructions: cart.shippingInstructions ?? null,
    requestedOn: cart.requestedOn ?? null,
    note: cart.note ?? null,
    payment: cart.payment ?? null,
    fields: showFields(cart.fields ?? [], definitions, 'cart'),
    administratorIds,
    lines: lines.map((line): CartConfirmationLineType => ({
      lineId: line.id,
      sku: line.sku,
      quantity: fromMicro(line.quantityMicro),
      uom: line.uom,
      configuration: line.configuration,
      unitPrice: unitMoneyOf(line.unitMicro, cart.currency).amount,
      total: money(line.totalMinor),
      discount: money(line.discountMinor).amount,
      taxes: line.taxes,
      explanation: line.explanation,
      fields: showFields(line.fields ?? [], definitions, 'line'),
      shipping: shippingOf(line),
      billTo: line.billTo ?? null,
      endCustomer: namesEnd && hasOwnEndCustomer(cart, line) ? endCustomerOf(cart, line) : null,
      note: line.note ?? null,
    })).concat(cart.pricing.freeGoods.map((goods) => freeLine(goods, money(0n)))),
  };
}

function shippingOf({ shipping }: Pick<CartLine, 'shipping'>): ConfirmedLineShippingType | null {
  if (!shipping) return null;
  const { shipToCustomerId = null, shipToContactId = null, shipToAddressId, method, instructions, requestedOn } = shipping;
  return { shipToCustomerId, shipToContactId, shipToAddressId, shippingMethod: method, instructions, requestedOn };
}

/** Goods that a promotion gives are lines of the order that cost nothing. */
function freeLine({ sku, quantity, uom, promotionId }: Cart['pricing']['freeGoods'][number], nothing: Money): CartConfirmationLineType {
  const step = { kind: 'PROMOTION', source: promotionId, delta: nothing, unitPriceAfter: nothing, note: 'Free goods' };
  return { lineId: `${promotionId}:${sku}`, sku, quantity, uom, unitPrice: '0', total: nothing, discount: '0', taxes: [], explanation: [step], fields: [] };
}
