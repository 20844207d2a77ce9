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
import { listShippingMethods } from '../use-cases/list-shipping-methods.ts';
import { putAccountsInGroup } from '../use-cases/put-accounts-in-group.ts';
import { setSitePricing } from '../use-cases/set-site-pricing.ts';
import { upsertExchangeRates } from '../use-cases/upsert-exchange-rates.ts';
import { upsertShippingMethods } from '../use-cases/upsert-shipping-methods.ts';
import { upsertTaxExemptions } from '../use-cases/upsert-tax-exemptions.ts';
import { upsertTaxRates } from '../use-cases/upsert-tax-rates.ts';
import { PriceListType } from './price.type.ts';
import { AudienceKindEnum } from './pricing-enums.ts';
import { PricingRulesType, ShippingMethodType, SitePricingType } from './pricing-rules.type.ts';
import { SitePricingInput } from './pricing.inputs.ts';
import { ExchangeRateInput, ShippingMethodInput, TaxExemptionInput, TaxRateInput } from './rates.inputs.ts';

/** What the seller's administrators keep beside the prices: taxes, exchange rates, freight, and which list is open to whom. */
@Resolver(() => ShippingMethodType)
export class PricingRulesResolver {
  @Mutation(() => PricingRulesType, { description: 'Loads tax rates: all of them or none. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async upsertTaxRates(@Arg('rates', () => [TaxRateInput], { description: 'From 1 to 1,000 rates.' }) rates: TaxRateInput[], @Ctx() context: CatalogContext): Promise<PricingRulesType> {
    requireAdministrator(context);
    return { name: 'taxTable', version: await upsertTaxRates(context, rates) };
  }

  @Mutation(() => PricingRulesType, { description: 'Loads who pays no tax where: all of them or none. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async upsertTaxExemptions(@Arg('exemptions', () => [TaxExemptionInput], { description: 'From 1 to 1,000 exemptions.' }) exemptions: TaxExemptionInput[], @Ctx() context: CatalogContext): Promise<PricingRulesType> {
    requireAdministrator(context);
    return { name: 'taxTable', version: await upsertTaxExemptions(context, exemptions) };
  }

  @Mutation(() => PricingRulesType, { description: 'Loads exchange rates: all of them or none. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async upsertExchangeRates(@Arg('rates', () => [ExchangeRateInput], { description: 'From 1 to 1,000 rates.' }) rates: ExchangeRateInput[], @Ctx() context: CatalogContext): Promise<PricingRulesType> {
    requireAdministrator(context);
    return { name: 'exchangeRates', version: await upsertExchangeRates(context, rates) };
  }

  @Mutation(() => [ShippingMethodType], { description: 'Loads ways to ship: all of them or none. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async upsertShippingMethods(@Arg('methods', () => [ShippingMethodInput], { description: 'From 1 to 1,000 methods.' }) methods: ShippingMethodInput[], @Ctx() context: CatalogContext): Promise<ShippingMethod[]> {
    requireAdministrator(context);
    return upsertShippingMethods(context, methods);
  }

  @Query(() => [ShippingMethodType], { description: 'The ways to ship that a cart may name, by code. Errors: UNAUTHENTICATED.' })
  async shippingMethods(@Ctx() context: CatalogContext): Promise<ShippingMethod[]> {
    requireViewer(context);
    return listShippingMethods(context);
  }

  @Mutation(() => SitePricingType, { description: 'Says how a site prices. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async setSitePricing(@Arg('input', () => SitePricingInput, { description: 'The whole of it.' }) input: SitePricingInput, @Ctx() context: CatalogContext): Promise<SitePricing> {
    requireAdministrator(context);
    return setSitePricing(context, input);
  }

  @Mutation(() => PriceListType, { description: 'Opens a price list to some buyers, for sites that price at the best price, or closes it. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async assignPriceList(
    @Arg('priceList', () => String, { description: 'The code of the list.' }) priceList: string,
    @Arg('audienceKind', () => AudienceKindEnum, { description: 'Whom: a site, a group or an account.' }) audienceKind: AudienceKind,
    @Arg('audience', () => String, { description: 'The name of the site or group, or the id of the account.' }) audience: string,
    @Arg('open', () => Boolean, { nullable: true, defaultValue: true, description: 'False closes it again.' }) open: boolean | null,
    @Ctx() context: CatalogContext,
  ): Promise<PriceList> {
    requireAdministrator(context);
    return assignPriceList(context, { priceList, audienceKind, audience, open: open ?? true });
  }

  @Mutation(() => Int, { description: 'Puts accounts into a group that price lists are opened to, or takes them out; answers how many moved. Administrators only. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  async putAccountsInGroup(
    @Arg('group', () => String, { description: 'The name of the group; it is there as soon as somebody is in it.' }) group: string,
    @Arg('accountIds', () => [ID], { description: 'From 1 to 1,000 accounts.' }) accountIds: string[],
    @Arg('member', () => Boolean, { nullable: true, defaultValue: true, description: 'False takes them out.' }) member: boolean | null,
    @Ctx() context: CatalogContext,
  ): Promise<number> {
    requireAdministrator(context);
    return putAccountsInGroup(context, group, accountIds, member ?? true);
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
