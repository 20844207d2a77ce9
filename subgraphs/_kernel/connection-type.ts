import { Field, ObjectType, type ClassType } from 'type-graphql';
import type { Connection, Edge } from '#kernel/paging.ts';
import { PageInfoType } from '#kernel/shared-types.ts';

/** Makes the Relay connection type of a node type: `connectionType('Cart', CartType)` is `CartConnection`. */
export function connectionType<Node extends object>(name: string, nodeType: ClassType<Node>): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { simpleResolvers: true, description: `One ${name} of a page, with its cursor.` })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: 'Pass it as `after` to go on from here.' })
    cursor: string;
    @Field(() => nodeType, { description: `The ${name}.` })
    node: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true, description: `A page of a list of ${name}s (Relay).` })
  class ConnectionType implements Connection<Node> {
    @Field(() => [EdgeType], { description: 'The page, in order.' })
    edges: Edge<Node>[];
    @Field(() => [nodeType], { description: 'The same page without cursors.' })
    nodes: Node[];
    @Field(() => PageInfoType, { description: 'Where the page ends.' })
    pageInfo: PageInfoType;
  }
  return ConnectionType as unknown as ClassType<Connection<Node>>;
}
