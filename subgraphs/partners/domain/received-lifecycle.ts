/**
 * RECEIVED: taken, and no order of it is known yet; ORDERED: there is one; REFUSED: none can come of this version; WITHDRAWN: the sender
 * took it back. A later version begins anew from anything but ORDERED.
 */
export const RECEIVED_STATUSES = ['RECEIVED', 'ORDERED', 'REFUSED', 'WITHDRAWN'] as const;
export type ReceivedStatus = (typeof RECEIVED_STATUSES)[number];

export interface KnownTransfer {
  readonly version: number;
  readonly contentHash: string;
  readonly priceHash: string;
  readonly status: ReceivedStatus;
}

export interface ArrivedTransfer {
  readonly version: number;
  readonly contentHash: string;
  readonly priceHash: string;
}

/** BEGIN: nothing is known of the key; UPDATE: it takes the place of what is known; REPEAT: it is what is known; the others are refused. */
export type Arrival = 'BEGIN' | 'UPDATE' | 'REPEAT' | 'SUPERSEDED' | 'ALREADY_ORDERED' | 'CONTENT_MISMATCH';

/** What a message under a key is to what came before it: a key is never two orders. [XFER-08] */
export function judgeArrival(known: KnownTransfer | undefined, { version, contentHash, priceHash }: ArrivedTransfer): Arrival {
  if (!known) return 'BEGIN';
  if (version < known.version) return 'SUPERSEDED';
  if (version > known.version) return known.status === 'ORDERED' ? 'ALREADY_ORDERED' : 'UPDATE';
  const same = known.contentHash === contentHash && known.priceHash === priceHash;
  return same || known.status === 'WITHDRAWN' ? 'REPEAT' : 'CONTENT_MISMATCH';
}
