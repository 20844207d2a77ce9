/** What names of ours are called in another system. */
export type Mapping = ReadonlyMap<string, string>;

/** Reads bindings such as `VAN=GROUND`. @throws Error naming the one that is none */
export function readMapping(bindings: readonly string[]): Mapping {
  return new Map(
    bindings.map((binding) => {
      const [ours = '', theirs = ''] = binding.split('=', 2).map((part) => part.trim());
      if (ours === '' || theirs === '') throw new Error(`${binding} maps nothing; write ours=theirs.`);
      return [ours, theirs];
    }),
  );
}
