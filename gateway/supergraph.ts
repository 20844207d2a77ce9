import { buildASTSchema, Kind, parse, type DefinitionNode, type DirectiveNode, type DocumentNode, type GraphQLSchema, type NamedTypeNode, type SelectionNode } from 'graphql';
import type { Requirement } from './plan.ts';

/** What execution must know of the supergraph beyond the plan. */
export interface Supergraph {
  /** Subgraph name -> URL written at composition. */
  readonly urls: ReadonlyMap<string, string>;
  /** Is `type` the type `of`, or a member of it? Hidden types count: plans run on the whole graph. */
  isA(type: string, of: string): boolean;
  isAbstract(type: string): boolean;
  /** The keys by which a subgraph can find an entity of that type. */
  keysOf(subgraph: string, type: string): readonly (readonly Requirement[])[];
}

export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const urls = new Map<string, string>();
  const graphNames = new Map<string, string>();
  const members = new Map<string, Set<string>>();
  const keys = new Map<string, Requirement[][]>();

  const addMember = (abstract: string, member: string): void => void (members.get(abstract) ?? members.set(abstract, new Set()).get(abstract))?.add(member);

  for (const definition of document.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const graph = value.directives?.find((d) => d.name.value === 'join__graph');
      const name = stringArgument(graph, 'name') ?? value.name.value;
      graphNames.set(value.name.value, name);
      urls.set(name, stringArgument(graph, 'url') ?? '');
    }
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      members.set(definition.name.value, new Set(definition.types?.map((type) => type.name.value)));
      continue;
    }
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const type = definition.name.value;
    if (definition.kind === Kind.INTERFACE_TYPE_DEFINITION && !members.has(type)) members.set(type, new Set());
    for (const parent of definition.interfaces ?? []) addMember(parent.name.value, type);
    for (const directive of definition.directives ?? []) {
      const key = directive.name.value === 'join__type' ? stringArgument(directive, 'key') : undefined;
      const graph = graphNames.get(enumArgument(directive, 'graph') ?? '');
      if (key && graph) keys.set(`${graph} ${type}`, [...(keys.get(`${graph} ${type}`) ?? []), readFieldSet(key)]);
    }
  }

  return {
    urls,
    isA: (type, of) => type === of || members.get(of)?.has(type) === true,
    isAbstract: (type) => members.has(type),
    keysOf: (subgraph, type) => keys.get(`${subgraph} ${type}`) ?? [],
  };
}

/** Introspection, which graphql-js brings, and the types composition needs to write a supergraph down. */
const MACHINERY = /^(__|join__|link__|core__)/;
const BUILT_IN = new Set(['skip', 'include', 'deprecated', 'specifiedBy', 'oneOf']);

/** The schema clients see. The planner writes the introspection types into it as if they were ours: graphql-js brings its own. */
export function buildPublicSchema(publicSdl: string): GraphQLSchema {
  const document = parse(publicSdl, { noLocation: true });
  const ours = document.definitions.filter(isOurs);
  const known = new Set(ours.map((definition) => ('name' in definition ? definition.name?.value : undefined)));
  const definitions = ours.map((definition) => withoutHidden(withoutIntrospection(definition), known));
  return buildASTSchema({ ...document, definitions } satisfies DocumentNode, { assumeValidSDL: true });
}

function isOurs(definition: DefinitionNode): boolean {
  if (!('name' in definition) || !definition.name) return true;
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return !BUILT_IN.has(definition.name.value);
  return !MACHINERY.test(definition.name.value);
}

function withoutIntrospection(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  return { ...definition, fields: definition.fields?.filter((field) => !field.name.value.startsWith('__')) };
}

/** A hidden type is gone from the SDL, but unions and types may still name it. */
function withoutHidden(definition: DefinitionNode, known: ReadonlySet<string | undefined>): DefinitionNode {
  const isKnown = (type: NamedTypeNode): boolean => known.has(type.name.value);
  if (definition.kind === Kind.UNION_TYPE_DEFINITION) return { ...definition, types: definition.types?.filter(isKnown) };
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) return { ...definition, interfaces: definition.interfaces?.filter(isKnown) };
  return definition;
}

function readFieldSet(text: string): Requirement[] {
  const [operation] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? toRequirements(operation.selectionSet) : [];
}

function toRequirements(set: { readonly selections: readonly SelectionNode[] }): Requirement[] {
  return set.selections.flatMap((node): Requirement[] => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return [];
    if (node.kind === Kind.INLINE_FRAGMENT) return [{ kind: 'fragment', type: node.typeCondition?.name.value ?? '', selections: toRequirements(node.selectionSet) }];
    const name = node.name.value;
    return [{ kind: 'field', from: name, to: name, selections: node.selectionSet && toRequirements(node.selectionSet) }];
  });
}

function stringArgument(directive: DirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function enumArgument(directive: DirectiveNode, name: string): string | undefined {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}
