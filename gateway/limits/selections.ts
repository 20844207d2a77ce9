import type { DocumentNode } from 'graphql';
import { countByFragment } from './count-by-fragment.ts';

/** How many fields are selected once fragments are written out: what planning, validation and projection must walk. */
export function refuseSelections(document: DocumentNode, max: number): string | undefined {
  const count = countByFragment(document, (_, inner) => inner + 1, (a, b) => a + b);
  return count > max ? `The operation selects more than ${max} fields.` : undefined;
}
