import { refuse } from '#kernel/errors.ts';

const MAX_HEADERS = 8 * 1024;
const LINE_END = Buffer.from('\r\n');
const HEADERS_END = Buffer.from('\r\n\r\n');

export interface Part {
  /** As the client wrote it; undefined for a field that is no file. */
  readonly fileName: string | undefined;
  readonly contentType: string;
  /** To be read before the next part is asked for; what is left of it is skipped. */
  readonly content: AsyncIterable<Buffer>;
}

/** The boundary of a multipart/form-data body; undefined when it is none. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  return /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? '')?.slice(1).find(Boolean);
}

/** The parts of a form as they arrive (RFC 7578): never more than a piece of one in memory. */
export async function* readMultipart(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Part> {
  const source = body[Symbol.asyncIterator]();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  let held: Buffer = LINE_END; // the first delimiter has no line end before it; all others have

  async function readOn(): Promise<void> {
    const { done, value } = await source.next();
    if (done) throw malformed('it ends in the middle');
    held = held.length === 0 ? value : Buffer.concat([held, value]);
  }

  async function take(bytes: number): Promise<Buffer> {
    while (held.length < bytes) await readOn();
    const taken = held.subarray(0, bytes);
    held = held.subarray(bytes);
    return taken;
  }

  async function* untilDelimiter(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = held.indexOf(delimiter);
      const piece = held.subarray(0, end >= 0 ? end : Math.max(0, held.length - delimiter.length + 1)); // the last bytes may begin a delimiter
      held = held.subarray(end >= 0 ? end + delimiter.length : piece.length);
      if (piece.length > 0) yield piece;
      if (end >= 0) return;
      await readOn();
    }
  }

  async function readHeaders(): Promise<string> {
    for (;;) {
      const end = held.indexOf(HEADERS_END);
      if (end > MAX_HEADERS || (end < 0 && held.length > MAX_HEADERS)) throw malformed('a part has too many headers');
      if (end >= 0) return (await take(end + HEADERS_END.length)).toString();
      await readOn();
    }
  }

  for await (const _preamble of untilDelimiter());
  for (;;) {
    const next = (await take(2)).toString();
    if (next === '--') return;
    if (next !== '\r\n') throw malformed('a delimiter is followed by something else');
    const headers = await readHeaders();
    const content = untilDelimiter();
    yield { fileName: fileNameIn(headers), contentType: /^content-type:[ \t]*([^\s;]+)/im.exec(headers)?.[1] ?? 'text/plain', content };
    for await (const _unread of content);
  }
}

/** Browsers write quotes and line ends in names as %22, %0D and %0A, and nothing else so. */
function fileNameIn(headers: string): string | undefined {
  const written = /^content-disposition:[^\r\n]*?;[ \t]*filename="([^"\r\n]*)"/im.exec(headers)?.[1];
  return written?.replaceAll(/%(22|0D|0A)/gi, (escape) => decodeURIComponent(escape));
}

const malformed = (why: string): Error => refuse('BAD_USER_INPUT', `The form cannot be read: ${why}.`);
