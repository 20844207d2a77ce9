import { execFileSync } from 'node:child_process';
import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { prefersHtml } from '../../gateway/graphiql/accept.ts';
import { graphiqlPages } from '../../gateway/graphiql/serve.ts';

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8';
let server: Server;

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../gateway/graphiql/build.ts', import.meta.url))]);
  const pages = graphiqlPages();
  server = createServer((req, res) => void (pages(req, res) || res.writeHead(418).end()));
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume));
});

afterAll(() => server.close());

describe('who gets the page', () => {
  test.each([
    [BROWSER, true],
    ['text/html', true],
    ['text/html, application/json;q=0.9', true],
    ['*/*', false],
    ['', false],
    [undefined, false],
    ['application/json', false],
    ['application/graphql-response+json, application/json;q=0.9, text/html;q=0.5', false],
    ['text/event-stream', false],
    ['text/html;q=0', false],
  ])('Accept %j: %s', (accept, expected) => {
    expect(prefersHtml(accept)).toBe(expected);
  });

  test("a browser's visit is answered with the page, guarded, and never cached without asking", async () => {
    const { status, headers, body } = await get('/graphql?x=1', { accept: BROWSER });
    expect(status).toBe(200);
    expect(body.toString()).toContain('<div id="page">');
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).not.toMatch(/https?:|unsafe-eval/);
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache', vary: 'accept' });
  });

  test('API requests and other paths go on to the gateway', async () => {
    for (const path of ['/graphql?query={viewer{kind}}', '/healthz', '/', '//', '/graphiql']) {
      expect((await get(path, { accept: '*/*' })).status, path).toBe(418);
    }
    expect((await get('/graphql', { accept: BROWSER }, 'POST')).status).toBe(418);
  });
});

describe('the files of the page', () => {
  test('every file the page names is served from here, typed, for good, and zipped on request', async () => {
    const page = (await get('/graphql', { accept: BROWSER })).body.toString();
    const paths = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      const plain = await get(path);
      expect(plain.status, path).toBe(200);
      expect(plain.headers['content-type']).toMatch(/^(text\/(javascript|css)|image\/svg)/);
      expect(plain.headers['cache-control']).toContain('immutable');
      const zipped = await get(path, { 'accept-encoding': 'gzip, br' });
      expect(zipped.headers['content-encoding']).toBe('gzip');
      expect(gunzipSync(zipped.body).equals(plain.body), path).toBe(true);
    }
  });

  test.each(['../serve.ts', '..%2fserve.ts', '%2e%2e/serve.ts', '..\\serve.ts', '/etc/passwd', 'built-from', 'index.html', '.', '', 'no-such.js'])(
    'nothing else is served: %j',
    async (name) => {
      expect((await get(`/graphiql-assets/${name}`)).status).toBe(404);
    },
  );
});

/** node:http sends the path as it is written; fetch would tidy it up first. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, path, method, headers }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) });
    });
    call.on('error', reject).end();
  });
}
