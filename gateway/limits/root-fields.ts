import type { DocumentNode } from 'graphql';
import { countByFragment } from './count-by-fragment.ts';

/** Each root field is a question of its own to some subgraph. */
export function refuseRootFields(document: DocumentNode, max: number): string | undefined {
  const count = countByFragment(document, () => 1, (a, b) => a + b);
  return count > max ? `The operation has more than ${max} root fields.` : undefined;
}
