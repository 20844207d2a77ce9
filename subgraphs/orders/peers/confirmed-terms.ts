import type { Money } from '#kernel/money.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import type { ConfirmedAdjustment, ConfirmedTax, PriceStep, Terms } from '../domain/confirmation.ts';

/* What carts and quotes confirm alike. */

export const CONFIRMED_FIELDS = /* GraphQL */ `
  ownerId
  accountId
  currency
  subtotal { amount }
  discountTotal { amount }
  taxTotal { amount }
  shippingTotal { amount }
  total { amount }
  taxes { code rate base amount }
  adjustments { promotionId name code amount }
  promotionIds
  paymentTerm
  shippingMethod
  pricesIncludeTax
  taxRelief
`;

export const CONFIRMED_LINE_FIELDS = /* GraphQL */ `
  sku
  quantity
  uom
  configuration { optionClass sku quantity }
  unitPrice
  total { amount }
  discount
  taxes { code rate base amount }
  explanation {
    kind
    source
    sourceVersion
    delta { amount currency }
    unitPriceAfter { amount currency }
    note
    losers { source unitPrice { amount currency } reason }
  }
`;

export type Amount = Pick<Money, 'amount'>;

export interface ConfirmedAnswer {
  readonly ownerId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly subtotal: Amount;
  readonly discountTotal: Amount;
  readonly taxTotal: Amount;
  readonly shippingTotal: Amount;
  readonly total: Amount;
  readonly taxes: readonly ConfirmedTax[];
  readonly adjustments: readonly ConfirmedAdjustment[];
  readonly promotionIds: readonly string[];
  readonly paymentTerm: string | null;
  readonly shippingMethod: string | null;
  readonly pricesIncludeTax: boolean;
  readonly taxRelief: string;
}

export interface AnsweredLine {
  readonly quantity: string;
  readonly uom: string;
  readonly configuration?: OptionChoice[] | null;
  readonly discount: string;
  readonly taxes: readonly ConfirmedTax[];
  readonly explanation: readonly PriceStep[];
}

export function termsOf(answer: ConfirmedAnswer): Terms {
  const { accountId, ownerId, currency, taxes, adjustments, promotionIds, paymentTerm, shippingMethod } = answer;
  return {
    accountId,
    ownerId,
    currency,
    subtotal: answer.subtotal.amount,
    discountTotal: answer.discountTotal.amount,
    taxTotal: answer.taxTotal.amount,
    shippingTotal: answer.shippingTotal.amount,
    total: answer.total.amount,
    pricesIncludeTax: answer.pricesIncludeTax,
    taxRelief: answer.taxRelief,
    taxes,
    adjustments,
    promotionIds,
    paymentTerm,
    shippingMethod,
  };
}
