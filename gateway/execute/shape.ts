import {
  isAbstractType, isEnumType, isListType, isNonNullType, isObjectType,
  type FragmentDefinitionNode, type GraphQLEnumType, type GraphQLNamedType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, type SelectionSetNode,
} from 'graphql';
import { collectFields } from './collect-fields.ts';

/*
 * The client's selection, compiled: which keys the answer has, in which order, and what null means at each. Conditions are
 * settled and fragments opened before, so that projecting a response decides nothing twice.
 */
export type Shape = LeafShape | ListShape | CompositeShape;

export interface LeafShape {
  readonly kind: 'leaf';
  readonly nonNull: boolean;
  /** For an enum: the values clients may know of. */
  readonly allowed?: ReadonlySet<string>;
}

export interface ListShape {
  readonly kind: 'list';
  readonly nonNull: boolean;
  readonly of: Shape;
}

export interface CompositeShape {
  readonly kind: 'composite';
  readonly nonNull: boolean;
  /** The declared type's name. */
  readonly type: string;
  /** The one possible type, when the declared type is an object type. */
  readonly only?: ObjectShape;
  /** The fields for a type name found in the data; undefined = no type that clients may know of. */
  forType(name: string | undefined): ObjectShape | undefined;
  /** For every possible type: only errors ask. */
  possible(): readonly ObjectShape[];
}

export interface ObjectShape {
  readonly typename: string | null;
  readonly fields: readonly FieldShape[];
}

export interface FieldShape {
  readonly key: string;
  readonly name: string;
  readonly parent: string;
  /** Absent for __typename. */
  readonly shape?: Shape;
}

export interface ShapeSource {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

export function compileShape(source: ShapeSource, type: GraphQLOutputType, selections: readonly SelectionSetNode[]): Shape {
  const nonNull = isNonNullType(type);
  const inner = isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type;
  if (isListType(inner)) return { kind: 'list', nonNull, of: compileShape(source, inner.ofType as GraphQLOutputType, selections) };
  if (isEnumType(inner)) return { kind: 'leaf', nonNull, allowed: valuesOf(inner) };
  if (isObjectType(inner) || isAbstractType(inner)) return compileComposite(source, inner, nonNull, selections);
  return { kind: 'leaf', nonNull };
}

function compileComposite(source: ShapeSource, declared: GraphQLNamedType, nonNull: boolean, selections: readonly SelectionSetNode[]): CompositeShape {
  if (isObjectType(declared)) {
    const only = compileObject(source, declared, selections);
    return { kind: 'composite', nonNull, type: declared.name, only, forType: () => only, possible: () => [only] };
  }
  const known = new Map<string | undefined, ObjectShape | undefined>();
  const forType = (name: string | undefined): ObjectShape | undefined => {
    if (!known.has(name)) known.set(name, compileFor(source, declared, name, selections));
    return known.get(name);
  };
  return {
    kind: 'composite',
    nonNull,
    type: declared.name,
    forType,
    possible: () => (isAbstractType(declared) ? source.schema.getPossibleTypes(declared) : []).flatMap((type) => forType(type.name) ?? []),
  };
}

/** Without a name, or with an interface's (an interface object whose concrete type nobody knows), only common fields apply. */
function compileFor(source: ShapeSource, declared: GraphQLNamedType, name: string | undefined, selections: readonly SelectionSetNode[]): ObjectShape | undefined {
  const type = name === undefined ? declared : source.schema.getType(name);
  if (!type || !(isObjectType(type) || isAbstractType(type))) return undefined;
  if (type !== declared && isAbstractType(declared) && isObjectType(type) && !source.schema.isSubType(declared, type)) return undefined;
  return compileObject(source, type, selections);
}

function compileObject(source: ShapeSource, type: GraphQLNamedType, selections: readonly SelectionSetNode[]): ObjectShape {
  const fields = collectFields(source, type, selections).map(([key, nodes]): FieldShape => {
    const name = nodes[0]?.name.value ?? '';
    if (name === '__typename') return { key, name, parent: type.name };
    if (name === '__schema' || name === '__type') return { key, name, parent: type.name, shape: { kind: 'leaf', nonNull: false } }; // answered whole, by graphql-js
    const field = 'getFields' in type ? (type as GraphQLObjectType).getFields()[name] : undefined;
    if (!field) throw new Error(`${type.name} has no field ${name}.`); // validation would have refused it
    return { key, name, parent: type.name, shape: compileShape(source, field.type, nodes.flatMap((node) => node.selectionSet ?? [])) };
  });
  return { typename: isObjectType(type) ? type.name : null, fields };
}

const enumValues = new WeakMap<GraphQLEnumType, ReadonlySet<string>>();

function valuesOf(type: GraphQLEnumType): ReadonlySet<string> {
  const known = enumValues.get(type);
  if (known) return known;
  const values = new Set(type.getValues().map((value) => value.name));
  enumValues.set(type, values);
  return values;
}

