import type { Kysely } from '@mikro-orm/sqlite';

export type Compiled = Parameters<ReturnType<Kysely<never>['getExecutor']>['executeQuery']>[0];
export type Values = Readonly<Record<string, unknown>>;
export type Bind = (values: Values) => Compiled;

export interface Built<Row> {
  execute(): Promise<Row[]>;
  compile(): Compiled;
}

/** What is known of the names of values. */
export interface ValueNames {
  isProperty(name: string): boolean;
  /** How values of this name are written; undefined when they are written as they are. */
  converterOf(name: string, compiled: Compiled): ((value: unknown) => unknown) | undefined;
}

/** Stands in a statement for a value to come. */
interface Slot {
  readonly slot: string;
  /** Its place in a list. */
  readonly at?: number;
}

/** Equal for values that one compiled statement serves. */
export function outlineOf(values: Values, names: ValueNames): string {
  let outline = '';
  for (const name in values) outline += `${name}${sizeOf(name, values[name], names) ?? ''},`;
  return outline;
}

/** Compiles a statement for all values of the same outline. */
export function compileStatement(build: (slots: Values) => Built<unknown>, values: Values, names: ValueNames): Bind {
  const compiled = build(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, slotFor(name, sizeOf(name, value, names))]))).compile();
  const takes = compiled.parameters.map((parameter) => (isSlot(parameter) ? takeFor(parameter, names.converterOf(parameter.slot, compiled)) : () => parameter));
  return (next) => ({ ...compiled, parameters: takes.map((take) => take(next)) });
}

/** A dozen sizes serve lists of any length: they are filled up with their last element, and what is named twice is found once. */
function sizeOf(name: string, value: unknown, names: ValueNames): number | undefined {
  return Array.isArray(value) && !names.isProperty(name) ? 2 ** Math.ceil(Math.log2(value.length)) : undefined;
}

const slotFor = (slot: string, size: number | undefined): Slot | Slot[] => (size === undefined ? { slot } : Array.from({ length: size }, (_, at) => ({ slot, at })));

const isSlot = (parameter: unknown): parameter is Slot => typeof parameter === 'object' && parameter !== null && 'slot' in parameter;

function takeFor({ slot, at }: Slot, convert: ((value: unknown) => unknown) | undefined): (values: Values) => unknown {
  if (at !== undefined) return (values) => (values[slot] as readonly unknown[]).at(Math.min(at, (values[slot] as readonly unknown[]).length - 1));
  return (values) => {
    const value = values[slot] ?? null;
    return convert && value !== null ? convert(value) : value;
  };
}
