import { refuse } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { faultOfUrl } from '#kernel/safe-address.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { PartnersContext } from '../context.ts';
import type { Partner } from '../entities/partner.ts';
import { findPartner } from './find-partner.ts';

export interface PartnerWish {
  readonly code?: string | null;
  readonly name?: string | null;
  readonly url?: string | null;
  readonly secret?: string | null;
  readonly coversAll?: boolean | null;
  readonly categories?: readonly string[] | null;
  readonly skus?: readonly string[] | null;
  readonly countries?: readonly string[] | null;
  readonly active?: boolean | null;
}

const MOST = { name: 100, url: 2_000, secret: 200, codes: 10_000 };
const LEAST_SECRET = 24;

/** A partner is registered, or what is known of him changes; what is left out stays. His code is his for ever: it is in messages that are under way. [XFER-02, XFER-05] */
export async function savePartner(context: PartnersContext, id: string | null, wish: PartnerWish, expectedVersion: number | null): Promise<Partner> {
  const { id: _id, accountId } = requireAdministrator(context);
  const set = readWish(wish, context.config);
  const now = context.clock.now();
  return context.db.transact(async ({ sql }) => {
    if (id !== null) {
      const before = await findPartner({ sql }, id);
      if (expectedVersion !== null && expectedVersion !== before.version) throw stale(before.version);
      const { code: _code, ...changes } = set;
      if (set.code !== undefined && set.code !== before.code) throw refuse('BAD_USER_INPUT', 'The code of a partner stays as it is. Register another partner.', { field: 'code' });
      const after = { ...before, ...changes, version: before.version + 1, updatedAt: now };
      const { numUpdatedRows } = await sql.updateTable('Partner').set(after).where('id', '=', id).where('version', '=', before.version).executeTakeFirst();
      if (numUpdatedRows !== 1n) throw stale((await findPartner({ sql }, id)).version);
      return after;
    }
    const { code, name, url, secret } = set;
    if (code === undefined || name === undefined || url === undefined || secret === undefined) throw refuse('BAD_USER_INPUT', 'A partner has a code, a name, a URL and a secret.', { needed: ['code', 'name', 'url', 'secret'] });
    if (await sql.selectFrom('Partner').select('id').where('code', '=', code).executeTakeFirst()) throw refuse('BAD_USER_INPUT', 'There is a partner of this code already.', { field: 'code' });
    const partner: Partner = { coversAll: false, categories: [], skus: [], countries: [], active: true, ...set, id: newId(), version: 1, accountId, code, name, url, secret, createdAt: now, updatedAt: now };
    await sql.insertInto('Partner').values(partner).execute();
    return partner;
  });
}

const stale = (currentVersion: number): Error => refuse('STALE_VERSION', 'This partner has been changed. Refresh to see it.', { currentVersion });

type Read = Partial<Pick<Partner, 'code' | 'name' | 'url' | 'secret' | 'coversAll' | 'categories' | 'skus' | 'countries' | 'active'>>;

function readWish({ code, name, url, secret, coversAll, categories, skus, countries, active }: PartnerWish, { trustPrivateNetwork }: PartnersContext['config']): Read {
  if (code != null && !/^[A-Z0-9][A-Z0-9_-]{1,39}$/.test(code)) throw refuse('BAD_USER_INPUT', 'A code has 2 to 40 capitals, digits, - and _.', { field: 'code' });
  if (name != null && (name.trim() === '' || name.length > MOST.name)) throw refuse('BAD_USER_INPUT', `A name has 1 to ${MOST.name} characters.`, { field: 'name' });
  const fault = url == null ? undefined : url.length > MOST.url ? 'NOT_A_URL' : faultOfUrl(url, trustPrivateNetwork);
  if (fault) throw refuse('BAD_USER_INPUT', 'A partner answers over HTTPS at a host of the open internet, without user, password or fragment in the URL.', { field: 'url', reason: fault });
  if (secret != null && (secret.length < LEAST_SECRET || secret.length > MOST.secret)) throw refuse('BAD_USER_INPUT', `A secret has ${LEAST_SECRET} to ${MOST.secret} characters.`, { field: 'secret' });
  const wrong = (countries ?? []).filter((country) => !/^[A-Z]{2}$/.test(country));
  if (wrong.length > 0) throw refuse('BAD_USER_INPUT', 'A country is a code of two capitals, such as GB.', { field: 'countries', wrong });
  for (const [field, list] of Object.entries({ categories, skus, countries })) if ((list?.length ?? 0) > MOST.codes) throw refuse('BAD_USER_INPUT', `At most ${MOST.codes} of them.`, { field });
  const given = { code, name: name?.trim(), url, secret, coversAll, categories: categories && [...new Set(categories)], skus: skus && [...new Set(skus)], countries: countries && [...new Set(countries)], active };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value != null)) as Read;
}
