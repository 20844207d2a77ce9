import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { MoneyType } from '#kernel/shared-types.ts';
import { requireAdministrator, requireViewer } from '#kernel/viewer-guard.ts';
import type { CatalogContext } from '../context.ts';
import type { AudienceKind } from '../domain/audience.ts';
import type { PriceList } from '../entities/price-list.ts';
import type { ShippingMethod } from '../entities/shipping-method.ts';
import type { SitePricing } from '../entities/site-pricing.ts';
import { assignPriceList } from '../use-cases/assign-price-list.ts';
import { listPricingRules } from '../use-cases/list-pricing-rules.ts';
import { listShippingMethods } from '../use-cases/list-shipping-methods.ts';
import { putAccountsInGroup } from '../use-cases/put-accounts-in-group.ts';
import { setSitePricing } from '../use-cases/set-site-pricing.ts';
import { upsertExchangeRates } from '../use-cases/upsert-exchange-rates.ts';
import { upsertShippingMethods } from '../use-cases/upsert-shipping-methods.ts';
import { findTaxHandling, type TaxHandling } from '../use-cases/find-tax-handling.ts';
import { upsertTaxExemptions } from '../use-cases/upsert-tax-exemptions.ts';
import { upsertTaxRates } from '../use-cases/upsert-tax-rates.ts';
import { EXPECTED_VERSION } from './expected-version.ts';
import { PriceListType } from './price.type.ts';
import { AudienceKindEnum, TaxHandlingEnum } from './pricing-enums.ts';
import { PricingRulesType, ShippingMethodType, SitePricingType } from './pricing-rules.type.ts';
import { SitePricingInput } from './pricing.inputs.ts';
import { ExchangeRateInput, ShippingMethodInput, TaxExemptionInput, TaxRateInput } from './rates.inputs.ts';

/** What the seller's administrators keep beside the prices: taxes, exchange rates, freight, and which list is open to whom. */
@Resolver(() => ShippingMethodType)
export class PricingRulesResolver {
  @Mutation(() => PricingRulesType, { description: 'Loads tax rates: all of them or none. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async upsertTaxRates(
    @Arg('rates', () => [TaxRateInput], { description: 'From 1 to 1,000 rates.' }) rates: TaxRateInput[],
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<PricingRulesType> {
    requireAdministrator(context);
    return { name: 'taxTable', version: await upsertTaxRates(context, rates, expectedVersion) };
  }

  @Mutation(() => PricingRulesType, { description: 'Loads who pays no tax where: all of them or none. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async upsertTaxExemptions(
    @Arg('exemptions', () => [TaxExemptionInput], { description: 'From 1 to 1,000 exemptions.' }) exemptions: TaxExemptionInput[],
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<PricingRulesType> {
    requireAdministrator(context);
    return { name: 'taxTable', version: await upsertTaxExemptions(context, exemptions, expectedVersion) };
  }

  @Mutation(() => PricingRulesType, { description: 'Loads exchange rates: all of them or none. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async upsertExchangeRates(
    @Arg('rates', () => [ExchangeRateInput], { description: 'From 1 to 1,000 rates.' }) rates: ExchangeRateInput[],
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<PricingRulesType> {
    requireAdministrator(context);
    return { name: 'exchangeRates', version: await upsertExchangeRates(context, rates, expectedVersion) };
  }

  @Mutation(() => [ShippingMethodType], { description: 'Loads ways to ship: all of them or none. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async upsertShippingMethods(
    @Arg('methods', () => [ShippingMethodInput], { description: 'From 1 to 1,000 methods.' }) methods: ShippingMethodInput[],
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<ShippingMethod[]> {
    requireAdministrator(context);
    return upsertShippingMethods(context, methods, expectedVersion);
  }

  @Query(() => [PricingRulesType], { description: 'The sets of rules that were ever changed, with their versions. Administrators only. Errors: FORBIDDEN.' })
  async pricingRules(@Ctx() context: CatalogContext): Promise<PricingRulesType[]> {
    requireAdministrator(context);
    return listPricingRules(context);
  }

  @Query(() => TaxHandlingEnum, { description: "How the viewer's account is taxed in a country now; STANDARD where no record says otherwise. Errors: UNAUTHENTICATED." })
  taxHandling(@Arg('country', () => String, { description: 'ISO 3166-1 alpha-2 country code.' }) country: string, @Ctx() context: CatalogContext): Promise<TaxHandling> {
    return findTaxHandling(context, country);
  }

  @Query(() => [ShippingMethodType], { description: 'The ways to ship that a cart may name, by code. Errors: UNAUTHENTICATED.' })
  async shippingMethods(@Ctx() context: CatalogContext): Promise<ShippingMethod[]> {
    requireViewer(context);
    return listShippingMethods(context);
  }

  @Mutation(() => SitePricingType, { description: 'Says how a site prices. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async setSitePricing(
    @Arg('input', () => SitePricingInput, { description: 'The whole of it.' }) input: SitePricingInput,
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<SitePricing> {
    requireAdministrator(context);
    return setSitePricing(context, input, expectedVersion);
  }

  @Mutation(() => PriceListType, { description: 'Opens a price list to some buyers, for sites that price at the best price, or closes it. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async assignPriceList(
    @Arg('priceList', () => String, { description: 'The code of the list.' }) priceList: string,
    @Arg('audienceKind', () => AudienceKindEnum, { description: 'Whom: a site, a group or an account.' }) audienceKind: AudienceKind,
    @Arg('audience', () => String, { description: 'The name of the site or group, or the id of the account.' }) audience: string,
    @Arg('open', () => Boolean, { nullable: true, defaultValue: true, description: 'False closes it again.' }) open: boolean | null,
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<PriceList> {
    requireAdministrator(context);
    return assignPriceList(context, { priceList, audienceKind, audience, open: open ?? true }, expectedVersion);
  }

  @Mutation(() => Int, { description: 'Puts accounts into a group that price lists are opened to, or takes them out; answers how many moved. Administrators only. Errors: FORBIDDEN, STALE_VERSION, BAD_USER_INPUT.' })
  async putAccountsInGroup(
    @Arg('group', () => String, { description: 'The name of the group; it is there as soon as somebody is in it.' }) group: string,
    @Arg('accountIds', () => [ID], { description: 'From 1 to 1,000 accounts.' }) accountIds: string[],
    @Arg('member', () => Boolean, { nullable: true, defaultValue: true, description: 'False takes them out.' }) member: boolean | null,
    @Arg(...EXPECTED_VERSION) expectedVersion: number | null,
    @Ctx() context: CatalogContext,
  ): Promise<number> {
    requireAdministrator(context);
    return putAccountsInGroup(context, group, accountIds, member ?? true, expectedVersion);
  }

  @FieldResolver(() => MoneyType, { description: 'What each delivery costs.' })
  flat(@Root() { flatMinor, currency }: ShippingMethod): Money {
    return moneyOf(flatMinor, currency);
  }

  @FieldResolver(() => MoneyType, { description: 'What each kilogram adds.' })
  perKilogram(@Root() { perKilogramMinor, currency }: ShippingMethod): Money {
    return moneyOf(perKilogramMinor, currency);
  }

  @FieldResolver(() => MoneyType, { nullable: true, description: 'Goods worth so much travel free; null: never.' })
  freeFrom(@Root() { freeFromMinor, currency }: ShippingMethod): Money | null {
    return freeFromMinor == null ? null : moneyOf(freeFromMinor, currency);
  }
}
