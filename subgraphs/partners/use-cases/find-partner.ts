import { refuse } from '#kernel/errors.ts';
import type { PartnersContext, PartnersTx } from '../context.ts';
import type { Partner } from '../entities/partner.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';

type Reads = Pick<PartnersTx, 'sql'> | PartnersContext['db'];

/** @throws NOT_FOUND */
export async function findPartner({ sql }: Reads, id: string): Promise<Partner> {
  const partner = await sql.selectFrom('Partner').selectAll().where('id', '=', id).executeTakeFirst();
  if (!partner) throw refuse('NOT_FOUND', 'There is no such partner.', { partnerId: id });
  return partner;
}

/** @throws NOT_FOUND */
export async function findSender({ sql }: Reads, id: string): Promise<TrustedSender> {
  const sender = await sql.selectFrom('TrustedSender').selectAll().where('id', '=', id).executeTakeFirst();
  if (!sender) throw refuse('NOT_FOUND', 'There is no such sender.', { senderId: id });
  return sender;
}
