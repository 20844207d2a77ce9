export interface PartNumber {
  readonly partNumber: string;
  readonly sku: string;
  readonly rank: number;
}

/** The product each number stands for: the highest rank wins, and of equal ones the first SKU, so that it is always the same. */
export function pickPartNumbers(rows: readonly PartNumber[]): Map<string, string> {
  const best = new Map<string, PartNumber>();
  for (const row of rows) {
    const rival = best.get(row.partNumber);
    if (!rival || row.rank > rival.rank || (row.rank === rival.rank && row.sku < rival.sku)) best.set(row.partNumber, row);
  }
  return new Map([...best].map(([partNumber, { sku }]) => [partNumber, sku]));
}
