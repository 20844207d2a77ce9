import { isObjectType, isLeafType, getNullableType, parse, Kind, type GraphQLSchema } from 'graphql';

/** An entity type that a subgraph can find again. */
export interface KeyedType {
  readonly type: string;
  /** The field it is found by. */
  readonly key: string;
}

export function keyedTypesIn(sdl: string): KeyedType[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
    return (definition.directives ?? [])
      .filter((directive) => directive.name.value === 'key' && !directive.arguments?.some((argument) => argument.name.value === 'resolvable' && argument.value.kind === Kind.BOOLEAN && !argument.value.value))
      .flatMap((directive) => {
        const fields = directive.arguments?.find((argument) => argument.name.value === 'fields')?.value;
        return fields?.kind === Kind.STRING ? [{ type: definition.name.value, key: fields.value }] : [];
      });
  });
}

/** Asks for entities by key, with every plain field that needs no argument and goes to no other place. */
export function entitiesQuery(schema: GraphQLSchema, { type, key }: KeyedType): string {
  const object = schema.getType(type);
  if (!isObjectType(object)) throw new Error(`${type} is no object type.`);
  const plain = Object.values(object.getFields()).filter((field) => isLeafType(getNullableType(field.type)) && field.args.length === 0).map((field) => field.name);
  return `query ($keys: [_Any!]!) { _entities(representations: $keys) { __typename ... on ${type} { ${[...new Set([key, ...plain])].join(' ')} } } }`;
}
