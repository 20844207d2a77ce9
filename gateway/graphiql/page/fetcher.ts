import { getOperationAST, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { GraphiQLProps } from 'graphiql';
import { forgetFrames } from './frames.ts';
import { become, currentSession, identity } from './identity.ts';
import { post, type GraphQLBody } from './post.ts';
import { fillVariables, remember } from './recall.ts';
import { bearer } from './sign-in.ts';
import { watch } from './watch.ts';

/** Sends what GraphiQL runs: subscriptions over the WebSocket, all else over HTTP, both as the chosen person. */
export const fetcher: GraphiQLProps['fetcher'] = async (params, options) => {
  const headers = lowerCase(options?.headers);
  const operation = findOperation(params.query, params.operationName);
  if (!operation) return ask(params, headers); // the server says best what is wrong with it
  const body = { query: params.query, operationName: operation.name?.value, variables: fillVariables(operation, params.variables) };
  const seen = (data: unknown): void => remember(operation, data);
  if (operation.operation === 'subscription') return watch(body, seen, headers['authorization']);
  forgetFrames();
  const result = await ask(body, headers);
  seen(result['data']);
  return result;
};

/** A token the server no longer takes is renewed once; headers typed into the editor win over the switcher's. */
async function ask(body: GraphQLBody, typed: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
  const session = await currentSession();
  const first = await post(body, { ...bearer(session), ...typed });
  if (first.status !== 401 || !session || 'authorization' in typed) return first.result;
  await become(identity.get().who);
  const second = await post(body, { ...bearer(await currentSession()), ...typed });
  return second.result;
}

function lowerCase(headers: Record<string, unknown> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** Just after a tab change GraphiQL still names the last tab's operation: then a document's only one is meant. */
function findOperation(query: string, name: string | null | undefined): OperationDefinitionNode | null {
  const document = tryParse(query);
  return document && (getOperationAST(document, name) ?? getOperationAST(document) ?? null);
}

function tryParse(query: string): DocumentNode | null {
  try {
    return parse(query);
  } catch {
    return null; // sent as it is: a syntax error is the server's to explain
  }
}
