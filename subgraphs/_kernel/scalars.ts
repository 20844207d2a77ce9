import { Decimal } from 'decimal.js';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

const DECIMAL = /^[+-]?\d{1,30}(\.\d{1,20})?$/;

function readDecimal(value: unknown): string {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  if (typeof value === 'string' && DECIMAL.test(value)) return new Decimal(value).toFixed();
  throw new GraphQLError('A Decimal is text such as "12.50" (or a whole number), never a float.', { extensions: { code: 'BAD_USER_INPUT' } });
}

export const DecimalScalar: GraphQLScalarType = new GraphQLScalarType({
  name: 'Decimal',
  description: 'A decimal number as text, such as "12.50": exact, never a float. Whole numbers are accepted as input too.',
  serialize: (value) => String(value),
  parseValue: readDecimal,
  parseLiteral: (node) => {
    if (node.kind === Kind.STRING) return readDecimal(node.value);
    if (node.kind === Kind.INT) return readDecimal(node.value);
    throw new GraphQLError('A Decimal is written as text, such as "12.50".', { nodes: node, extensions: { code: 'BAD_USER_INPUT' } });
  },
});

/** With an offset, or it would mean another moment on each server. */
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function readDate(value: unknown): Date {
  const [text, year, month, day] = (typeof value === 'string' && DATE_TIME.exec(value)) || [];
  const date = new Date(text ?? NaN);
  // Date takes 30 February for 2 March; the last day of the month tells.
  if (!Number.isNaN(date.getTime()) && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()) return date;
  throw new GraphQLError('A DateTime is ISO 8601 text such as "2026-05-03T12:00:00Z".', { extensions: { code: 'BAD_USER_INPUT' } });
}

export const DateTimeScalar: GraphQLScalarType = new GraphQLScalarType({
  name: 'DateTime',
  description: 'A moment as ISO 8601 text in UTC, such as "2026-05-03T12:00:00.000Z".',
  serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  parseValue: readDate,
  parseLiteral: (node) => readDate(node.kind === Kind.STRING ? node.value : undefined),
});

export const CurrencyCodeScalar: GraphQLScalarType = new GraphQLScalarType({
  name: 'CurrencyCode',
  description: 'An ISO 4217 currency code, such as "GBP".',
  serialize: String,
  parseValue: (value) => {
    if (typeof value === 'string' && /^[A-Z]{3}$/.test(value)) return value;
    throw new GraphQLError('A CurrencyCode has three capital letters, such as "GBP".', { extensions: { code: 'BAD_USER_INPUT' } });
  },
});
