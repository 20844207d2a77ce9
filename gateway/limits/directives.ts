import { visit, type DocumentNode } from 'graphql';

/** Directives are cheap to write and dear to check. */
export function refuseDirectives(document: DocumentNode, max: number): string | undefined {
  let count = 0;
  visit(document, { Directive: () => void (count += 1) });
  return count > max ? `The document has more than ${max} directives.` : undefined;
}
