/** An element as it was read: text, or attributes (with an @ before their names) and elements; several of one name are a list. */
export type XmlTree = string | { readonly [name: string]: XmlTree | readonly XmlTree[] };

/** All elements at a path, of every branch. */
export function allAt(tree: XmlTree | undefined, ...path: readonly string[]): XmlTree[] {
  let found: XmlTree[] = tree === undefined ? [] : [tree];
  for (const name of path) found = found.flatMap((each) => (typeof each === 'string' || !Object.hasOwn(each, name) ? [] : [each[name] ?? []].flat() as XmlTree[]));
  return found;
}

export const at = (tree: XmlTree | undefined, ...path: readonly string[]): XmlTree | undefined => allAt(tree, ...path)[0];

/** The text of the first element, or the value of an attribute, at a path; undefined when there is none, or it is blank. */
export function textAt(tree: XmlTree | undefined, ...path: readonly string[]): string | undefined {
  const found = at(tree, ...path);
  const text = typeof found === 'object' ? found['#text'] : found;
  return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
}
