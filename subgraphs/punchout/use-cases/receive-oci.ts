import type { PunchoutContext } from '../context.ts';
import { readOciCall } from '../domain/oci-form.ts';
import { checkPartner } from './check-partner.ts';
import { openSession } from './open-session.ts';
import { requireEnabled } from './save-partner.ts';

/** Somebody comes by the Open Catalog Interface. There is nothing to tell a repeated call by: each opens a session. @returns where the browser goes */
export async function receiveOci(context: PunchoutContext, parameters: Iterable<readonly [string, string]>): Promise<string> {
  requireEnabled(context);
  const { username, password, hookUrl, target } = readOciCall(parameters);
  const partner = await checkPartner(context, 'OCI', [{ identity: username }], password);
  return openSession(context, partner, { protocol: 'OCI', operation: 'CREATE', buyerCookie: '', returnUrl: hookUrl, returnTarget: target, selectedSku: null, items: [] });
}
