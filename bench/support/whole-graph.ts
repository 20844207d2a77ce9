import {
  buildSchema, getNamedType, isObjectType, isScalarType, printSchema,
  type GraphQLField, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema,
} from 'graphql';

/** The contexts of one request, by subgraph. */
export type Contexts = Readonly<Record<string, unknown>>;
type Resolve = GraphQLFieldResolver<unknown, Contexts>;
type LoadReference = (reference: unknown, context: unknown, info: unknown) => unknown;

/**
 * One schema that holds the whole graph, with the very resolvers and loaders of the subgraphs and no gateway: where a subgraph
 * only names another's entity, the owner looks it up at once. What a single server would do, reading the same rows.
 */
export function wholeGraph(publicSchema: GraphQLSchema, subgraphs: Readonly<Record<string, GraphQLSchema>>): GraphQLSchema {
  const whole = buildSchema(printSchema(publicSchema));
  const schemas = Object.entries(subgraphs);

  /** The subgraph that can look a type up by key. */
  const loaderOf = (typeName: string): { name: string; load: LoadReference } | undefined => {
    for (const [name, schema] of schemas) {
      const load = referenceLoader(schema.getType(typeName));
      if (load) return { name, load };
    }
    return undefined;
  };

  const sourceOf = (type: GraphQLObjectType, field: string): { name: string; field: GraphQLField<unknown, unknown> } | undefined => {
    const owner = loaderOf(type.name)?.name;
    const inOrder = schemas.toSorted(([a], [b]) => Number(b === owner) - Number(a === owner));
    for (const [name, schema] of inOrder) {
      const found = (schema.getType(type.name) as GraphQLObjectType | undefined)?.getFields()[field];
      if (found) return { name, field: found };
    }
    return undefined;
  };

  for (const type of Object.values(whole.getTypeMap())) {
    if (isScalarType(type)) copyScalar(type, schemas.map(([, schema]) => schema.getType(type.name)).find(isScalarType));
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const source = sourceOf(type, field.name);
      if (!source) continue;
      const target = loaderOf(getNamedType(field.type).name);
      const read = source.field.resolve as Resolve | undefined;
      const own: Resolve | undefined = read && ((root, args, contexts, info) => read(root, args, contexts[source.name] as Contexts, info));
      field.resolve = target && target.name !== source.name ? following(own, field.name, target) : own;
    }
  }
  return whole;
}

const referenceLoader = (type: unknown): LoadReference | undefined =>
  (type as { extensions?: { apollo?: { subgraph?: { resolveReference?: LoadReference } } } } | undefined)?.extensions?.apollo?.subgraph?.resolveReference;

/** The field names an entity of another subgraph; that one knows the rest. */
function following(own: Resolve | undefined, fieldName: string, { name, load }: { name: string; load: LoadReference }): Resolve {
  return async (root, args, contexts, info) => {
    const reference: unknown = own ? await own(root, args, contexts, info) : (root as Record<string, unknown>)[fieldName];
    if (reference == null) return reference;
    return Array.isArray(reference) ? reference.map((each) => load(each, contexts[name], info)) : load(reference, contexts[name], info);
  };
}

function copyScalar(to: { serialize: unknown; parseValue: unknown; parseLiteral: unknown }, from: { serialize: unknown; parseValue: unknown; parseLiteral: unknown } | undefined): void {
  if (from) Object.assign(to, { serialize: from.serialize, parseValue: from.parseValue, parseLiteral: from.parseLiteral });
}
