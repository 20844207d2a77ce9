interface Statement {
  readonly parameters: readonly unknown[];
}

/**
 * Compiles the statement for lists of keys once a size and binds anew each time: for the hottest reads, where building
 * a statement costs more than running it. Lists are filled up to a power of two, so a dozen statements serve all.
 * @param compile the keys, in the order of the lists, must be all the parameters of the statement
 */
export function statementBySize<S extends Statement>(compile: (...lists: (readonly string[])[]) => S): (...lists: (readonly string[])[]) => S {
  const compiled = new Map<string, S>();
  return (...lists) => {
    const padded = lists.map(fillUp);
    const sizes = padded.map(({ length }) => length).join(' ');
    const known = compiled.get(sizes);
    if (known) return { ...known, parameters: padded.flat() };
    const made = compile(...padded);
    compiled.set(sizes, made);
    return made;
  };
}

/** Repeats the last key: a key that is named twice is found once. */
function fillUp(keys: readonly string[]): readonly string[] {
  const size = 2 ** Math.ceil(Math.log2(keys.length));
  return size === keys.length ? keys : [...keys, ...Array<string>(size - keys.length).fill(keys.at(-1) ?? '')];
}
