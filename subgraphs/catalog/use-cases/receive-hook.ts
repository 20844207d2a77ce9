import { z } from 'zod';
import { isRefusal } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import { HOOK_WINDOW_MS, isGenuine, type HookDelivered } from '../domain/judge-hook.ts';
import type { OutsideConfig } from '../outside/outside-config.ts';
import { forgetOutsidePrices, forgetOutsideStock } from './forget-outside-answers.ts';

/** What the sender is answered, as a status of HTTP. */
export interface HookAnswer {
  readonly status: 200 | 400 | 401 | 404;
  /** How many kept answers are gone; none when the same push came before. */
  readonly forgotten?: number;
  readonly error?: string;
}

interface Hook {
  readonly config: (context: CatalogContext) => OutsideConfig;
  readonly take: (context: CatalogContext, body: unknown) => Promise<number>;
}

const Prices = z.object({ items: z.array(z.object({ sku: z.string(), uom: z.string().nullish(), account: z.string().nullish() })) });
const Inventory = z.object({ skus: z.array(z.string()) });

const HOOKS = new Map<string, Hook>([
  ['prices', {
    config: ({ config }) => config.outside.priceSource,
    take: (context, body) => forgetOutsidePrices(context, Prices.parse(body).items.map(({ sku, uom, account }) => ({ sku, uom, accountId: account }))),
  }],
  ['inventory', {
    config: ({ config }) => config.outside.inventorySource,
    take: async (context, body) => forgetOutsideStock(context, Inventory.parse(body).skus),
  }],
]);

/** An outside system pushes what moved, signed with the secret its questions are signed with. The same push again has no effect. [EXT-12] */
export async function receiveHook(context: CatalogContext, name: string, delivered: HookDelivered): Promise<HookAnswer> {
  const hook = HOOKS.get(name);
  const { kind, secret } = hook?.config(context) ?? {};
  if (!hook || kind !== 'http' || secret === undefined) return { status: 404, error: 'Nothing is here.' };
  const now = context.clock.now();
  if (!isGenuine(secret, delivered, now)) return { status: 401, error: 'The signature is not right, or the push is not of the last five minutes.' };
  const id = `${name}:${delivered.id}`;
  const known = await context.db.sql.selectFrom('HookDelivery').select('id').where('id', '=', id).executeTakeFirst();
  if (known) return { status: 200, forgotten: 0 };
  try {
    const forgotten = await hook.take(context, JSON.parse(delivered.body));
    await context.db.sql.insertInto('HookDelivery').values({ id, receivedAt: now }).onConflict((oc) => oc.column('id').doNothing()).execute(); // last: what was not taken in may come again
    return { status: 200, forgotten };
  } catch (error) {
    if (error instanceof z.ZodError) return { status: 400, error: z.prettifyError(error) };
    if (error instanceof SyntaxError) return { status: 400, error: 'The body is no JSON.' };
    if (isRefusal(error, 'BAD_USER_INPUT')) return { status: 400, error: error.message };
    throw error;
  }
}

/** Ids that could not come again anyway, as their moment is past. @returns how many are forgotten */
export async function forgetOldDeliveries({ db, clock }: CatalogContext): Promise<number> {
  const { numDeletedRows } = await db.sql.deleteFrom('HookDelivery').where('receivedAt', '<', new Date(clock.now().getTime() - 2 * HOOK_WINDOW_MS)).executeTakeFirst();
  return Number(numDeletedRows);
}
