import { toMicro } from '#kernel/quantity.ts';
import type { CatalogContext } from './context.ts';
import { DEMO_BOX_PRICE, DEMO_PRODUCTS, DEMO_SUBSTITUTES } from './demo-products.ts';
import { DEMO_TAX_RATES } from './demo-tax-rates.ts';
import { setSubstitutes } from './use-cases/set-substitutes.ts';
import { upsertPrices } from './use-cases/upsert-prices.ts';
import { upsertProducts } from './use-cases/upsert-products.ts';
import { upsertTaxRates } from './use-cases/upsert-tax-rates.ts';

const TIERS = ['1', '10', '100'];

/** Fills an empty catalog with the products of the demo. Prices come last and are what it looks for: a start that was killed half-way begins again. */
export async function seedDemoCatalog(context: CatalogContext): Promise<void> {
  const something = await context.db.sql.selectFrom('PriceList').select('code').limit(1).executeTakeFirst();
  if (something) return;
  await upsertProducts(
    context,
    DEMO_PRODUCTS.map(({ prices: _prices, onHand: _onHand, ...record }) => record),
  );
  for (const [sku, substitutes] of DEMO_SUBSTITUTES) await setSubstitutes(context, sku, substitutes);
  await seedStock(context);
  await upsertTaxRates(context, DEMO_TAX_RATES);
  const prices = DEMO_PRODUCTS.flatMap(({ sku, prices }) => prices.map((unitPrice, tier) => ({ sku, minQuantity: TIERS[tier], unitPrice })));
  await upsertPrices(context, { priceList: context.config.sitePriceList, currency: 'GBP', prices: [...prices, DEMO_BOX_PRICE] });
}

async function seedStock({ db: { sql } }: CatalogContext): Promise<void> {
  const counted = DEMO_PRODUCTS.flatMap(({ sku, onHand }) => (onHand === undefined ? [] : { sku, onHandMicro: toMicro(onHand), reservedMicro: 0n, version: 0 }));
  await sql.insertInto('Stock').values(counted).onConflict((oc) => oc.column('sku').doNothing()).execute();
}
