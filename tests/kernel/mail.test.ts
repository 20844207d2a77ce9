import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepMail } from '#kernel/mail.ts';

const mail = (id: string) => ({ id, to: 'ann@acme.example', subject: 'Hello', text: 'One\nline' });

test('mail is kept, one line each in a file, and what is told again is the same mail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mail-'));
  const kept = keepMail(join(folder, 'new'));
  for (const id of ['1', '2', '1']) await kept.send(mail(id));
  expect(kept.sent()).toEqual([mail('1'), mail('2')]);
  const lines = (await readFile(join(folder, 'new', 'mail.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([mail('1'), mail('2')]);
  await rm(folder, { recursive: true });
});

test('without a folder mail is only remembered', async () => {
  const kept = keepMail(':memory:');
  await kept.send(mail('1'));
  expect(kept.sent()).toEqual([mail('1')]);
});
