export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A copy that may be changed while the original is shared by others. Leaves (a Date, a big integer) stay as they are. */
export function copyJson<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copyJson) as T;
  if (!isObject(value) || !isPlain(value)) return value;
  const copy: JsonObject = Object.create(null);
  for (const key of Object.keys(value)) copy[key] = copyJson(value[key]);
  return copy as T;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
