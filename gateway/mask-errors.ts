import type { Logger } from 'pino';
import type { WireError, WireResult } from './execute/errors.ts';

/**
 * A refusal with a code is meant for the client: it passes with its message, code and details. Anything else is our
 * fault or our secret: the client gets a request id, the log gets the rest.
 */
export function maskResult(result: WireResult, requestId: string, log: Logger): WireResult {
  if (!result.errors) return result;
  return { ...result, errors: result.errors.map((error) => maskError(error, requestId, log)) };
}

function maskError(error: WireError, requestId: string, log: Logger): WireError {
  const { code, details } = error.extensions ?? {};
  const { message, path, locations } = error;
  const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') {
    if (error.cause && code === 'SUBGRAPH_UNAVAILABLE') log.error({ requestId, path, code, err: error.cause }, message);
    return { message, ...place, extensions: { code, ...(details === undefined ? {} : { details }) } };
  }
  log.error({ requestId, path, code, err: error.cause }, message);
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL', requestId } };
}
