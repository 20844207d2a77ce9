/** TIMEOUT, CONNECTION and STATUS say that the system is not well; the others say nothing about that. */
export type FaultReason = 'TIMEOUT' | 'CONNECTION' | 'STATUS' | 'REFUSED' | 'MALFORMED' | 'TOO_LARGE' | 'BUSY' | 'BREAKER_OPEN';

const UNWELL: ReadonlySet<FaultReason> = new Set<FaultReason>(['TIMEOUT', 'CONNECTION', 'STATUS']);

/** Why an outside system gave no answer that can be used; for the log, never for a buyer. */
export class OutsideFault extends Error {
  readonly reason: FaultReason;

  constructor(reason: FaultReason, message: string) {
    super(message);
    this.name = 'OutsideFault';
    this.reason = reason;
  }
}

export const isUnwell = ({ reason }: OutsideFault): boolean => UNWELL.has(reason);
