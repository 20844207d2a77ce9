import type { AskPeer } from '#kernel/peers.ts';
import type { EntryItem, ReadRow } from '../domain/direct-entry.ts';

const ITEMS = /* GraphQL */ `
  query EntryItems($rows: [EntryRowInput!]!, $allUoms: Boolean!, $checkPrices: Boolean!) {
    entryItems(rows: $rows, allUoms: $allUoms, checkPrices: $checkPrices) { sku name primaryUom uoms problem message }
  }
`;

export interface EntryWish {
  /** All units to choose from, not the primary one alone. */
  readonly allUoms?: boolean;
  /** Whether a row without a price has a problem. */
  readonly checkPrices?: boolean;
}

/** What rows of a direct entry stand for to the viewer, and the units to choose from: one question, in the order asked. A bad quantity is not passed on. */
export async function askEntryItems(ask: AskPeer, rows: readonly ReadRow[], { allUoms = false, checkPrices = false }: EntryWish): Promise<readonly EntryItem[]> {
  if (rows.length === 0) return [];
  const asked = rows.map((row) => ({ partNumber: row.customerPartNumber, sku: row.partNumber, uom: row.uom, quantity: row.problem ? '1' : row.quantity }));
  const { entryItems } = await ask<{ entryItems: readonly EntryItem[] }>({ subgraph: 'catalog', query: ITEMS, variables: { rows: asked, allUoms, checkPrices } });
  return entryItems;
}

const AVAILABILITIES = /* GraphQL */ `
  query Availabilities($requests: [AvailabilityRequest!]!) {
    availabilities(requests: $requests) { problem message availability { inStock available incoming availableOn message } }
  }
`;

export interface AvailabilityQuestion {
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string;
  readonly on: Date;
}

export interface AvailabilityAnswer {
  readonly inStock: boolean | null;
  readonly available: string | null;
  readonly incoming: string | null;
  readonly availableOn: Date | null;
  readonly message: string;
  readonly problem: string | null;
}

interface Answered {
  readonly problem: string | null;
  readonly message: string | null;
  readonly availability: (Omit<AvailabilityAnswer, 'problem' | 'availableOn'> & { readonly availableOn: string | null }) | null;
}

const NOT_SAID = { inStock: null, available: null, incoming: null };

/** Whether so much of each can be had on its day: one question, in the order asked. */
export async function askAvailabilities(ask: AskPeer, questions: readonly AvailabilityQuestion[]): Promise<AvailabilityAnswer[]> {
  if (questions.length === 0) return [];
  const requests = questions.map(({ sku, quantity, uom, on }) => ({ sku, quantity, uom, on: on.toISOString() }));
  const { availabilities } = await ask<{ availabilities: readonly Answered[] }>({ subgraph: 'catalog', query: AVAILABILITIES, variables: { requests } });
  return availabilities.map(({ problem, message, availability }) => ({
    ...(availability ?? NOT_SAID),
    problem,
    message: availability?.message ?? message ?? '',
    availableOn: availability?.availableOn ? new Date(availability.availableOn) : null,
  }));
}
