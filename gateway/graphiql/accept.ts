const FORMATS = ['text/html', 'application/json', 'application/graphql-response+json', 'text/event-stream'];

/**
 * True when the header names text/html before any format the API speaks: a browser's navigation, never a client
 * that sends only a wildcard or nothing. (RFC 9110, 12.5.1; a tie goes to what is listed first.)
 */
export function prefersHtml(accept: string | undefined): boolean {
  const [best] = (accept ?? '')
    .split(',')
    .map(toChoice)
    .filter(({ type, quality }) => FORMATS.includes(type) && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return best?.type === 'text/html';
}

function toChoice(part: string): { type: string; quality: number } {
  const [type = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  return { type, quality: quality ? Number(quality.slice(2)) || 0 : 1 };
}
