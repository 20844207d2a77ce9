import { expect, test } from 'vitest';
import { readEntryFile, type EntryFile } from '../../../subgraphs/carts/use-cases/read-entry-file.ts';

const read = (chunks: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>, maxRows = 1_000): Promise<EntryFile> => readEntryFile(chunks, { hasHeader: true, maxRows });

test('reading ends with the rows that are wanted, however long the file is [DIE-20]', async () => {
  let told = 0;
  let closed = false;
  async function* endless(): AsyncGenerator<string> {
    try {
      yield 'INV_NUM,QTY\n';
      for (;;) yield `MUG-${++told},1\n`;
    } finally {
      closed = true;
    }
  }
  const { rows, truncated } = await read(endless(), 50);
  expect([rows.length, truncated, rows.at(-1)]).toEqual([50, true, { line: 51, row: { partNumber: 'MUG-50', quantity: '1' }, flaw: undefined }]);
  expect(told).toBeLessThan(20_000);
  await expect.poll(() => closed).toBe(true);
});

test('a quote that is never closed does not gather the rest of the file', async () => {
  let told = 0;
  async function* endless(): AsyncGenerator<string> {
    yield 'INV_NUM,QTY\nMUG-RED,1\n"MUG-';
    for (;;) yield `${'x'.repeat(1_000)}${++told}`;
  }
  await expect(read(endless())).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { reason: 'NOT_CSV', line: 3 } });
  expect(told).toBeLessThan(1_000);
});

test('a file may be cut anywhere, inside a letter too', async () => {
  const bytes = Buffer.from('\uFEFFCUST_NUM,INV_NUM,UOM,QTY\r\n"Größe ""L"", rot",,EA,2\r\n', 'utf8');
  const whole = await read([bytes]);
  expect(whole.rows).toEqual([{ line: 2, row: { customerPartNumber: 'Größe "L", rot', partNumber: '', uom: 'EA', quantity: '2' }, flaw: undefined }]);
  expect(await read([...bytes].map((byte) => Buffer.from([byte])))).toEqual(whole);
});

test('a file that breaks off is refused, whatever was read of it', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield 'INV_NUM,QTY\nMUG-RED,1\n';
    throw new Error('The connection is gone.');
  }
  await expect(read(broken())).rejects.toMatchObject({ code: 'BAD_USER_INPUT', details: { reason: 'NOT_CSV' } });
});
