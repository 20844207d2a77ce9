import type { Server } from 'node:http';
import { GraphQLError, parse, validate, type ExecutionArgs } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { RunningSubgraph } from '#kernel/subgraph.ts';
import type { RequestFacts } from '#kernel/viewer.ts';

type FactsOf = (token: string | undefined, body: string) => RequestFacts | undefined;

/** One socket carries many people's subscriptions: each `subscribe` brings its own token, bound to what it asks. */
export function acceptSubscriptions(server: Server, subgraph: RunningSubgraph, factsOf: FactsOf): { dispose(): Promise<void> } {
  const sockets = new WebSocketServer({ server, maxPayload: 1024 * 1024, perMessageDeflate: false });
  const facts = new WeakMap<object, RequestFacts>();

  const disposable = useServer(
    {
      onSubscribe(_context, _id, { query, variables, operationName, extensions }) {
        const token = extensions?.internalToken;
        const asker = factsOf(typeof token === 'string' ? token : undefined, JSON.stringify({ query, variables, operationName }));
        if (!asker) return [new GraphQLError('This needs a valid internal token.', { extensions: { code: 'UNAUTHENTICATED' } })];
        const document = parse(query);
        const errors = validate(subgraph.schema, document);
        if (errors.length > 0) return errors;
        const args: ExecutionArgs = { schema: subgraph.schema, document, variableValues: variables, operationName, contextValue: subgraph.contextFor(asker) };
        facts.set(args, asker);
        return args;
      },
      subscribe(args) {
        const asker = facts.get(args) ?? { viewer: null, requestId: 'anonymous' };
        return subgraph.subscribe({
          document: args.document,
          variables: args.variableValues as Record<string, unknown> | undefined,
          operationName: args.operationName ?? undefined,
          facts: asker,
        }) as never;
      },
    },
    sockets,
  );
  return { dispose: async () => void (await disposable.dispose()) };
}
