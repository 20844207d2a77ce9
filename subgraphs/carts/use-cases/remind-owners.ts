import { isoDayOf } from '#kernel/time-zone.ts';
import type { CartsContext } from '../context.ts';
import { announceNotices } from './announce-notices.ts';
import type { CartsTx } from './write-cart.ts';

type Services = Pick<CartsContext, 'db' | 'clock' | 'config'>;

const AT_ONCE = 500;
const DAY_MS = 86_400_000;

/** Reminds owners of carts that end soon, once for each last day; what a checkout holds needs no reminder, and guests have no address. @returns how many [NOTIF-02] */
export async function remindOwners({ db, clock, config }: Services): Promise<number> {
  if (config.reminderDays === 0) return 0;
  const now = clock.now();
  const due = await endingSoon(db.sql, now, config.reminderDays).select('id').orderBy('expiresAt').limit(AT_ONCE).execute();
  let reminded = 0;
  for (const { id } of due) {
    await db.transact(async (tx) => {
      const cart = await endingSoon(tx.sql, now, config.reminderDays).selectAll().where('id', '=', id).executeTakeFirst();
      if (!cart) return; // changed in the meantime, or another round was faster
      const { accountId, ownerId, expiresAt: endsAt, timeZone } = cart;
      await tx.sql.insertInto('CartReminder').values({ cartId: id, accountId, endsAt }).onConflict((oc) => oc.column('cartId').doUpdateSet({ endsAt })).execute();
      await announceNotices(tx, cart, null, [{ type: 'REMINDER', cartId: id, to: { userId: ownerId }, endsOn: isoDayOf(endsAt, timeZone) }]);
      reminded++;
    });
  }
  return reminded;
}

const endingSoon = (sql: CartsTx['sql'], now: Date, days: number) =>
  sql
    .selectFrom('Cart')
    .where('status', 'in', ['ACTIVE', 'SAVED'])
    .where('guest', '=', false)
    .where('lineCount', '>', 0)
    .where('expiresAt', '>', now)
    .where('expiresAt', '<=', new Date(now.getTime() + days * DAY_MS))
    .where('checkoutId', 'is', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('CartReminder').select('cartId').whereRef('CartReminder.cartId', '=', 'Cart.id').whereRef('CartReminder.endsAt', '=', 'Cart.expiresAt'))));
