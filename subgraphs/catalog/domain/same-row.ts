/** Whether a row already says what it shall say: loading the same again is no change. */
export function sameRow<Row extends object>(there: Row | undefined, wanted: Partial<Row>): boolean {
  if (!there) return false;
  return Object.entries(wanted).every(([key, value]) => textOf(there[key as keyof Row]) === textOf(value));
}

const textOf = (value: unknown): string => JSON.stringify(value ?? null, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
