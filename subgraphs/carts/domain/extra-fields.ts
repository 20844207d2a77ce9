import { refuse } from '#kernel/errors.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';

export const FIELD_TYPES = ['text', 'integer', 'decimal', 'date', 'boolean', 'choice'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];
export const FIELD_LEVELS = ['cart', 'line'] as const;
export type FieldLevel = (typeof FIELD_LEVELS)[number];

/** Additional information that a deployment asks for, declared in its configuration. [CART-73] */
export interface FieldDefinition {
  readonly name: string;
  readonly level: FieldLevel;
  readonly type: FieldType;
  readonly label: string;
  readonly required: boolean;
  /** Of text; 240 when left out. */
  readonly maxLength?: number;
  /** Of a choice. */
  readonly choices?: readonly string[];
}

/** The value is text in one spelling: "7", "2.5", "2026-05-03", "true". */
export interface FieldValue {
  readonly name: string;
  readonly value: string;
}

export interface WantedField {
  readonly name: string;
  /** Null or blank takes it back. */
  readonly value?: string | null;
}

const MAX_TEXT = 240;

/** Reads a value of each type into its one spelling; undefined when it is none. */
const READERS: { readonly [T in FieldType]: (text: string, definition: FieldDefinition) => string | undefined } = {
  text: (text, { maxLength = MAX_TEXT }) => (text.length <= maxLength ? text : undefined),
  integer: (text) => (/^[+-]?\d{1,18}$/.test(text) ? String(BigInt(text.replace('+', ''))) : undefined),
  decimal: (text) => (/^[+-]?\d{1,15}(\.\d{1,6})?$/.test(text) ? fromMicro(toMicro(text)) : undefined),
  date: (text) => (isDay(text) ? text : undefined),
  boolean: (text) => (text === 'true' || text === 'false' ? text : undefined),
  choice: (text, { choices = [] }) => (choices.includes(text) ? text : undefined),
};

/** The values with some set or taken back, in the order they are declared; all or none. */
export function setFields(present: readonly FieldValue[], wanted: readonly WantedField[], definitions: readonly FieldDefinition[], level: FieldLevel): FieldValue[] {
  const ofLevel = definitions.filter((definition) => definition.level === level);
  const values = new Map(present.map(({ name, value }) => [name, value]));
  for (const { name, value } of wanted) {
    const definition = ofLevel.find((each) => each.name === name);
    if (!definition) throw refuse('BAD_USER_INPUT', `There is no field ${name} here.`, { field: name });
    if (value == null || value.trim() === '') values.delete(name);
    else values.set(name, readField(definition, value.trim()));
  }
  return ofLevel.flatMap(({ name }) => values.has(name) ? [{ name, value: values.get(name) ?? '' }] : []);
}

/** Values with what people read beside them. A field that is declared no more is not shown any more. */
export const showFields = (values: readonly FieldValue[], definitions: readonly FieldDefinition[], level: FieldLevel): (FieldValue & Pick<FieldDefinition, 'label' | 'type'>)[] =>
  definitions.flatMap(({ name, label, type, ...definition }) => values.filter((each) => definition.level === level && each.name === name).map(({ value }) => ({ name, label, type, value })));

/** The fields that must be filled in before an order, and are not. */
export const missingFields = (definitions: readonly FieldDefinition[], level: FieldLevel, values: readonly FieldValue[]): FieldDefinition[] =>
  definitions.filter((definition) => definition.level === level && definition.required && !values.some(({ name }) => name === definition.name));

function readField(definition: FieldDefinition, text: string): string {
  const value = READERS[definition.type](text, definition);
  if (value !== undefined) return value;
  const { name, type, choices, maxLength } = definition;
  throw refuse('BAD_USER_INPUT', `${definition.label} takes ${type === 'choice' ? `one of ${(choices ?? []).join(', ')}` : `a value of type ${type}`}.`, {
    field: name,
    type,
    value: text,
    ...(choices && { choices }),
    ...(maxLength && { maxLength }),
  });
}

/** A day of the calendar: there is no 30 February. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
