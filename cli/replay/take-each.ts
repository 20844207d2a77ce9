/** Works on so many at once, in order. The first error stops what has not begun, and is thrown when the rest is over. */
export async function takeEach<Item>(items: readonly Item[], concurrency: number, work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  async function takeNext(): Promise<void> {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      try {
        await work(item);
      } catch (error) {
        waiting.length = 0;
        throw error;
      }
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: Math.min(concurrency, items.length) }, takeNext));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}
