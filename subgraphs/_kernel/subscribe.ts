import {
  createSourceEventStream,
  execute,
  getOperationAST,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { Frame } from '#kernel/feed.ts';
import type { RequestFacts } from '#kernel/viewer.ts';

export interface SubscribeRequest {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
  readonly operationName: string | undefined;
  readonly facts: RequestFacts;
}

export type Subscribe = (request: SubscribeRequest) => Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult>;

/** Long enough for all who keep up to share a frame, short enough that frames of large things do not fill the memory. */
const REMEMBERED_MS = 1_000;
/** A frame is executed with fresh loaders and the rights of its viewer; refusals that end all reading end the stream. */
const ENDING = new Set(['NOT_FOUND', 'UNAUTHENTICATED', 'FORBIDDEN', 'CART_DELETED', 'CART_EXPIRED']);

/**
 * Subscribes like graphql-js, but reads each frame once for all who asked the same with the same rights: a thousand
 * watchers of one cart cost one read and share one result object.
 */
export function sharedSubscribe(schema: GraphQLSchema, contextFor: (facts: RequestFacts) => unknown): Subscribe {
  const remembered = new Map<string, Promise<ExecutionResult>>();
  const documentIds = new WeakMap<DocumentNode, number>();
  let documents = 0;

  const idOf = (document: DocumentNode): number => {
    const id = documentIds.get(document) ?? ++documents;
    documentIds.set(document, id);
    return id;
  };

  function readFrame(request: SubscribeRequest, question: string, frame: Frame): Promise<ExecutionResult> {
    const key = `${question}|${frame.aggregateId}|${frame.kind}|${frame.fromVersion}|${frame.version}`;
    const known = frame.kind === 'CHANGE' ? remembered.get(key) : undefined;
    if (known) return known;
    const result = Promise.resolve(
      execute({
        schema,
        document: request.document,
        rootValue: frame,
        contextValue: contextFor(request.facts),
        variableValues: request.variables,
        operationName: request.operationName,
      }),
    );
    if (frame.kind === 'CHANGE') remember(key, result);
    return result;
  }

  function remember(key: string, result: Promise<ExecutionResult>): void {
    remembered.set(key, result);
    setTimeout(() => remembered.delete(key), REMEMBERED_MS).unref();
    const forget = (): void => void remembered.delete(key);
    result.then(({ data }) => data == null && forget(), forget); // what failed may succeed for who asks later
  }

  return async (request) => {
    const source = await createSourceEventStream({
      schema,
      document: request.document,
      contextValue: contextFor(request.facts),
      variableValues: request.variables,
      operationName: request.operationName,
    });
    if (!(Symbol.asyncIterator in source)) return source;
    const question = JSON.stringify([idOf(request.document), request.operationName, sharedVariables(request), request.facts.viewer]);
    const frames = source[Symbol.asyncIterator]() as AsyncIterator<Frame>;
    let ended = false;
    const results: AsyncIterableIterator<ExecutionResult> = {
      [Symbol.asyncIterator]() {
        return this;
      },
      async next(): Promise<IteratorResult<ExecutionResult>> {
        if (ended) return { done: true, value: undefined };
        const frame = await frames.next();
        if (frame.done) return { done: true, value: undefined };
        const result = await readFrame(request, question, frame.value);
        if (result.data == null && result.errors?.some((error) => ENDING.has(String(error.extensions.code)))) {
          ended = true; // the last frame says why; nothing follows it
          await frames.return?.();
        }
        return { done: false, value: result };
      },
      async return() {
        ended = true;
        await frames.return?.();
        return { done: true, value: undefined };
      },
    };
    return results;
  };
}

/** Where a watcher resumed from does not change what a frame says. */
function sharedVariables({ document, operationName, variables }: SubscribeRequest): Record<string, unknown> {
  const shared: Record<string, unknown> = { ...variables };
  const operation = getOperationAST(document, operationName);
  const root = operation?.selectionSet.selections[0];
  if (root?.kind !== 'Field') return shared;
  for (const argument of root.arguments ?? []) {
    if (argument.name.value === 'afterVersion' && argument.value.kind === 'Variable') delete shared[argument.value.name.value];
  }
  return shared;
}
