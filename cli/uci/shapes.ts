export type UciShape = 'lines' | 'price points';

const SHAPES: readonly { readonly shape: UciShape; readonly columns: readonly string[] }[] = [
  { shape: 'lines', columns: ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'] },
  { shape: 'price points', columns: ['StockCode', 'UnitPrice', 'MinQty', 'MaxQty', 'Lines'] },
];

/** Which file of the UCI Online Retail data a header belongs to; undefined when it is none of them. */
export function uciShapeOf(header: readonly string[]): UciShape | undefined {
  return SHAPES.find(({ columns }) => columns.every((column) => header.includes(column)))?.shape;
}
