import { refuse } from '#kernel/errors.ts';
import { readPage, type Connection, type PageRequest } from '#kernel/paging.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import { isSeller, may } from '#kernel/viewer.ts';
import type { OrdersContext } from '../context.ts';
import { readInstalledSearch, type InstalledSearch } from '../domain/installed-base.ts';
import type { InstalledItem } from '../entities/installed-item.ts';

const COLUMNS = { itemName: 'searchName', sku: 'sku', serialNumber: 'serialNumber', number: 'number', orderNumber: 'orderNumber' } as const;
const IN_CAPITALS: ReadonlySet<string> = new Set(['number', 'orderNumber']);

/** What the viewer has of what was shipped. Private persons may list it without a word, where that is switched on, and see what they ordered; others see the parts too. [ORD-38..42] */
export function searchInstalled(context: OrdersContext, search: InstalledSearch, page: PageRequest): Promise<Connection<InstalledItem>> {
  const viewer = requireViewer(context);
  const { config, db } = context;
  if (!config.installBase) throw refuse('OPERATION_DISABLED', 'The list of what customers have is not shown here.');
  const isPrivate = viewer.kind === 'INDIVIDUAL' || viewer.kind === 'GUEST';
  const terms = readInstalledSearch(search, !(isPrivate && config.autoqueryInstallBase));
  return readPage(page, (item) => [item.id], 1, (limit, after) => {
    let rows = db.sql.selectFrom('InstalledItem').selectAll().orderBy('id', 'desc').limit(limit);
    if (!isSeller(viewer)) rows = rows.where('accountId', '=', viewer.accountId);
    if (!isSeller(viewer) && !may(viewer, 'VIEW_ORDER')) rows = rows.where('ownerId', '=', viewer.id);
    if (isPrivate) rows = rows.where('depth', '=', 0);
    if (after?.[0]) rows = rows.where('id', '<', after[0]);
    for (const { field, text, isPrefix } of terms) {
      const sought = field === 'itemName' ? text.toLowerCase() : IN_CAPITALS.has(field) ? text.toUpperCase() : text;
      rows = isPrefix ? rows.where(COLUMNS[field], '>=', sought).where(COLUMNS[field], '<', `${sought}\u{10ffff}`) : rows.where(COLUMNS[field], '=', sought);
    }
    return rows.execute();
  });
}
