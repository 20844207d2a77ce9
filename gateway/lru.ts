/** A map that forgets its least recently used entries; bounded by count and by the sum of the weights. */
export interface Lru<V> {
  get(key: string): V | undefined;
  set(key: string, value: V, weight?: number): void;
  delete(key: string): void;
}

export function createLru<V>(maxEntries: number, maxWeight: number = Number.POSITIVE_INFINITY): Lru<V> {
  const entries = new Map<string, { value: V; weight: number }>();
  let total = 0;

  function drop(key: string): void {
    const entry = entries.get(key);
    if (!entry) return;
    total -= entry.weight;
    entries.delete(key);
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key); // a Map iterates in insertion order: insert again = youngest
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value, weight = 1) {
      drop(key);
      if (weight > maxWeight) return;
      entries.set(key, { value, weight });
      total += weight;
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && total <= maxWeight) break;
        drop(oldest);
      }
    },
    delete: drop,
  };
}
