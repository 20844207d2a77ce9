import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messageIdOf } from '../../../subgraphs/notifications/outside/compose-mail.ts';
import { keepMail } from '../../../subgraphs/notifications/outside/keep-mail.ts';

const mail = (id: string) => ({ id, to: 'ann@acme.example', subject: 'Grüße', text: 'One\nline' });

test('mail is kept, one line each in a file and one file each for a mail reader, and what is sent again is the same mail', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mail-'));
  const kept = keepMail(join(folder, 'new'), 'shop@seller.example');
  for (const id of ['1', '2:x/..', '1']) expect(await kept.send(mail(id))).toEqual({ outcome: 'SENT', failure: null });
  expect(kept.sent()).toEqual([mail('1'), mail('2:x/..')]);
  const lines = (await readFile(join(folder, 'new', 'mail.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([mail('1'), mail('2:x/..')]);
  expect((await readdir(join(folder, 'new', 'mails'))).toSorted()).toEqual(['1.eml', '2.x....eml']);
  const eml = await readFile(join(folder, 'new', 'mails', '1.eml'), 'utf8');
  expect(eml).toMatch(/^From: shop@seller\.example\r?$/m);
  expect(eml).toMatch(/^To: ann@acme\.example\r?$/m);
  expect(eml).toContain(`Message-ID: ${messageIdOf('1', 'shop@seller.example')}`);
  expect(eml).toMatch(/^Subject: =\?UTF-8\?/m);
  await rm(folder, { recursive: true });
});

test('without a folder mail is only remembered', async () => {
  const kept = keepMail(':memory:');
  await kept.send(mail('1'));
  expect(kept.sent()).toEqual([mail('1')]);
});

test('a mail that cannot be kept is told to wait', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mail-'));
  const kept = keepMail(join(folder, 'gone'));
  await rm(folder, { recursive: true });
  expect((await kept.send(mail('1'))).outcome).toBe('LATER');
  expect(kept.sent()).toEqual([]);
});
