import type { DocumentNode } from 'graphql';
import { countByFragment } from './count-by-fragment.ts';

/** Fields inside fields, fragments written out. */
export function refuseDepth(document: DocumentNode, max: number): string | undefined {
  const depth = countByFragment(document, (_, inner) => inner + 1, Math.max);
  return depth > max ? `The operation is ${depth} fields deep; at most ${max} are allowed.` : undefined;
}
