import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { prefersHtml } from './accept.ts';

const DIST = new URL('./dist/', import.meta.url);
const ASSETS = '/graphiql-assets/';
const PLAIN_NAME = /^\w[\w-]*(\.[\w-]+)+$/; // the build is flat: a name with a slash or a leading dot is not ours

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
};

/** The editor writes its own style elements, hence unsafe-inline for styles; all else comes from us. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const GUARD: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-frame-options': 'DENY',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const NOT_BUILT = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Cartwright: GraphiQL is not built</title>
<h1>GraphiQL is not built</h1>
<p>The API works; only this page is missing. Build it once, in the project's directory:</p>
<pre>npx node gateway/graphiql/build.ts</pre>
<p>Then load this page again. The server need not be restarted.</p>
</html>
`;

/** Answers a browser's visit to /graphql and the files of that page; true when it has answered. */
export function graphiqlPages(): (req: IncomingMessage, res: ServerResponse) => boolean {
  return (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return false;
    const [path = ''] = (req.url ?? '').split('?');
    if (path.startsWith(ASSETS)) void sendAsset(req, res, path.slice(ASSETS.length));
    else if (path === '/graphql' && prefersHtml(req.headers.accept)) void sendPage(req, res);
    else return false;
    return true;
  };
}

async function sendPage(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const page = await read('index.html');
  const headers = { ...GUARD, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', vary: 'accept' };
  send(req, res, page ? 200 : 503, headers, page ?? Buffer.from(NOT_BUILT));
}

async function sendAsset(req: IncomingMessage, res: ServerResponse, name: string): Promise<void> {
  const type = PLAIN_NAME.test(name) ? TYPES[extname(name)] : undefined;
  const zipped = type && /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? '')) ? await read(`${name}.gz`) : null;
  const body = zipped ?? (type ? await read(name) : null);
  if (!type || !body) return send(req, res, 404, { ...GUARD, 'content-type': 'text/plain; charset=utf-8' }, Buffer.from('Not found\n'));
  const headers = { ...GUARD, 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' };
  send(req, res, 200, zipped ? { ...headers, 'content-encoding': 'gzip' } : headers, body);
}

/** Null when there is no such file: not built, or a name from an older build. */
function read(name: string): Promise<Buffer | null> {
  return readFile(new URL(name, DIST)).catch(() => null);
}

function send(req: IncomingMessage, res: ServerResponse, status: number, headers: Readonly<Record<string, string>>, body: Buffer): void {
  res.writeHead(status, { ...headers, 'content-length': body.byteLength });
  res.end(req.method === 'HEAD' ? undefined : body);
}
