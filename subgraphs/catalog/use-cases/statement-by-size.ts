interface Statement {
  readonly parameters: readonly unknown[];
}

/**
 * Compiles the statement for a list of keys once a size and binds anew each time: for the hottest reads, where building
 * a statement costs more than running it. Lists are filled up to a power of two, so a dozen statements serve all.
 * @param compile the keys must be the last parameters of the statement
 */
export function statementBySize<S extends Statement>(compile: (keys: readonly string[]) => S): (keys: readonly string[]) => S {
  const compiled = new Map<number, S>();
  return (keys) => {
    const padded = fillUp(keys);
    const known = compiled.get(padded.length);
    if (known) return { ...known, parameters: [...known.parameters.slice(0, -padded.length), ...padded] };
    const made = compile(padded);
    compiled.set(padded.length, made);
    return made;
  };
}

/** Repeats the last key: a key that is named twice is found once. */
function fillUp(keys: readonly string[]): readonly string[] {
  const size = 2 ** Math.ceil(Math.log2(keys.length));
  return size === keys.length ? keys : [...keys, ...Array<string>(size - keys.length).fill(keys.at(-1) ?? '')];
}
