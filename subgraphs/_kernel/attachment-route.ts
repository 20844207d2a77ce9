import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { tooLarge, uploadLimit, type AttachmentRules } from '#kernel/attachments.ts';
import { refuse } from '#kernel/errors.ts';
import type { HttpRoute } from '#kernel/http-route.ts';
import { boundaryOf, readMultipart } from '#kernel/read-multipart.ts';
import type { IncomingFile } from '#kernel/receive-files.ts';

/** What a form may weigh beside its files. */
const FORM_ALLOWANCE = 64 * 1024;

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
}

/** What a subgraph says to files that come over plain HTTP for something of its own. */
export interface AttachmentDesk<Context> {
  readonly path: `/${string}`;
  /** The parameter that names what a file is for. */
  readonly parameter: string;
  readonly rules: (context: Context) => AttachmentRules;
  /** Asked before anything of an upload is read. */
  readonly allow: (context: Context, targetId: string) => Promise<void>;
  readonly receive: (context: Context, targetId: string, files: AsyncIterable<IncomingFile>) => Promise<readonly Kept[]>;
  readonly read: (context: Context, id: string) => Promise<{ attachment: Kept; content: Readable }>;
}

/** POST PATH?parameter=… takes files in; GET PATH/ID gives one back. */
export function attachmentRoute<Context>(desk: AttachmentDesk<Context>): HttpRoute<Context> {
  return {
    path: desk.path,
    async handle(request, response, context) {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const id = pathname.slice(desk.path.length + 1);
      const method = id === '' ? 'POST' : 'GET';
      if (request.method !== method) return void response.writeHead(405, { allow: method }).end();
      await (id === '' ? upload(desk, request, response, context, searchParams.get(desk.parameter) ?? '') : send(response, await desk.read(context, id)));
    },
  };
}

async function upload<Context>(desk: AttachmentDesk<Context>, request: IncomingMessage, response: ServerResponse, context: Context, targetId: string): Promise<void> {
  await desk.allow(context, targetId);
  const rules = desk.rules(context);
  const limit = uploadLimit(rules) + FORM_ALLOWANCE;
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(rules);
  const received = await desk.receive(context, targetId, filesIn(request, bounded(request, limit, tooLarge(rules))));
  const uploads = received.map(({ id, name, contentType, bytes }) => ({ id, name, contentType, bytes }));
  response.writeHead(201, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify({ uploads }));
}

/** The files of a form, or the body itself under the name that X-File-Name gives it (percent-encoded UTF-8). */
async function* filesIn({ headers }: IncomingMessage, body: AsyncIterable<Buffer>): AsyncGenerator<IncomingFile> {
  const boundary = boundaryOf(headers['content-type']);
  if (boundary === undefined) {
    yield { name: decodeName(String(headers['x-file-name'] ?? '')), contentType: headers['content-type'] ?? '', content: body };
    return;
  }
  for await (const { fileName, contentType, content } of readMultipart(body, boundary)) {
    if (fileName !== undefined && fileName !== '') yield { name: fileName, contentType, content };
  }
}

function decodeName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse('BAD_USER_INPUT', 'X-File-Name is not percent-encoded UTF-8.');
  }
}

/** The body up to so many bytes; leaving off early keeps the connection, for the refusal has to go back over it. */
async function* bounded(request: IncomingMessage, limit: number, tooMuch: Error): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limit) throw tooMuch;
    yield chunk;
  }
}

/** Always a download: whatever the file is, a browser neither guesses what it might be nor shows it as a page of ours. */
async function send(response: ServerResponse, { attachment, content }: { attachment: Kept; content: Readable }): Promise<void> {
  response.writeHead(200, {
    'content-type': attachment.contentType,
    'content-length': attachment.bytes,
    'content-disposition': `attachment; filename="${attachment.name.replaceAll(/[^\w .()-]/g, '_')}"; filename*=UTF-8''${encodeName(attachment.name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  });
  await pipeline(content, response);
}

/** RFC 8187: fewer characters stay as they are than in a URL. */
const encodeName = (name: string): string => encodeURIComponent(name).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
