import { Decimal } from 'decimal.js';
import { refuse } from '#kernel/errors.ts';
import type { ReturnedCart } from './returned-cart.ts';

export interface FormField {
  readonly name: string;
  readonly value: string;
}

export interface OciCall {
  readonly username: string;
  readonly password: string;
  readonly hookUrl: string;
  readonly target: string | null;
}

/** What a procurement system says when it calls by the Open Catalog Interface; names are in capitals or not, as they come. */
export function readOciCall(parameters: Iterable<readonly [string, string]>): OciCall {
  const given = new Map([...parameters].map(([name, value]) => [name.toUpperCase(), value.trim()]));
  const needed = (name: string): string => {
    const value = given.get(name);
    if (!value) throw refuse('BAD_USER_INPUT', `The parameter ${name} is missing.`, {});
    return value;
  };
  const asked = given.get('FUNCTION');
  if (asked) throw refuse('OPERATION_DISABLED', `The function ${asked.slice(0, 30)} is not offered.`, {});
  return { username: needed('USERNAME'), password: needed('PASSWORD'), hookUrl: needed('HOOK_URL'), target: given.get('~TARGET') || null };
}

const LONGEST = { description: 40, vendorMat: 40 } as const;
const DECIMALS = 3;

/** A price has three decimals at most: finer ones are told for ten, a hundred or a thousand units, without rounding. */
function priceOf(unitPrice: string): { readonly price: string; readonly unit: string } {
  const exact = new Decimal(unitPrice);
  const power = Math.max(0, exact.decimalPlaces() - DECIMALS);
  return { price: exact.times(new Decimal(10).pow(power)).toFixed(DECIMALS), unit: new Decimal(10).pow(power).toFixed(0) };
}

/** The cart as fields of a form, one set an item, counted from 1. The session goes along as an offer of ours. */
export function ociFields(sessionId: string, { lines, currency }: ReturnedCart): FormField[] {
  const back = [{ name: '~OkCode', value: 'ADDI' }, { name: '~caller', value: 'CTLG' }];
  return lines.reduce<FormField[]>((fields, { sku, description, quantity, uom, unitPrice }, i) => {
    const { price, unit } = priceOf(unitPrice);
    const field = (name: string, value: string): FormField => ({ name: `NEW_ITEM-${name}[${i + 1}]`, value });
    return [
      ...fields,
      field('DESCRIPTION', description.slice(0, LONGEST.description)),
      field('QUANTITY', new Decimal(quantity).toFixed(DECIMALS)),
      field('UNIT', uom),
      field('PRICE', price),
      field('PRICEUNIT', unit),
      field('CURRENCY', currency),
      field('VENDORMAT', sku.slice(0, LONGEST.vendorMat)),
      field('EXT_PRODUCT_ID', sku.slice(0, LONGEST.vendorMat)),
      field('EXT_QUOTE_ID', sessionId.replaceAll('-', '')),
      field('EXT_QUOTE_ITEM', String(i + 1)),
      { name: `NEW_ITEM-LONGTEXT_${i + 1}:132[]`, value: description },
    ];
  }, back);
}
