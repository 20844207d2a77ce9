import { AccountGroupMember, AccountGroupMemberSchema } from './account-group-member.ts';
import { Agreement, AgreementSchema } from './agreement.ts';
import { AgreementAccount, AgreementAccountSchema } from './agreement-account.ts';
import { ExchangeRate, ExchangeRateSchema } from './exchange-rate.ts';
import { Price, PriceSchema } from './price.ts';
import { PriceList, PriceListSchema } from './price-list.ts';
import { PriceListAssignment, PriceListAssignmentSchema } from './price-list-assignment.ts';
import { Product, ProductSchema } from './product.ts';
import { Promotion, PromotionSchema } from './promotion.ts';
import { PromotionRedemption, PromotionRedemptionSchema } from './promotion-redemption.ts';
import { PromotionUse, PromotionUseSchema } from './promotion-use.ts';
import { RuleVersion, RuleVersionSchema } from './rule-version.ts';
import { ShippingMethod, ShippingMethodSchema } from './shipping-method.ts';
import { SitePricing, SitePricingSchema } from './site-pricing.ts';
import { Stock, StockSchema } from './stock.ts';
import { StockReservation, StockReservationSchema } from './stock-reservation.ts';
import { TaxExemption, TaxExemptionSchema } from './tax-exemption.ts';
import { TaxRate, TaxRateSchema } from './tax-rate.ts';

export interface CatalogTables {
  AccountGroupMember: AccountGroupMember;
  Agreement: Agreement;
  AgreementAccount: AgreementAccount;
  ExchangeRate: ExchangeRate;
  Price: Price;
  PriceList: PriceList;
  PriceListAssignment: PriceListAssignment;
  Product: Product;
  Promotion: Promotion;
  PromotionRedemption: PromotionRedemption;
  PromotionUse: PromotionUse;
  RuleVersion: RuleVersion;
  ShippingMethod: ShippingMethod;
  SitePricing: SitePricing;
  Stock: Stock;
  StockReservation: StockReservation;
  TaxExemption: TaxExemption;
  TaxRate: TaxRate;
}

export const catalogEntities = [
  AccountGroupMemberSchema,
  AgreementSchema,
  AgreementAccountSchema,
  ExchangeRateSchema,
  PriceSchema,
  PriceListSchema,
  PriceListAssignmentSchema,
  ProductSchema,
  PromotionSchema,
  PromotionRedemptionSchema,
  PromotionUseSchema,
  RuleVersionSchema,
  ShippingMethodSchema,
  SitePricingSchema,
  StockSchema,
  StockReservationSchema,
  TaxExemptionSchema,
  TaxRateSchema,
];
