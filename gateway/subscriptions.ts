import type { ExecutionResult } from 'graphql';
import type { Engine, Prepared } from './engine.ts';
import { takeRoot } from './execute/fetch-root.ts';
import { finish } from './execute/finish.ts';
import { reroute, wireError, type WireError, type WireResult } from './execute/errors.ts';
import { copyJson } from './execute/json.ts';
import { walk } from './execute/walk.ts';
import type { Variant } from './operation.ts';
import type { FetchNode, PlanNode } from './plan.ts';
import type { CallContext } from './transport.ts';

/*
 * One upstream subscription for each watcher; the work on its frames is shared. A feed that hands the same result
 * object to a thousand watchers of one document with equal rights costs one execution of the rest of the plan.
 */
type Frames = Map<Variant, Map<string, Promise<WireResult>>>;

export interface FrameInProgress {
  readonly context: CallContext;
  readonly close: () => void;
}

export interface FrameContext {
  /** A context for one frame: fresh loaders, a deadline of its own. */
  open(): FrameInProgress;
  /** Equal for watchers that may share a frame. */
  readonly rights: string;
  /** The last touch to a frame: hides what clients should not read. */
  finish(frame: WireResult, requestId: string): WireResult;
  /** Tells the upstream that nobody watches any more. */
  stop(): void;
}

export type Subscribe = (prepared: Prepared, context: CallContext, frames: FrameContext) => AsyncGenerator<WireResult>;

export function createSubscriber(engine: Engine): Subscribe {
  const shared = new WeakMap<ExecutionResult, Frames>();

  return (prepared, context, frames) => {
    const { primary, rest } = splitPlan(engine.planOf(prepared));
    const variables = Object.fromEntries(primary.variables.filter((name) => name in prepared.variables).map((name) => [name, prepared.variables[name]]));
    const call = { subgraph: primary.subgraph, query: primary.operation, operationName: primary.operationName, variables, kind: 'subscription' as const };
    const audience = `${frames.rights}\n${JSON.stringify(pick(prepared.variables, variablesOf(rest)))}`;

    async function toFrame(event: ExecutionResult): Promise<WireResult> {
      const { context: frameContext, close } = frames.open();
      try {
        const state = engine.newState(prepared, frameContext);
        takeRoot(primary, { ...event, data: copyJson(event.data) }, state); // the event belongs to others too
        for (const node of rest) await walk(node, state);
        return frames.finish(finish(prepared.variant.shape, state), frameContext.requestId);
      } finally {
        close();
      }
    }

    function shareFrame(event: ExecutionResult): Promise<WireResult> {
      let byVariant = shared.get(event);
      if (!byVariant) shared.set(event, (byVariant = new Map()));
      let byAudience = byVariant.get(prepared.variant);
      if (!byAudience) byVariant.set(prepared.variant, (byAudience = new Map()));
      let frame = byAudience.get(audience);
      if (!frame) byAudience.set(audience, (frame = toFrame(event)));
      return frame;
    }

    const broken = (error: unknown): WireResult => frames.finish({ errors: [lastWord(error, primary.subgraph)] }, context.requestId);
    return mapEvents(engine.transport.subscribe(call, context), shareFrame, { stopped: frames.stop, broken });
  };
}

/** A stream may end with a refusal, which has a code; the reason of any other end is not the client's business. */
function lastWord(error: unknown, subgraph: string): WireError {
  const extensions = error instanceof Error && 'extensions' in error ? (error.extensions as Record<string, unknown> | undefined) : undefined;
  if (error instanceof Error && typeof extensions?.code === 'string') return reroute({ message: error.message, extensions }, undefined);
  return wireError(`The subgraph ${subgraph} ended the subscription.`, 'SUBGRAPH_UNAVAILABLE');
}

/** The subscription's own fetch, and what must be fetched after each event. */
function splitPlan(plan: PlanNode | undefined): { primary: FetchNode; rest: readonly PlanNode[] } {
  const nodes = plan?.kind === 'sequence' ? plan.nodes : plan ? [plan] : [];
  const [first, ...rest] = nodes;
  if (first?.kind !== 'subscription') throw new Error('The plan of a subscription begins with the subscription.');
  return { primary: first.primary, rest };
}

function variablesOf(nodes: readonly PlanNode[]): Set<string> {
  const names = new Set<string>();
  const visit = (node: PlanNode): void => {
    if (node.kind === 'fetch' || node.kind === 'entities') node.variables.forEach((name) => names.add(name));
    else if (node.kind !== 'subscription') node.nodes.forEach(visit);
  };
  nodes.forEach(visit);
  return names;
}

const pick = (values: Readonly<Record<string, unknown>>, names: ReadonlySet<string>): [string, unknown][] => [...names].sort().map((name) => [name, values[name]]);

/**
 * Pulls the next event only when the last frame was taken, so pressure lands in the source. Written out, because a
 * generator's `return` waits for the pending `next`, and a quiet source would never let go.
 */
function mapEvents(source: AsyncIterable<ExecutionResult>, toFrame: (event: ExecutionResult) => Promise<WireResult>, ends: { stopped(): void; broken(error: unknown): WireResult }): AsyncGenerator<WireResult> {
  const events = source[Symbol.asyncIterator]();
  let finished = false;
  let release: ((result: IteratorResult<WireResult, undefined>) => void) | undefined;

  /** A source that fails while closing has nobody left to tell. */
  const letGo = (): void => void Promise.resolve(events.return?.()).catch(() => undefined);

  async function pull(): Promise<IteratorResult<WireResult, undefined>> {
    try {
      const event = await events.next();
      if (event.done) finished = true;
      return event.done || finished ? DONE : { done: false, value: await toFrame(event.value) };
    } catch (error) {
      if (finished) return DONE;
      finished = true;
      ends.stopped();
      letGo(); // what failed may listen still
      return { done: false, value: ends.broken(error) };
    }
  }

  async function stop(): Promise<IteratorResult<WireResult, undefined>> {
    if (!finished) {
      finished = true;
      release?.(DONE);
      ends.stopped();
      letGo();
    }
    return DONE;
  }

  return {
    next: () => (finished ? Promise.resolve(DONE) : new Promise((resolve, reject) => {
      release = resolve;
      pull().then(resolve, reject);
    })),
    return: stop,
    async throw(error) {
      await stop();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}

const DONE = { done: true, value: undefined } as const;
