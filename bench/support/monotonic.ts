/** Milliseconds on the machine's monotonic clock: processes can compare theirs. */
export const monotonicMs = (): number => Number(process.hrtime.bigint()) / 1e6;
