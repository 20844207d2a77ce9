import { Field, ID, InputType, Int } from 'type-graphql';
import { CurrencyCodeScalar, DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { ExchangeRateRecord, ExemptionRecord, TaxRateRecord } from '../domain/complete-rates.ts';
import type { ShippingMethodRecord } from '../domain/complete-shipping.ts';
import type { TaxClass } from '../domain/tax-classes.ts';
import { TaxClassEnum } from './product-enums.ts';

@InputType('TaxRateInput', { description: 'The rate of a tax code for a class of goods in a territory from a day on; the same code, territory, class and start replace the rate there was.' })
export class TaxRateInput implements TaxRateRecord {
  @Field(() => String, { description: 'The tax code, such as "VAT"; several codes may hold in one territory.' })
  code: string;
  @Field(() => String, { description: 'The country, ISO 3166 of two letters.' })
  country: string;
  @Field(() => String, { nullable: true, description: "A region of it, whose rate stands before the country's of the same code; the whole country when left out." })
  region?: string | null;
  @Field(() => TaxClassEnum, { nullable: true, defaultValue: 'STANDARD', description: 'The goods it is for; EXEMPT has no rate.' })
  taxClass?: TaxClass | null;
  @Field(() => DecimalScalar, { description: 'The rate as a fraction: "0.2" is twenty per cent.' })
  rate: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it holds; since ever when left out. Of two that hold, the one that began later wins.' })
  validFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it no longer holds; without end when left out.' })
  validUntil?: Date | null;
}

@InputType('TaxExemptionInput', { description: 'An account that pays no tax, or not this one, in a country.' })
export class TaxExemptionInput implements ExemptionRecord {
  @Field(() => ID, { description: 'The account.' })
  accountId: string;
  @Field(() => String, { description: 'The country, ISO 3166 of two letters.' })
  country: string;
  @Field(() => String, { nullable: true, description: 'The tax code; every code when left out.' })
  code?: string | null;
  @Field(() => String, { nullable: true, description: 'The certificate it rests on.' })
  certificate?: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it holds; since ever when left out.' })
  validFrom?: Date | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it no longer holds; without end when left out.' })
  validUntil?: Date | null;
}

@InputType('ExchangeRateInput', { description: 'So many of one currency for one of another, until the next rate begins. It serves both ways.' })
export class ExchangeRateInput implements ExchangeRateRecord {
  @Field(() => CurrencyCodeScalar, { description: 'The currency of which one is exchanged.' })
  base: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency it is exchanged for.' })
  quote: string;
  @Field(() => DecimalScalar, { description: 'How many of quote one of base costs.' })
  rate: string;
  @Field(() => DateTimeScalar, { nullable: true, description: 'The first moment it holds; since ever when left out.' })
  validFrom?: Date | null;
  @Field(() => Int, { nullable: true, description: 'Decimals a converted unit price is rounded to, 0 to 6; six when left out.' })
  decimals?: number | null;
}

@InputType('ShippingMethodInput', { description: 'A way to bring goods, as it shall be, found again by its code.' })
export class ShippingMethodInput implements ShippingMethodRecord {
  @Field(() => String, { description: 'The code a cart names it by.' })
  code: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => CurrencyCodeScalar, { description: 'The currency of its amounts; carts in another are converted.' })
  currency: string;
  @Field(() => DecimalScalar, { description: 'What each delivery costs.' })
  flat: string;
  @Field(() => DecimalScalar, { nullable: true, description: 'What each kilogram adds; nothing when left out.' })
  perKilogram?: string | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'Goods worth so much travel free; never when left out.' })
  freeFrom?: string | null;
  @Field(() => [String], { nullable: true, description: 'The countries it serves, ISO 3166 of two letters; all when left out.' })
  countries?: string[] | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether the charge is taxed as the goods are.' })
  taxed?: boolean | null;
  @Field(() => Boolean, { nullable: true, defaultValue: true, description: 'Whether it may be chosen.' })
  active?: boolean | null;
}
