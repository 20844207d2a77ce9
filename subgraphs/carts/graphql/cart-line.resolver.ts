import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { ExtraFieldType, type ExtraField } from '#kernel/extra-field-type.ts';
import { lineTotal, moneyOf, unitMoneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import { MoneyType, PriceStepType, TaxAmountType } from '#kernel/shared-types.ts';
import type { CartsContext } from '../context.ts';
import { showFields } from '../domain/extra-fields.ts';
import { stepsForQuantity, type ExplanationStep, type QuantityStep } from '../domain/price-cart.ts';
import { refTo } from './foreign-types.ts';
import { LineShippingType } from './cart-content.type.ts';
import { shownTax } from './cart-pricing.resolver.ts';
import { asParty, CartEndCustomerType, CartPartyType, flagsOf } from './cart-party.type.ts';
import { CartLineType, QuantityPriceStepType, type ShownLine } from './cart-line.type.ts';
import { ForeignProduct, ForeignUser } from './foreign-types.ts';

@Resolver(() => CartLineType)
export class CartLineResolver {
  @FieldResolver(() => ForeignProduct, { description: 'What is bought.' })
  product(@Root() line: ShownLine): ForeignProduct {
    return { sku: line.sku };
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much of it.' })
  quantity(@Root() line: ShownLine): string {
    return fromMicro(line.quantityMicro);
  }

  @FieldResolver(() => MoneyType, { description: 'The unit price before tiers, agreements and promotions.' })
  listPrice(@Root() line: ShownLine): Money {
    return unitMoneyOf(line.listUnitMicro, line.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What one unit costs; up to six decimals.' })
  unitPrice(@Root() line: ShownLine): Money {
    return unitMoneyOf(line.unitMicro, line.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'Unit price times quantity, rounded half up.' })
  total(@Root() line: ShownLine): Money {
    return moneyOf(line.totalMinor, line.currency);
  }

  @FieldResolver(() => [PriceStepType], { description: 'How the unit price came about: the steps add up to it exactly.' })
  priceExplanation(@Root() line: ShownLine): ExplanationStep[] {
    return line.explanation;
  }

  @FieldResolver(() => [QuantityPriceStepType], { description: 'The same way for the whole quantity: the steps add up to the total of the line.' })
  priceOfQuantity(@Root() line: ShownLine): QuantityStep[] {
    return stepsForQuantity(line, line.currency);
  }

  @FieldResolver(() => MoneyType, { description: 'The list price of the whole quantity.' })
  listTotal(@Root() line: ShownLine): Money {
    return moneyOf(lineTotal(line.listUnitMicro, fromMicro(line.quantityMicro), line.currency), line.currency);
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who added the line.' })
  addedBy(@Root() line: ShownLine): ForeignUser {
    return { id: line.addedById };
  }

  @FieldResolver(() => ForeignUser, { nullable: true, description: 'Who last changed its quantity, unit or agreement; whoever added it while nobody has.' })
  changedBy(@Root() line: ShownLine): ForeignUser {
    return { id: line.changedById ?? line.addedById };
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'When that was; null when it was not yet kept.' })
  changedAt(@Root() line: ShownLine): Date | null {
    return line.changedAt ?? null;
  }

  @FieldResolver(() => MoneyType, { description: 'Its part of what promotions take off the cart as a whole.' })
  discount(@Root() line: ShownLine): Money {
    return moneyOf(line.discountMinor, line.currency);
  }

  @FieldResolver(() => [TaxAmountType], { description: 'Its taxes, one a code; empty unless the site shows taxes by line.' })
  taxes(@Root() line: ShownLine, @Ctx() context: CartsContext): TaxAmountType[] {
    return context.config.lineTaxes ? line.taxes.map((tax) => shownTax(tax, line.currency, context)) : [];
  }

  @FieldResolver(() => LineShippingType, { nullable: true, description: 'How it is shipped, where that differs from the cart; null when it does not.' })
  shipping(@Root() { shipping }: ShownLine): LineShippingType | null {
    if (!shipping) return null;
    const { shipToCustomerId, shipToContactId, shipToAddressId, method, instructions, requestedOn } = shipping;
    return { customer: refTo(shipToCustomerId), contact: refTo(shipToContactId), shipTo: refTo(shipToAddressId), shippingMethod: method, instructions, requestedOn };
  }

  @FieldResolver(() => CartPartyType, { nullable: true, description: 'Who is billed, where that is not whom the cart is billed to; null when it is.' })
  billTo(@Root() { billTo }: ShownLine): CartPartyType | null {
    return billTo ? asParty(billTo) : null;
  }

  @FieldResolver(() => CartEndCustomerType, { nullable: true, description: 'For whom it is in the end, where that was said for the line; null when it is as for the cart.' })
  endCustomer(@Root() { endCustomer }: ShownLine): CartEndCustomerType | null {
    return endCustomer ? { ...asParty(endCustomer), ...flagsOf(endCustomer), isSaid: true } : null;
  }

  @FieldResolver(() => [ExtraFieldType], { description: 'Additional information that was filled in.' })
  fields(@Root() line: ShownLine, @Ctx() { config }: CartsContext): ExtraField[] {
    return showFields(line.fields ?? [], config.extraFields, 'line');
  }

  @FieldResolver(() => String, { nullable: true, description: 'A note on the line.' })
  note(@Root() line: ShownLine): string | null {
    return line.note ?? null;
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The pricing agreement of the line, where it has one of its own.' })
  pricingAgreementId(@Root() line: ShownLine): string | null {
    return line.agreementId ?? null;
  }
}
