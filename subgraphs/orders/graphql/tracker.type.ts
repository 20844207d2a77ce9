import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ORDER_VIEWS, type OrderView } from '../domain/order-visibility.ts';
import type { TrackerCell } from '../domain/order-cells.ts';
import { TRACKER_PAGES, type TrackerPage } from '../domain/tracker-pages.ts';
import { TRACKER_VIEWS, type ColumnChange, type TrackerColumn, type TrackerView } from '../domain/tracker-views.ts';
import type { LookBack, Tracker } from '../use-cases/describe-tracker.ts';

export const TrackerPageEnum = Object.fromEntries(TRACKER_PAGES.map((page) => [page, page])) as { [P in TrackerPage]: P };
registerEnumType(TrackerPageEnum, { name: 'TrackerPage', description: 'A page of the order tracker.' });

const OrderViewEnum = Object.fromEntries(ORDER_VIEWS.map((view) => [view, view])) as { [V in OrderView]: V };
registerEnumType(OrderViewEnum, {
  name: 'OrderView',
  description: 'Which orders buyers find.',
  valuesConfig: { SOLD_TO: { description: 'Those sold to them.' }, BILL_TO: { description: 'Those billed to them.' }, ALL: { description: 'Both.' } },
});

const views = Object.keys(TRACKER_VIEWS) as TrackerView[];
export const TrackerViewEnum = Object.fromEntries(views.map((view) => [view, view])) as { [V in TrackerView]: V };
registerEnumType(TrackerViewEnum, { name: 'TrackerView', description: 'Something the order tracker shows in columns.' });

@ObjectType('OrderTracker', { simpleResolvers: true, description: 'What the order tracker looks like for the viewer.' })
export class OrderTrackerType implements Tracker {
  @Field(() => [TrackerPageEnum], { description: 'The pages that are there, in order: a page is absent where its feature is off or not for the viewer.' })
  pages: readonly TrackerPage[];
  @Field(() => OrderViewEnum, { description: 'Which orders buyers find.' })
  viewBy: OrderView;
  @Field(() => Int, { description: 'How many rows to show at once: the first of a list.' })
  rowsPerPage: number;
  @Field(() => Boolean, { description: 'Whether the viewer may use advancedOrders and advancedOrderLines.' })
  advancedSearch: boolean;
  @Field(() => [String], { description: 'The fields of OrderSearch the viewer may use.' })
  searchableBy: readonly string[];
  @Field(() => [String], { description: 'The reasons there are to cancel an order; empty when any words will do.' })
  cancelReasons: readonly string[];
}

@ObjectType('LookBack', { simpleResolvers: true, description: 'Over how many days a page looks back.' })
export class LookBackType implements LookBack {
  @Field(() => Int, { description: 'To begin with.' })
  days: number;
  @Field(() => [Int], { description: 'What people may choose.' })
  choices: readonly number[];
}

@ObjectType('TrackerColumn', { simpleResolvers: true, description: 'A column of a view of the order tracker.' })
export class TrackerColumnType implements TrackerColumn {
  @Field(() => String, { description: 'The name of the column, which never changes.' })
  name: string;
  @Field(() => String, { description: 'What people read above it.' })
  label: string;
  @Field(() => Int, { description: 'Columns are shown in the order of it.' })
  sequence: number;
  @Field(() => Boolean, { description: 'Whether it is shown.' })
  display: boolean;
  @Field(() => Boolean, { description: 'Whether it can be searched by.' })
  queryable: boolean;
  @Field(() => Int, { nullable: true, description: 'How many characters of a value are shown; null for all.' })
  displayLength: number | null;
}

@InputType('TrackerColumnInput', { description: 'What to change of a column; what is left out stays, null gives back what it is by itself. Nothing else of a column can be changed.' })
export class TrackerColumnInput implements ColumnChange {
  @Field(() => String, { nullable: true, description: 'What people read above it, 1 to 100 characters.' })
  label?: string | null;
  @Field(() => Int, { nullable: true, description: 'Columns are shown in the order of it; by themselves they have 10, 20, 30 and so on.' })
  sequence?: number | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is shown; some columns stay hidden from some people whatever is said here.' })
  display?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it can be searched by.' })
  queryable?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'How many characters of a value are shown.' })
  displayLength?: number | null;
}

@ObjectType('TrackerCell', { simpleResolvers: true, description: 'A value as a view of the order tracker shows it.' })
export class TrackerCellType implements TrackerCell {
  @Field(() => String, { description: 'The name of the column.' })
  column: string;
  @Field(() => String, { description: 'What people read above it.' })
  label: string;
  @Field(() => String, { description: 'The value as text, cut to the length of the column; empty when there is none.' })
  value: string;
}
