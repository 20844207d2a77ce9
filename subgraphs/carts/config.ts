import { z } from 'zod';

const schema = z.object({
  /** Shown for a cart nobody has named. [CART-22] */
  defaultName: z.string().default('Store'),
  /** Shown for a cart that was put aside without a name of its own. [CART-22] */
  systemSavedName: z.string().default('Store Saved'),
  activeCartDays: z.coerce.number().int().positive().default(15),
  savedCartDays: z.coerce.number().int().positive().default(30),
  sharing: z.stringbool().default(false),
  promotionCodes: z.stringbool().default(true),
  /** Whether lines show their own taxes; the cart always does. [CART-81] */
  lineTaxes: z.stringbool().default(false),
});

export type CartsConfig = Readonly<z.infer<typeof schema>>;

/** @throws ZodError naming the setting that is wrong */
export function readCartsConfig(env: NodeJS.ProcessEnv): CartsConfig {
  return Object.freeze(
    schema.parse({
      defaultName: env.CARTWRIGHT_CARTS_DEFAULT_NAME,
      systemSavedName: env.CARTWRIGHT_CARTS_SYSTEM_SAVED_NAME,
      activeCartDays: env.CARTWRIGHT_CARTS_ACTIVE_DAYS,
      savedCartDays: env.CARTWRIGHT_CARTS_SAVED_DAYS,
      sharing: env.CARTWRIGHT_CARTS_SHARING,
      lineTaxes: env.CARTWRIGHT_CARTS_LINE_TAXES,
      promotionCodes: env.CARTWRIGHT_CARTS_PROMOTION_CODES,
    }),
  );
}
