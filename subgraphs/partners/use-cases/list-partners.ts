import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { PartnersContext } from '../context.ts';
import type { Partner } from '../entities/partner.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';

/** By name; there are never many. */
export async function listPartners(context: PartnersContext): Promise<Partner[]> {
  requireAdministrator(context);
  return context.db.sql.selectFrom('Partner').selectAll().orderBy('name').orderBy('id').execute();
}

/** By name; there are never many. */
export async function listSenders(context: PartnersContext): Promise<TrustedSender[]> {
  requireAdministrator(context);
  return context.db.sql.selectFrom('TrustedSender').selectAll().orderBy('name').orderBy('id').execute();
}
