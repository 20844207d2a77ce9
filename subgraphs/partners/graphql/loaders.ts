import DataLoader from 'dataloader';
import type { Kysely } from '@mikro-orm/sqlite';
import type { Partner } from '../entities/partner.ts';
import type { PartnersTables } from '../entities/tables.ts';
import type { Transfer } from '../entities/transfer.ts';
import type { TrustedSender } from '../entities/trusted-sender.ts';

export interface PartnersLoaders {
  readonly partnerById: DataLoader<string, Partner | undefined>;
  readonly senderById: DataLoader<string, TrustedSender | undefined>;
  readonly transferById: DataLoader<string, Transfer | undefined>;
  /** The newest first, at most a hundred. */
  readonly transfersOfCart: DataLoader<string, Transfer[]>;
}

const MOST = 100;

/** One set a request: a page costs one statement a table. */
export function createLoaders(sql: Kysely<PartnersTables>): PartnersLoaders {
  const byId = <Row extends { id: string }>(read: (ids: readonly string[]) => Promise<Row[]>): DataLoader<string, Row | undefined> =>
    new DataLoader(async (ids) => {
      const rows = new Map((await read(ids)).map((row) => [row.id, row]));
      return ids.map((id) => rows.get(id));
    });
  return {
    partnerById: byId((ids) => sql.selectFrom('Partner').selectAll().where('id', 'in', ids).execute()),
    senderById: byId((ids) => sql.selectFrom('TrustedSender').selectAll().where('id', 'in', ids).execute()),
    transferById: byId((ids) => sql.selectFrom('Transfer').selectAll().where('id', 'in', ids).execute()),
    transfersOfCart: new DataLoader(async (cartIds) => {
      const rows = await sql.selectFrom('Transfer').selectAll().where('cartId', 'in', cartIds).orderBy('id', 'desc').limit(MOST * cartIds.length).execute();
      const byCart = Map.groupBy(rows, (row) => row.cartId);
      return cartIds.map((id) => (byCart.get(id) ?? []).slice(0, MOST));
    }),
  };
}
