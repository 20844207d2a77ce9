import { refuse } from '#kernel/errors.ts';
import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { OrdersContext } from '../context.ts';
import { hasColumn, type ColumnChange, type TrackerView } from '../domain/tracker-views.ts';

const MAX_LABEL = 100;

/** The seller moves, hides, renames, cuts or closes to searches a column of the tracker; null gives back what it is by itself. [ORD-15, ORD-17] */
export async function setTrackerColumn(context: OrdersContext, view: TrackerView, name: string, change: ColumnChange): Promise<void> {
  requireAdministrator(context);
  if (!hasColumn(view, name)) throw refuse('NOT_FOUND', 'This view has no such column.', { view, column: name });
  const { label, displayLength } = change;
  if (label != null && (label.trim() === '' || label.length > MAX_LABEL)) throw refuse('BAD_USER_INPUT', `A label has 1 to ${MAX_LABEL} characters.`, { label });
  if (displayLength != null && displayLength < 1) throw refuse('BAD_USER_INPUT', 'Show one character at least.', { displayLength });
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(said).length === 0) return;
  await context.db.sql
    .insertInto('TrackerColumn')
    .values({ view, name, label: null, sequence: null, display: null, queryable: null, displayLength: null, ...said })
    .onConflict((oc) => oc.columns(['view', 'name']).doUpdateSet(said))
    .execute();
  context.loaders.columnsOfView.clear(view);
}
