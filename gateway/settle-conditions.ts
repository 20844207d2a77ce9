import {
  getDirectiveValues, GraphQLIncludeDirective, GraphQLSkipDirective, Kind, visit,
  type ASTNode, type FieldNode, type FragmentSpreadNode, type InlineFragmentNode, type SelectionNode, type SelectionSetNode,
} from 'graphql';

/*
 * @skip and @include are settled before anything is planned: a plan made with conditions in it fetches, and for a
 * mutation does, more than the client asked for. One plan for each answer to the conditions; there are few.
 */
export function settleConditions<T extends ASTNode>(node: T, variables: Readonly<Record<string, unknown>>): T {
  const settle = <N extends SelectionNode>(selection: N): N | null | undefined => {
    if (!selection.directives?.some(isCondition)) return undefined; // as it is
    if (!isIncluded(selection, variables)) return null; // gone
    return { ...selection, directives: selection.directives.filter((directive) => !isCondition(directive)) };
  };
  return visit(node, {
    Field: { enter: (field: FieldNode) => settle(field) },
    InlineFragment: { enter: (fragment: InlineFragmentNode) => settle(fragment) },
    FragmentSpread: { enter: (spread: FragmentSpreadNode) => settle(spread) },
  }) as T;
}

/** Where nothing is left to select a planner still wants a selection. */
export function fillEmptySelections<T extends ASTNode>(node: T): T {
  return visit(node, { SelectionSet: { leave: (set: SelectionSetNode) => (set.selections.length === 0 ? { ...set, selections: [TYPENAME] } : undefined) } }) as T;
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

const isCondition = (directive: { readonly name: { readonly value: string } }): boolean => directive.name.value === 'skip' || directive.name.value === 'include';

function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (getDirectiveValues(GraphQLSkipDirective, node, { ...variables })?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, { ...variables })?.if !== false;
}
