import type { Loadable } from '../load/halve.ts';
import { loadHalving } from '../load/halve.ts';
import type { RowError } from '../load/row.ts';
import type { Parcel, ParcelLine } from '../own/parcel-rows.ts';
import { Refused, type Product } from './ask.ts';

const FIND = /* GraphQL */ `
  query OrderToShip($number: String!) {
    orders(search: { number: $number }) { nodes { lines { id product { sku } } } }
  }
`;
const SHIP = /* GraphQL */ `
  mutation ShipParcel($input: ShipLinesInput!) {
    shipLines(input: $input) { number }
  }
`;

interface OrderToShip {
  readonly lines: readonly { readonly id: string; readonly product: { readonly sku: string } }[];
}

/** Ships parcel by parcel. The name of a parcel in the file is its key: sent twice, it leaves once. */
export async function loadParcels(product: Product, parcels: readonly Loadable<Parcel>[]): Promise<RowError[]> {
  const refused: RowError[] = [];
  for (const parcel of parcels) refused.push(...(await loadHalving([parcel], ([value]) => (value ? shipParcel(product, value) : Promise.resolve()))));
  return refused;
}

async function shipParcel(product: Product, { shipment, lines, ...facts }: Parcel): Promise<void> {
  const orders = new Map<string, OrderToShip>();
  for (const number of new Set(lines.map(({ orderNumber }) => orderNumber))) orders.set(number, await findOrder(product, number));
  const shipped = lines.map((line) => ({ orderLineId: lineIdOf(orders, line), quantity: line.quantity, ...(line.serialNumbers.length > 0 && { serialNumbers: line.serialNumbers }) }));
  await product.ask(SHIP, { input: { ...facts, lines: shipped, idempotencyKey: `fulfilment ${shipment}` } });
}

async function findOrder(product: Product, number: string): Promise<OrderToShip> {
  const { orders } = await product.ask<{ orders: { nodes: readonly OrderToShip[] } }>(FIND, { number });
  const [order] = orders.nodes;
  if (!order) throw new Refused({ message: `There is no order ${number}.`, extensions: { code: 'NOT_FOUND' } });
  return order;
}

function lineIdOf(orders: ReadonlyMap<string, OrderToShip>, { orderNumber, line, sku }: ParcelLine): string {
  const lines = orders.get(orderNumber)?.lines ?? [];
  const found = line === undefined ? lines.filter(({ product }) => product.sku === sku) : lines.slice(line - 1, line).filter(({ product }) => sku === undefined || product.sku === sku);
  const [first] = found;
  if (first && found.length === 1) return first.id;
  throw new Refused({ message: `${orderNumber} has ${found.length === 0 ? 'no' : 'more than one'} line ${line ?? sku}.`, extensions: { code: 'BAD_USER_INPUT' } });
}
