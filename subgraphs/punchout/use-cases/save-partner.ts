import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { PunchoutContext, PunchoutTx } from '../context.ts';
import { isSafe } from '../domain/return-url.ts';
import { PROTOCOLS, type Protocol } from '../domain/session-lifecycle.ts';
import type { PunchoutPartner } from '../entities/punchout-partner.ts';
import { askBuyer } from '../peers/accounts.ts';
import { hashOf, makeSecret } from './make-secret.ts';

export interface NewPartner {
  readonly name: string;
  readonly userId: string;
  readonly identityDomain: string;
  readonly identity: string;
  readonly returnUrls: readonly string[];
  readonly protocols?: readonly Protocol[] | null;
}

export interface PartnerWithSecret {
  readonly partner: PunchoutPartner;
  /** Told once. */
  readonly secret: string;
}

/** A procurement system may send its people from now on. Sent twice the second is refused: its identity is taken. */
export async function createPartner(context: PunchoutContext, input: NewPartner): Promise<PartnerWithSecret> {
  requirePunchout(context);
  const { name, identityDomain, identity, returnUrls, protocols } = input;
  if ([name, identityDomain, identity].some((text) => text.trim() === '')) throw refuse('BAD_USER_INPUT', 'Name, domain and identity are needed.', { fields: ['name', 'identityDomain', 'identity'] });
  checkReturnUrls(context, returnUrls);
  const buyer = await askBuyer(context.ask, input.userId);
  if (!buyer || buyer.kind !== 'BUYER') throw refuse('BAD_USER_INPUT', 'People of a procurement system shop as a business buyer.', { userId: input.userId });
  const secret = makeSecret();
  const now = context.clock.now();
  const partner: PunchoutPartner = {
    id: newId(),
    version: 1,
    accountId: buyer.accountId,
    userId: buyer.id,
    name: name.trim(),
    protocols: protocols ?? PROTOCOLS,
    identityDomain: identityDomain.trim(),
    identity: identity.trim(),
    secretHash: hashOf(secret),
    returnUrls: [...returnUrls],
    active: true,
    createdAt: now,
    updatedAt: now,
  };
  await context.db.transact(async ({ sql }) => {
    const taken = await sql.selectFrom('PunchoutPartner').select('id').where('identityDomain', '=', partner.identityDomain).where('identity', '=', partner.identity).executeTakeFirst();
    if (taken) throw refuse('BAD_USER_INPUT', 'Another partner has this identity.', { partnerId: taken.id });
    await sql.insertInto('PunchoutPartner').values(partner).execute();
  });
  return { partner, secret };
}

export interface PartnerChange {
  readonly returnUrls?: readonly string[] | null;
  readonly active?: boolean | null;
}

export function updatePartner(context: PunchoutContext, id: string, { returnUrls, active }: PartnerChange): Promise<PunchoutPartner> {
  requirePunchout(context);
  if (returnUrls != null) checkReturnUrls(context, returnUrls);
  return context.db.transact((tx) => write(context, tx, id, { ...(returnUrls != null && { returnUrls: [...returnUrls] }), ...(active != null && { active }) }));
}

/** A new secret; the old one holds no more, for both ends are told by hand. */
export async function rotateSecret(context: PunchoutContext, id: string): Promise<PartnerWithSecret> {
  requirePunchout(context);
  const secret = makeSecret();
  return { secret, partner: await context.db.transact((tx) => write(context, tx, id, { secretHash: hashOf(secret) })) };
}

async function write({ clock }: PunchoutContext, { sql }: PunchoutTx, id: string, changes: Partial<PunchoutPartner>): Promise<PunchoutPartner> {
  const before = await sql.selectFrom('PunchoutPartner').selectAll().where('id', '=', id).executeTakeFirst();
  if (!before) throw refuse('NOT_FOUND', 'There is no such partner.', { partnerId: id });
  const changed = { ...changes, version: before.version + 1, updatedAt: clock.now() };
  await sql.updateTable('PunchoutPartner').set(changed).where('id', '=', id).execute();
  return { ...before, ...changed };
}

export async function listPartners(context: PunchoutContext): Promise<PunchoutPartner[]> {
  requirePunchout(context);
  return context.db.sql.selectFrom('PunchoutPartner').selectAll().orderBy('id').execute();
}

function requirePunchout(context: PunchoutContext): void {
  requireAdministrator(context);
  requireEnabled(context);
}

export function requireEnabled({ config }: PunchoutContext): void {
  if (!config.enabled) throw refuse('OPERATION_DISABLED', 'PunchOut is switched off.');
}

function checkReturnUrls({ config }: PunchoutContext, urls: readonly string[]): void {
  const wrong = urls.find((text) => !isSafe(URL.parse(text) ?? new URL('ftp://nowhere'), config.trustPlainHttp));
  if (urls.length === 0 || wrong !== undefined) throw refuse('BAD_USER_INPUT', 'Carts are returned to HTTPS addresses, without credentials in them; at least one.', { url: wrong });
}
