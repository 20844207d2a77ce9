import { visit, type DocumentNode } from 'graphql';

/** Aliases ask for one field many times. `__proto__` as a response key serves nobody honest. */
export function refuseAliases(document: DocumentNode, max: number): string | undefined {
  let count = 0;
  let reserved = false;
  visit(document, {
    Field(node) {
      if (!node.alias) return;
      count += 1;
      reserved ||= node.alias.value === '__proto__';
    },
  });
  if (reserved) return 'The alias __proto__ is not allowed.';
  return count > max ? `The document has more than ${max} aliases.` : undefined;
}
