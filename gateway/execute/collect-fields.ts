import {
  isAbstractType, isInterfaceType, isObjectType, Kind,
  type FieldNode, type GraphQLNamedType, type SelectionSetNode,
} from 'graphql';
import type { ShapeSource } from './shape.ts';

/** The fields selected on a type, by response key in the client's order; fragments opened. */
export function collectFields(source: ShapeSource, type: GraphQLNamedType, sets: readonly SelectionSetNode[]): [string, FieldNode[]][] {
  const fields = new Map<string, FieldNode[]>();
  const opened = new Set<string>();
  const collect = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
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

function applies(source: ShapeSource, type: GraphQLNamedType, condition: string | undefined): boolean {
  if (condition === undefined || condition === type.name) return true;
  const wanted = source.schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && source.schema.isSubType(wanted, type);
}
