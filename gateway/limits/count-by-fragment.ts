import { Kind, type DocumentNode, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';

/**
 * Folds a number over every operation as if its fragments were written out, in time linear in the document: each
 * fragment is counted once. A document that doubles its fragments thirty times costs thirty steps, not a billion.
 */
export function countByFragment(document: DocumentNode, ofField: (field: FieldNode, inner: number) => number, join: (a: number, b: number) => number): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const known = new Map<string, number>();

  function countFragment(name: string): number {
    const counted = known.get(name);
    if (counted !== undefined) return counted;
    known.set(name, 0); // a cycle counts as nothing here; validation refuses it
    const fragment = fragments.get(name);
    const count = fragment ? countSet(fragment.selectionSet) : 0;
    known.set(name, count);
    return count;
  }

  function countSet(set: SelectionSetNode): number {
    return set.selections.reduce((total, node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) return join(total, countFragment(node.name.value));
      if (node.kind === Kind.INLINE_FRAGMENT) return join(total, countSet(node.selectionSet));
      return join(total, ofField(node, node.selectionSet ? countSet(node.selectionSet) : 0));
    }, 0);
  }

  return document.definitions.reduce((most, each) => (each.kind === Kind.OPERATION_DEFINITION ? Math.max(most, countSet(each.selectionSet)) : most), 0);
}
