import { refuse } from '#kernel/errors.ts';
import type { PunchoutContext } from '../context.ts';
import type { Identity } from '../domain/cxml-request.ts';
import type { Protocol } from '../domain/session-lifecycle.ts';
import type { PunchoutPartner } from '../entities/punchout-partner.ts';
import { hashOf, isSecret, makeSecret } from './make-secret.ts';

const NOBODY = hashOf(makeSecret());

/** The partner who sends a message, by identity and secret. Unknown ones and wrong secrets are told alike. */
export async function checkPartner({ db }: PunchoutContext, protocol: Protocol, identities: readonly Partial<Identity>[], secret: string): Promise<PunchoutPartner> {
  const found: PunchoutPartner[] = [];
  for (const { domain, identity = '' } of identities) {
    let rows = db.sql.selectFrom('PunchoutPartner').selectAll().where('identity', '=', identity);
    if (domain !== undefined) rows = rows.where('identityDomain', '=', domain);
    found.push(...(await rows.execute()));
  }
  const partner = found.find(({ secretHash }) => isSecret(secret, secretHash));
  if (!partner) {
    if (found.length === 0) isSecret(secret, NOBODY); // takes as long
    throw refuse('SIGN_IN_FAILED', 'The credentials are not known here.');
  }
  if (!partner.active || !partner.protocols.includes(protocol)) throw refuse('FORBIDDEN', 'This partner may not punch out this way now.', { partnerId: partner.id });
  return partner;
}
