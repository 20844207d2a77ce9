const MAX_DEPTH = 64;

/** The size of the variables: every list item and every object field counts. Walks without recursion: they may nest deep. */
export function refuseVariables(variables: Readonly<Record<string, unknown>> | null | undefined, max: number): string | undefined {
  const waiting: [unknown, number][] = [[variables, 0]];
  let count = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [value, depth] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_DEPTH) return `The variables are nested more than ${MAX_DEPTH} levels deep.`;
    const children: unknown[] = Object.values(value);
    count += children.length;
    if (count > max) return `The variables hold more than ${max} values.`;
    for (const child of children) waiting.push([child, depth + 1]);
  }
  return undefined;
}
