import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Caller } from './caller.ts';
import { createDeadline, type Deadline, type OpenDeadline } from './deadline.ts';
import type { Engine, OperationRequest, Prepared } from './engine.ts';
import type { WireError, WireResult } from './execute/errors.ts';
import { maskResult } from './mask-errors.ts';
import { createSubscriber, type FrameInProgress } from './subscriptions.ts';
import type { CallContext } from './transport.ts';

export interface AnswerOptions {
  readonly engine: Engine;
  readonly mask: boolean;
  readonly log: Logger;
  readonly deadlineMs: number;
}

/** The same for every protocol: an operation in, one result or a stream of results out. */
export interface Answerer {
  prepare(request: OperationRequest): Prepared | { readonly errors: readonly WireError[] };
  /** Stops asking subgraphs when the deadline passes; one of its own when none is given. */
  answer(prepared: Prepared, caller: Caller, deadline?: OpenDeadline): Promise<WireResult>;
  newDeadline(): OpenDeadline;
  stream(prepared: Prepared, caller: Caller): AsyncGenerator<WireResult>;
}

export function createAnswerer({ engine, mask, log, deadlineMs }: AnswerOptions): Answerer {
  const subscribe = createSubscriber(engine);
  const conceal = (result: WireResult, requestId: string): WireResult => (mask ? maskResult(result, requestId, log) : result);

  function failed(error: unknown, requestId: string): WireResult {
    log.error({ requestId, err: error }, 'The gateway failed to execute an operation.');
    const message = !mask && error instanceof Error ? error.message : 'Something went wrong on our side.';
    return { errors: [{ message, extensions: { code: 'INTERNAL', requestId } }], data: null };
  }

  return {
    prepare: engine.prepare,

    async answer(prepared, caller, deadline = createDeadline(deadlineMs)) {
      try {
        return conceal(await engine.execute(prepared, contextOf(caller, caller.requestId, deadline)), caller.requestId);
      } catch (error) {
        return failed(error, caller.requestId);
      } finally {
        deadline.close();
      }
    },

    newDeadline: () => createDeadline(deadlineMs),

    stream(prepared, caller) {
      if (prepared.variant.rootFields.length === 0) return once({ data: {} }); // every field is skipped
      const watched = createDeadline();
      const openFrame = (): FrameInProgress => {
        const deadline = createDeadline(deadlineMs);
        return { context: contextOf(caller, randomUUID(), deadline), close: deadline.close };
      };
      const rights = JSON.stringify([caller.viewer, caller.forwarded]);
      try {
        return subscribe(prepared, contextOf(caller, caller.requestId, watched), { rights, open: openFrame, finish: conceal, stop: watched.pass });
      } catch (error) {
        return once(failed(error, caller.requestId)); // it could not be planned
      }
    },
  };
}

function contextOf({ viewer, trace, forwarded }: Caller, requestId: string, deadline: Deadline): CallContext {
  return { viewer, trace, forwarded, requestId, deadline, cacheKey: {} };
}

async function* once(result: WireResult): AsyncGenerator<WireResult> {
  yield result;
}
