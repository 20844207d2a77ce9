import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@theguild/federation-composition';
import { parse, type GraphQLSchema } from 'graphql';

/** A small subgraph of a test: its SDL without the @link line, and its resolvers. */
export interface TestSubgraph {
  readonly sdl: string;
  readonly resolvers?: Resolvers;
}
export type Resolvers = Record<string, unknown>;
export type TestGraph = Readonly<Record<string, TestSubgraph>>;

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: [
  "@key", "@shareable", "@external", "@requires", "@provides", "@override", "@inaccessible", "@interfaceObject", "@extends", "@tag", "@composeDirective"])\n`;

/** Federation 1 documents bring no @link and are left as they are. */
const withLink = (sdl: string): string => (sdl.startsWith('# fed1') ? sdl : LINK + sdl);

export function compose(graph: TestGraph, urls: Readonly<Record<string, string>> = {}): string {
  const services = Object.entries(graph).map(([name, { sdl }]) => ({ name, url: urls[name] ?? `http://${name}.invalid/graphql`, typeDefs: parse(withLink(sdl)) }));
  const result = composeServices(services);
  if (!('supergraphSdl' in result) || !result.supergraphSdl) throw new Error(result.errors?.map((error) => error.message).join('\n'));
  return marksExternalOnInterfaceObjects(result.supergraphSdl);
}

/** The composer forgets that a field of an interface object is external; other composers write it so. */
const marksExternalOnInterfaceObjects = (sdl: string): string =>
  sdl.replace(/(interface Media [^}]*isInterfaceObject: true[^}]*  title: String)\n/, '$1 @join__field(graph: MEDIA) @join__field(graph: REVIEWS, external: true)\n');

export function schemaOf({ sdl, resolvers = {} }: TestSubgraph): GraphQLSchema {
  return buildSubgraphSchema([{ typeDefs: parse(withLink(sdl)), resolvers: resolvers as never }]);
}
