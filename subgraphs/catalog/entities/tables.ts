import { AccountGroupMember, AccountGroupMemberSchema } from './account-group-member.ts';
import { Agreement, AgreementSchema } from './agreement.ts';
import { AgreementAccount, AgreementAccountSchema } from './agreement-account.ts';
import { Category, CategorySchema } from './category.ts';
import { Component, ComponentSchema } from './component.ts';
import { CustomerPartNumber, CustomerPartNumberSchema } from './customer-part-number.ts';
import { ExchangeRate, ExchangeRateSchema } from './exchange-rate.ts';
import { Price, PriceSchema } from './price.ts';
import { PriceList, PriceListSchema } from './price-list.ts';
import { HookDelivery, HookDeliverySchema } from './hook-delivery.ts';
import { PriceListAssignment, PriceListAssignmentSchema } from './price-list-assignment.ts';
import { PriceListLoad, PriceListLoadSchema } from './price-list-load.ts';
import { Product, ProductSchema } from './product.ts';
import { ProductCategory, ProductCategorySchema } from './product-category.ts';
import { ProductSubstitute, ProductSubstituteSchema } from './product-substitute.ts';
import { ProductUnit, ProductUnitSchema } from './product-unit.ts';
import { Promotion, PromotionSchema } from './promotion.ts';
import { PromotionRedemption, PromotionRedemptionSchema } from './promotion-redemption.ts';
import { PromotionUse, PromotionUseSchema } from './promotion-use.ts';
import { RuleVersion, RuleVersionSchema } from './rule-version.ts';
import { ShippingMethod, ShippingMethodSchema } from './shipping-method.ts';
import { SiteAssortment, SiteAssortmentSchema } from './site-assortment.ts';
import { SitePricing, SitePricingSchema } from './site-pricing.ts';
import { Stock, StockSchema } from './stock.ts';
import { StockReservation, StockReservationSchema } from './stock-reservation.ts';
import { StockSupply, StockSupplySchema } from './stock-supply.ts';
import { TaxExemption, TaxExemptionSchema } from './tax-exemption.ts';
import { TaxRate, TaxRateSchema } from './tax-rate.ts';
import { UnitOfMeasure, UnitOfMeasureSchema } from './unit-of-measure.ts';

export interface CatalogTables {
  HookDelivery: HookDelivery;
  AccountGroupMember: AccountGroupMember;
  Agreement: Agreement;
  AgreementAccount: AgreementAccount;
  Category: Category;
  Component: Component;
  CustomerPartNumber: CustomerPartNumber;
  ExchangeRate: ExchangeRate;
  Price: Price;
  PriceList: PriceList;
  PriceListAssignment: PriceListAssignment;
  PriceListLoad: PriceListLoad;
  Product: Product;
  ProductCategory: ProductCategory;
  ProductSubstitute: ProductSubstitute;
  ProductUnit: ProductUnit;
  Promotion: Promotion;
  PromotionRedemption: PromotionRedemption;
  PromotionUse: PromotionUse;
  RuleVersion: RuleVersion;
  ShippingMethod: ShippingMethod;
  SiteAssortment: SiteAssortment;
  SitePricing: SitePricing;
  Stock: Stock;
  StockReservation: StockReservation;
  StockSupply: StockSupply;
  TaxExemption: TaxExemption;
  TaxRate: TaxRate;
  UnitOfMeasure: UnitOfMeasure;
}

export const catalogEntities = [
  HookDeliverySchema,
  AccountGroupMemberSchema,
  AgreementSchema,
  AgreementAccountSchema,
  CategorySchema,
  ComponentSchema,
  CustomerPartNumberSchema,
  ExchangeRateSchema,
  PriceSchema,
  PriceListSchema,
  PriceListAssignmentSchema,
  PriceListLoadSchema,
  ProductSchema,
  ProductCategorySchema,
  ProductSubstituteSchema,
  ProductUnitSchema,
  PromotionSchema,
  PromotionRedemptionSchema,
  PromotionUseSchema,
  RuleVersionSchema,
  ShippingMethodSchema,
  SiteAssortmentSchema,
  SitePricingSchema,
  StockSchema,
  StockReservationSchema,
  StockSupplySchema,
  TaxExemptionSchema,
  TaxRateSchema,
  UnitOfMeasureSchema,
];
