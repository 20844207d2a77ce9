export type MediaType = 'application/graphql-response+json' | 'application/json' | 'text/event-stream';

/** The first media type of the client's list that we can write; undefined when there is none. */
export function chooseMediaType(accept: string | undefined): MediaType | undefined {
  if (accept === undefined || accept === '*/*' || accept === 'application/json') return 'application/json';
  for (const part of accept.toLowerCase().split(',')) {
    const [type, ...parameters] = part.split(';').map((each) => each.trim());
    const charset = parameters.find((each) => each.startsWith('charset='));
    if (charset !== undefined && charset !== 'charset=utf-8' && charset !== 'charset=utf8') continue;
    if (type === 'application/graphql-response+json' || type === 'text/event-stream') return type;
    if (type === 'application/json' || type === 'application/*' || type === '*/*') return 'application/json';
  }
  return undefined;
}
