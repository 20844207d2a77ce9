import { z } from 'zod';

const schema = z.object({
  /** The price list of the site: what everybody pays who has no agreement. */
  sitePriceList: z.string().min(1).default('default'),
  /** Whose assortment buyers see. */
  site: z.string().min(1).default('default'),
  /** How often stock is taken back from checkouts that are too late. */
  releaseEverySeconds: z.coerce.number().positive().max(20).default(10),
});

export type CatalogConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export function readCatalogConfig(env: NodeJS.ProcessEnv): CatalogConfig {
  return Object.freeze(
    schema.parse({
      sitePriceList: env.CARTWRIGHT_CATALOG_SITE_PRICE_LIST,
      site: env.CARTWRIGHT_CATALOG_SITE,
      releaseEverySeconds: env.CARTWRIGHT_CATALOG_RELEASE_EVERY_SECONDS,
    }),
  );
}
