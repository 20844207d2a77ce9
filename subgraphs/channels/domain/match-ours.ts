import type { OutsideDocument } from './outside-document.ts';

/** Something of ours that was handed over, or is to be. */
export interface Ours {
  readonly id: string;
  readonly accountId: string;
  /** Its number there, once it is known. */
  readonly number?: string | null;
}

export interface Matched {
  /** What is told of ours, by our ids. */
  readonly ofOurs: ReadonlyMap<string, OutsideDocument>;
  /** What came by other channels. */
  readonly others: readonly OutsideDocument[];
  /** How many say they are something of ours that they cannot be. */
  readonly leftOut: number;
}

/** Which of the documents outside are ours: those under a number we were told, and those that name us. One row for each. [EXT-15] */
export function matchOurs(documents: readonly OutsideDocument[], ours: readonly Ours[], accountId: string): Matched {
  const byId = new Map(ours.map((each) => [each.id, each]));
  const byNumber = new Map(ours.flatMap((each) => (each.number == null ? [] : [[each.number, each] as const])));
  const ofOurs = new Map<string, OutsideDocument>();
  const others: OutsideDocument[] = [];
  let leftOut = 0;
  for (const document of documents) {
    const named = document.reference === null ? undefined : byId.get(document.reference);
    const known = byNumber.get(document.number) ?? named;
    if (!known) others.push(document);
    else if (known.accountId !== accountId || isAnother(known, named, document)) leftOut++;
    else ofOurs.set(known.id, document);
  }
  return { ofOurs, others, leftOut };
}

/** It names another of ours than its number is of, or has another number than we were told. */
const isAnother = (known: Ours, named: Ours | undefined, { number }: OutsideDocument): boolean => (named !== undefined && named.id !== known.id) || (known.number != null && known.number !== number);
