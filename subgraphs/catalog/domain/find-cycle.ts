/** A product would contain itself: the way round, or undefined when there is none. */
export function findCycle(start: string, partsOf: (sku: string) => readonly string[]): string[] | undefined {
  const seen = new Set<string>();
  const walk = (sku: string, way: readonly string[]): string[] | undefined => {
    for (const part of partsOf(sku)) {
      if (part === start) return [...way, sku, part];
      if (seen.has(part)) continue;
      seen.add(part);
      const found = walk(part, [...way, sku]);
      if (found) return found;
    }
    return undefined;
  };
  return walk(start, []);
}
