import type { PartnersContext } from '../context.ts';

const KEPT_MS = 7 * 24 * 3_600_000;

/** A price that was promised long ago, and that nothing was made of, is nobody's any more. */
export async function forgetOffers({ db, clock }: PartnersContext): Promise<void> {
  const before = new Date(clock.now().getTime() - KEPT_MS);
  await db.transact(({ sql }) =>
    sql
      .deleteFrom('PriceOffer')
      .where('expiresAt', '<', before)
      .where(({ not, exists, selectFrom }) => not(exists(selectFrom('ReceivedTransfer').select('ReceivedTransfer.id').whereRef('ReceivedTransfer.offerId', '=', 'PriceOffer.id'))))
      .execute(),
  );
}
