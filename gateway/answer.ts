import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Caller } from './caller.ts';
import type { Engine, OperationRequest, Prepared } from './engine.ts';
import { wireError, type WireError, type WireResult } from './execute/errors.ts';
import { maskResult } from './mask-errors.ts';
import { createSubscriber } from './subscriptions.ts';
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
  answer(prepared: Prepared, caller: Caller, cancelled?: AbortSignal): Promise<WireResult>;
  stream(prepared: Prepared, caller: Caller): AsyncGenerator<WireResult>;
}

export function createAnswerer({ engine, mask, log, deadlineMs }: AnswerOptions): Answerer {
  const subscribe = createSubscriber(engine);
  const conceal = (result: WireResult, requestId: string): WireResult => (mask ? maskResult(result, requestId, log) : result);

  function open(caller: Caller, requestId: string, cancelled?: AbortSignal): { context: CallContext; close: () => void } {
    const controller = new AbortController();
    const abort = (): void => controller.abort();
    const timer = setTimeout(abort, deadlineMs);
    cancelled?.addEventListener('abort', abort, { once: true });
    const { viewer, trace, forwarded } = caller;
    const close = (): void => {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', abort);
    };
    return { context: { viewer, trace, forwarded, requestId, deadline: controller.signal, cacheKey: {} }, close };
  }

  return {
    prepare: engine.prepare,

    async answer(prepared, caller, cancelled) {
      // A mutation that has begun is not stopped by a client who hangs up.
      const stoppable = prepared.operation.definition.operation === 'query' ? cancelled : undefined;
      const { context, close } = open(caller, caller.requestId, stoppable);
      try {
        return conceal(await engine.execute(prepared, context), caller.requestId);
      } catch (error) {
        log.error({ requestId: caller.requestId, err: error }, 'The gateway failed to execute an operation.');
        return { errors: [wireError('Something went wrong on our side.', 'INTERNAL')], data: null };
      } finally {
        close();
      }
    },

    stream(prepared, caller) {
      const { viewer, trace, forwarded, requestId } = caller;
      const stopped = new AbortController();
      const context: CallContext = { viewer, trace, forwarded, requestId, deadline: stopped.signal, cacheKey: {} };
      const rights = JSON.stringify([viewer, forwarded]);
      return subscribe(prepared, context, { rights, open: () => open(caller, randomUUID()), finish: conceal, stop: () => stopped.abort() });
    },
  };
}
