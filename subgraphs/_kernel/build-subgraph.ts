import { buildSubgraphSchema, printSubgraphSchema } from '@apollo/subgraph';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray, type PubSub } from 'type-graphql';

/** Looks up what other subgraphs name by key; one function a type, backed by a DataLoader. */
export type References<Context> = { readonly [typeName: string]: (reference: never, context: Context) => unknown };

export interface SchemaParts<Context> {
  readonly resolvers: NonEmptyArray<Function>;
  readonly orphanedTypes?: Function[];
  readonly references: References<Context>;
}

const FEDERATION = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@external", "@provides", "@requires", "@tag"])\n`;

/** Subscriptions come from feeds, never from this; type-graphql wants one to be named. */
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Subscriptions name their own source.');
  },
};

interface BuiltSubgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/** A schema holds no state: several products in one process, as tests start them by the hundred, share what is made of the same parts. */
const built: { readonly parts: SchemaParts<never>; readonly subgraph: Promise<BuiltSubgraph> }[] = [];
const MOST_BUILT = 64;

/** Builds a subgraph's executable schema, with entity resolution, out of type-graphql classes. */
export function buildSubgraph<Context>(parts: SchemaParts<Context>): Promise<BuiltSubgraph> {
  const known = built.find((each) => isSame(each.parts, parts));
  if (known) return known.subgraph;
  const subgraph = build(parts);
  built.push({ parts: parts as SchemaParts<never>, subgraph });
  if (built.length > MOST_BUILT) built.shift();
  return subgraph;
}

function isSame(a: SchemaParts<never>, b: SchemaParts<never>): boolean {
  const types = Object.keys(a.references);
  return (
    isSameList(a.resolvers, b.resolvers) &&
    isSameList(a.orphanedTypes ?? [], b.orphanedTypes ?? []) &&
    isSameList(types, Object.keys(b.references)) &&
    types.every((type) => a.references[type] === b.references[type])
  );
}

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean => a.length === b.length && a.every((each, i) => each === b[i]);

async function build<Context>(parts: SchemaParts<Context>): Promise<BuiltSubgraph> {
  const plain = await buildSchema({
    resolvers: parts.resolvers,
    orphanedTypes: parts.orphanedTypes ?? [],
    validate: false,
    pubSub: noPubSub,
    skipCheck: true,
  });
  const sdl = FEDERATION + printSubgraphSchema(plain);
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  for (const [typeName, resolve] of Object.entries(parts.references)) {
    resolvers[typeName] = { ...resolvers[typeName], __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  return { schema, sdl };
}
