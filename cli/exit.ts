/** What the shell is told. */
export const EXIT = { done: 0, someRefused: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command cannot be carried out as it was given. */
export class UsageError extends Error {}

/** The product does not answer at its URL. */
export class Unreachable extends Error {}
