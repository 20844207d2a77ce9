import { z } from 'zod';
import { readSettings, type Env } from '#kernel/settings.ts';
import type { OutsideConfigs } from './outside/open-outside-systems.ts';
import { readOutsideConfig } from './outside/outside-config.ts';

const PRICE_TTL_SECONDS = 300;
const INVENTORY_TTL_SECONDS = 60;

const schema = z.object({
  /** The price list of the site: what everybody pays who has no agreement. */
  sitePriceList: z.string().min(1).default('default'),
  /** Whose assortment buyers see. */
  site: z.string().min(1).default('default'),
  /** How often stock is taken back from checkouts that are too late. */
  releaseEverySeconds: z.coerce.number().positive().max(20).default(10),
});

export type CatalogConfig = Readonly<z.infer<typeof schema>> & { readonly outside: OutsideConfigs };

/** @throws ZodError naming the setting that is wrong */
export function readCatalogConfig(env: Env): CatalogConfig {
  return Object.freeze({
    ...readSettings(schema, 'CATALOG', env),
    outside: {
      priceSource: readOutsideConfig(env, 'CARTWRIGHT_CATALOG_PRICE_SOURCE', PRICE_TTL_SECONDS),
      inventorySource: readOutsideConfig(env, 'CARTWRIGHT_CATALOG_INVENTORY_SOURCE', INVENTORY_TTL_SECONDS),
      taxProvider: readOutsideConfig(env, 'CARTWRIGHT_CATALOG_TAX_PROVIDER', 0),
    },
  });
}
