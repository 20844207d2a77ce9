import { Kind, type DirectiveNode, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

/** A root field with the conditions of the fragments around it. */
export interface RootField {
  readonly key: string;
  readonly name: string;
  readonly node: SelectionNode;
}

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** The root fields of an operation, fragments opened, in the client's order. */
export function splitRoot(operation: OperationDefinitionNode, fragments: Fragments): RootField[] {
  const fields: RootField[] = [];
  const open = (set: SelectionSetNode, conditions: readonly DirectiveNode[]): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) {
        fields.push({ key: node.alias?.value ?? node.name.value, name: node.name.value, node: under(conditions, node) });
        continue;
      }
      const inner = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet;
      if (inner) open(inner, [...conditions, ...(node.directives ?? [])]);
    }
  };
  open(operation.selectionSet, []);
  return fields;
}

/** A field inside one anonymous fragment for each condition: @skip may not stand twice on one node. */
function under(conditions: readonly DirectiveNode[], node: SelectionNode): SelectionNode {
  return conditions.reduceRight<SelectionNode>(
    (inner, directive) => ({ kind: Kind.INLINE_FRAGMENT, directives: [directive], selectionSet: { kind: Kind.SELECTION_SET, selections: [inner] } }),
    node,
  );
}

/** The same operation with only these root fields. */
export function withRootFields(operation: OperationDefinitionNode, fragments: Fragments, fields: readonly RootField[]): DocumentNode {
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections: fields.map((field) => field.node) };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet }, ...Object.values(fragments)] };
}
