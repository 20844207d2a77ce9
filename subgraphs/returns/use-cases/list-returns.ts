import type { Kysely } from '@mikro-orm/sqlite';
import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { isSeller } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import { TRACKED_STATUSES, type ReturnStatus } from '../domain/return-lifecycle.ts';
import { seesWholeAccount } from '../domain/return-rights.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnsTables } from '../entities/tables.ts';
import { requireReturns } from './guard-returns.ts';

export interface ReturnSearch {
  readonly number?: string | null;
  readonly status?: readonly ReturnStatus[] | null;
  readonly submittedFrom?: Date | null;
  readonly submittedTo?: Date | null;
  /** Something of this order is in it. */
  readonly orderId?: string | null;
  readonly sku?: string | null;
  readonly orderNumber?: string | null;
  readonly serialNumber?: string | null;
}

/** The submitted returns the viewer may see, newest first: ids are made in time order, so they are the cursor. [RET-04, RET-11, RET-40, ORD-19] */
export function listReturns(context: ReturnsContext, search: ReturnSearch, page: PageRequest): Promise<Connection<Return>> {
  const viewer = requireReturns(context);
  const { number, status, submittedFrom, submittedTo, orderId, sku, orderNumber, serialNumber } = search;
  if (viewer.kind === 'INDIVIDUAL' && sku != null) throw refuse('FORBIDDEN', 'You cannot search by this.', { criterion: 'sku' });
  return readPage(page, (each) => [each.id], 1, (limit, after) => {
    let rows = context.db.sql.selectFrom('Return').selectAll().where('status', 'in', TRACKED_STATUSES).orderBy('id', 'desc').limit(limit);
    if (!isSeller(viewer)) rows = rows.where('accountId', '=', viewer.accountId);
    if (!isSeller(viewer) && !seesWholeAccount(viewer)) rows = rows.where('ownerId', '=', viewer.id);
    if (number != null) rows = rows.where('number', '=', number.trim().toUpperCase());
    if (status != null) rows = rows.where('status', 'in', [...status]);
    if (submittedFrom != null) rows = rows.where('submittedAt', '>=', submittedFrom);
    if (submittedTo != null) rows = rows.where('submittedAt', '<', submittedTo);
    if (orderId != null) rows = rows.where('id', 'in', (eb) => eb.selectFrom('ReturnLine').select('returnId').where('orderId', '=', orderId));
    if (sku != null) rows = rows.where('id', 'in', (eb) => eb.selectFrom('ReturnLine').select('returnId').where('sku', '=', sku));
    if (orderNumber != null) rows = rows.where('id', 'in', (eb) => eb.selectFrom('ReturnLine').select('returnId').where('orderNumber', '=', orderNumber.trim().toUpperCase()));
    if (serialNumber != null) rows = rows.where('id', 'in', findByPiece(context.db.sql, serialNumber));
    if (after?.[0]) rows = rows.where('id', '<', after[0]);
    return rows.execute();
  });
}

/** The returns with a piece of this serial number in them, upper and lower case alike. No LIKE: a % in a serial number is a sign like others. */
function findByPiece(sql: Kysely<ReturnsTables>, serialNumber: string) {
  const sought = JSON.stringify(serialNumber.trim().toUpperCase());
  return sql
    .selectFrom('ReturnLine')
    .select('returnId')
    .where((line) => {
      const serials = line.fn<string>('upper', [line.cast<string>('serialNumbers', 'text')]);
      return line(line.fn<string>('replace', [serials, line.val(sought), line.val('')]), '!=', serials);
    });
}
