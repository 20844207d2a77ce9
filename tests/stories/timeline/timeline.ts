import type { Data, Session } from '../../support/session.ts';

/** Recorded, and without long rests, so that stories need not wait for them. */
export const RECORDED = { CARTWRIGHT_TIMELINE_ENABLED: 'true', CARTWRIGHT_TIMELINE_REST_MS: '5' };

export const ENTRY = 'id dealId position kind cause version at actor { kind name user { id } } facts { field of before after beforeAmount { amount currency } afterAmount { amount currency } }';

const TIMELINE = `query ($about: TimelineAboutInput!, $kinds: [TimelineKind!], $first: Int, $after: String) {
  timeline(about: $about, kinds: $kinds, first: $first, after: $after) { nodes { ${ENTRY} } pageInfo { hasNextPage endCursor } }
}`;

export const FOLLOW = `subscription ($about: TimelineAboutInput!, $dealId: ID, $afterPosition: Int) {
  timelineChanged(about: $about, dealId: $dealId, afterPosition: $afterPosition) { kind dealId fromPosition position entries { position kind cause } }
}`;

/** A page of what happened, as somebody sees it. */
export async function timelineOf(person: Session, about: object, more: object = {}): Promise<Data> {
  return (await person.ask(TIMELINE, { about, first: 100, ...more })).timeline;
}

export const entriesOf = async (person: Session, about: object, more: object = {}): Promise<Data[]> => (await timelineOf(person, about, more)).nodes;

/** Kind and cause of each, as one word. */
export const told = (entries: readonly Data[]): string[] => entries.map(({ kind, cause }) => `${kind} ${cause}`);

export const refusedTo = async (person: Session, about: object): Promise<string> => (await person.refused(TIMELINE, { about })).code;

/** What a fact was and is, in the entry with a cause. */
export function factIn(entries: readonly Data[], cause: string, field: string): [unknown, unknown] | undefined {
  const fact = entries.find((entry) => entry.cause === cause)?.facts.find((each: Data) => each.field === field);
  return fact && [fact.before, fact.after];
}
