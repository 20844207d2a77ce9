export interface GraphQLBody {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: unknown;
}

/** Posts one operation to the endpoint the page came from; answers with the status and the parsed body. */
export async function post(
  body: GraphQLBody,
  headers: Readonly<Record<string, string>>,
): Promise<{ status: number; result: Record<string, unknown> }> {
  const response = await fetch(location.pathname, {
    method: 'POST',
    headers: { accept: 'application/graphql-response+json, application/json', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    credentials: 'same-origin',
  });
  const text = await response.text();
  const result = parseObject(text);
  if (!result) throw new Error(`The server answered ${response.status} with something that is not JSON: ${text.slice(0, 200)}`);
  return { status: response.status, result };
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null; // the caller says what came instead
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
