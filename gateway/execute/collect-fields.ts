import {
  GraphQLIncludeDirective, GraphQLSkipDirective, getDirectiveValues, isAbstractType, isInterfaceType, isObjectType, Kind,
  type FieldNode, type GraphQLNamedType, type SelectionNode, type SelectionSetNode,
} from 'graphql';
import type { ShapeSource } from './shape.ts';

/** The fields selected on a type, by response key in the client's order; fragments opened, conditions settled. */
export function collectFields(source: ShapeSource, type: GraphQLNamedType, sets: readonly SelectionSetNode[]): [string, FieldNode[]][] {
  const fields = new Map<string, FieldNode[]>();
  const opened = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isIncluded(node, source.conditions)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const same = fields.get(key);
        if (same) same.push(node);
        else fields.set(key, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(source, type, node.typeCondition?.name.value)) collect(node.selectionSet);
      } else {
        const fragment = source.fragments[node.name.value];
        if (!fragment || opened.has(node.name.value)) continue;
        opened.add(node.name.value);
        if (applies(source, type, fragment.typeCondition.name.value)) collect(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) collect(set);
  return [...fields];
}

export function isIncluded(node: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, { ...variables })?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, { ...variables })?.if !== false;
}

function applies(source: ShapeSource, type: GraphQLNamedType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = source.schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && source.schema.isSubType(wanted, type);
}
