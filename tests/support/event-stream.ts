import type { Result } from './watch.ts';

/** Reads a subscription as server-sent events, as a browser would with fetch. `results` ends with the stream. */
export function openEventStream(url: string, token: string | undefined, query: string, variables?: Record<string, unknown>): { results: AsyncIterableIterator<Result>; cut(): void } {
  const connection = new AbortController();
  const headers: Record<string, string> = { 'content-type': 'application/json', accept: 'text/event-stream' };
  if (token) headers.authorization = `Bearer ${token}`;

  async function* read(): AsyncGenerator<Result> {
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }), signal: connection.signal });
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return yield (await response.json()) as Result;
    let text = '';
    for await (const bytes of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const events = (text + bytes).split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        if (event.startsWith('event: complete')) return;
        const data = /^data: (.+)$/m.exec(event)?.[1];
        if (data) yield JSON.parse(data) as Result;
      }
    }
  }

  const results = read();
  const next = results.next.bind(results);
  results.return = async () => {
    connection.abort(); // a generator that waits cannot be returned from
    return { done: true, value: undefined };
  };
  results.next = () => next().catch((error: unknown) => {
    if (connection.signal.aborted) return { done: true, value: undefined };
    throw error;
  });
  return { results, cut: () => connection.abort() };
}
