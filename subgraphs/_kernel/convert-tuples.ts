interface Node {
  readonly kind: string;
}

interface Binary extends Node {
  readonly leftOperand: Node & { readonly values?: readonly Node[] };
  readonly rightOperand: Node & { readonly values?: readonly Node[] };
}

interface Both extends Node {
  readonly left: Node;
  readonly right: Node;
}

type Convert = (property: string, value: unknown) => unknown;

/** Converts the values of row comparisons, `(a, b) > (?, ?)`, by their columns, as MikroORM's plugin does for single ones; a condition without any stays the node it is. */
export function convertTuples<N extends Node>(where: N, convert: Convert): N {
  if (where.kind === 'AndNode') return bothConverted(where as unknown as Both, convert) as unknown as N;
  if (where.kind !== 'BinaryOperationNode') return where;
  const { leftOperand, rightOperand } = where as unknown as Binary;
  if (leftOperand.kind !== 'TupleNode' || rightOperand.kind !== 'TupleNode') return where;
  const values = (rightOperand.values ?? []).map((value, i) => valueConverted(value, leftOperand.values?.[i], convert));
  return { ...where, rightOperand: { ...rightOperand, values } };
}

function bothConverted(node: Both, convert: Convert): Both {
  const [left, right] = [convertTuples(node.left, convert), convertTuples(node.right, convert)];
  return left === node.left && right === node.right ? node : { ...node, left, right };
}

function valueConverted(node: Node, reference: Node | undefined, convert: Convert): Node {
  const property = (reference as { readonly column?: { readonly column?: { readonly name: string } } } | undefined)?.column?.column?.name;
  return node.kind === 'ValueNode' && property !== undefined ? ({ ...node, value: convert(property, (node as Node & { readonly value: unknown }).value) } as Node) : node;
}
