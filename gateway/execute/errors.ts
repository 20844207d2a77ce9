/** An error as it goes to the client. */
export interface WireError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** The thrown error behind it, when it happened in this process: for the log only, never enumerable. */
  readonly cause?: unknown;
}

export interface WireResult {
  data?: Record<string, unknown> | null;
  errors?: readonly WireError[];
  extensions?: Record<string, unknown>;
}

export type ErrorPath = readonly (string | number)[];

export function wireError(message: string, code: string, more: { path?: ErrorPath; details?: unknown; locations?: WireError['locations'] } = {}): WireError {
  return {
    message,
    ...(more.locations?.length ? { locations: more.locations } : {}),
    ...(more.path ? { path: more.path } : {}),
    extensions: { code, ...(more.details === undefined ? {} : { details: more.details }) },
  };
}

/** A subgraph's error at another path; its stack and its place in the subgraph's document mean nothing to the client. */
export function reroute(error: SubgraphError, path: ErrorPath | undefined): WireError {
  const { stacktrace: _, ...extensions } = error.extensions ?? {};
  const wire: WireError = { message: error.message, ...(path ? { path } : {}), extensions };
  if (error.originalError) Object.defineProperty(wire, 'cause', { value: error.originalError, enumerable: false });
  return wire;
}

/** What we read of an error out of a subgraph: over the wire it is plain JSON, in process a GraphQLError. */
export interface SubgraphError {
  readonly message: string;
  readonly path?: ErrorPath;
  readonly extensions?: Readonly<Record<string, unknown>>;
  readonly originalError?: unknown;
}

export const startsWith = (path: ErrorPath | undefined, prefix: ErrorPath): boolean => path !== undefined && prefix.every((step, index) => path[index] === step);
