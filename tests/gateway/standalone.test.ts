import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { FLAGS, readConfig } from '../../gateway/config.ts';
import { compose } from './support/compose.ts';
import { serveSubgraph } from './support/serve-subgraph.ts';

const subgraph = { sdl: 'type Query { hello: String }', resolvers: { Query: { hello: () => 'world' } } };

function writeSupergraph(url: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gateway-')), 'supergraph.graphql');
  writeFileSync(file, compose({ s: subgraph }, { s: url }));
  return file;
}

test('the gateway of its own starts, says where, answers, and ends with 0', async () => {
  const served = await serveSubgraph(subgraph);
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts', '--supergraph', writeSupergraph(served.url), '--port', '0', '--host', '127.0.0.1'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  expect(line).toMatch(/^Gateway ready at http:\/\/127\.0\.0\.1:\d+\/graphql$/);
  const response = await fetch(`${line.split(' ').at(-1)}?query={hello}`);
  expect(await response.json()).toEqual({ data: { hello: 'world' } });
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  await served.close();
});

test('settings come from flags, then the environment, and what is wrong is named', () => {
  const file = writeSupergraph('http://s/');
  expect(readConfig(['--supergraph', file], { GATEWAY_PORT: '5' }).port).toBe(5);
  expect(readConfig(['--supergraph', file, '--port', '6', '--forward-headers', 'X-A, x-b'], { GATEWAY_PORT: '5' })).toMatchObject({ port: 6, forwardHeaders: ['x-a', 'x-b'] });
  expect(() => readConfig([], {})).toThrow('--supergraph FILE');
  expect(() => readConfig(['--supergraph', file, '--issuer', 'x'], {})).toThrow('come together');
  expect(() => readConfig(['--supergraph', file, '--prot', '1'], {})).toThrow('--prot');
});

test('asked for help, it names every flag', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'gateway/main.ts', '--help'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = (await child.stdout.toArray()).join('');
  expect(said.match(/--[a-z-]+/g)).toEqual(expect.arrayContaining(FLAGS.map((flag) => `--${flag}`)));
});
