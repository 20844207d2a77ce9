import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { startEmbedded, type Embedded } from '../../gateway/embedded.ts';

export interface Product extends AsyncDisposable {
  readonly embedded: Embedded;
  readonly url: string;
  readonly folder: string;
  tokenOf(viewer: Viewer): Promise<string>;
}

/** The longest claim takes half an hour, and several times that on a busy machine. */
const LONG_ENOUGH_S = 6 * 3_600;

/** The whole product on real files, WAL and synchronous=FULL, in a folder of its own. */
export async function startProduct(env?: NodeJS.ProcessEnv): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'cartwright-bench-'));
  const embedded = await startEmbedded({ dataDir: folder, demo: true, env: { CARTWRIGHT_QUOTES_ENABLED: 'true', ...env } });
  return {
    embedded,
    url: embedded.gateway.url,
    folder,
    async tokenOf(viewer) {
      const { token } = await embedded.issuer.issue(viewer, LONG_ENOUGH_S, new Date());
      return token;
    },
    async [Symbol.asyncDispose]() {
      await embedded.close({ drainMs: 0 });
      await rm(folder, { recursive: true });
    },
  };
}

/** Somebody with no cart yet. */
export const newGuest = (): Viewer => ({ id: newId(), kind: 'GUEST', accountId: newId(), permissions: [] });

export const newGuests = (count: number): Viewer[] => Array.from({ length: count }, newGuest);

/** Tokens the gateway has seen before: checking a signature belongs to the start of a session, not to each question. */
export async function openSessions(product: Product, viewers: readonly Viewer[]): Promise<string[]> {
  const tokens = await Promise.all(viewers.map((viewer) => product.tokenOf(viewer)));
  for (const token of tokens) {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const response = await fetch(product.url, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    await response.text();
  }
  return tokens;
}
