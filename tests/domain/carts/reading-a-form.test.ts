import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundaryOf, readMultipart } from '#kernel/read-multipart.ts';

const BOUNDARY = 'b-1';

async function* inPieces(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let i = 0; i < body.length; i += size) yield body.subarray(i, i + size);
}

async function read(body: Buffer, size: number): Promise<[string | undefined, string, string][]> {
  const parts: [string | undefined, string, string][] = [];
  for await (const { fileName, contentType, content } of readMultipart(inPieces(body, size), BOUNDARY)) {
    const pieces: Buffer[] = [];
    for await (const piece of content) pieces.push(piece);
    parts.push([fileName, contentType, Buffer.concat(pieces).toString('latin1')]);
  }
  return parts;
}

const formOf = (contents: readonly string[]): Buffer =>
  Buffer.from(`${contents.map((content, i) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="${i}.pdf"\r\nContent-Type: application/pdf\r\n\r\n${content}\r\n`).join('')}--${BOUNDARY}--\r\n`, 'latin1');

test('what was sent is read, wherever the network cuts it and however like a delimiter it looks', async () => {
  const content = fc.array(fc.constantFrom('\r', '\n', '-', '--', 'b-', `\r\n--b`, `--${BOUNDARY}x`, 'x', '\u00ff'), { maxLength: 12 }).map((pieces) => pieces.join(''));
  const safe = content.filter((text) => !`\r\n${text}\r\n`.includes(`\r\n--${BOUNDARY}`));
  await fc.assert(
    fc.asyncProperty(fc.array(safe, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 200 }), async (contents, size) => {
      expect(await read(formOf(contents), size)).toEqual(contents.map((text, i) => [`${i}.pdf`, 'application/pdf', text]));
    }),
    { numRuns: 200 },
  );
});

test('a part that nobody reads is skipped, and what stands before the first is ignored', async () => {
  const body = Buffer.concat([Buffer.from('to whom it may concern\r\n'), formOf(['one', 'two'])]);
  const names: (string | undefined)[] = [];
  for await (const { fileName } of readMultipart(inPieces(body, 7), BOUNDARY)) names.push(fileName);
  expect(names).toEqual(['0.pdf', '1.pdf']);
});

test('a name keeps its quotes and umlauts; a field has none', async () => {
  const form = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--${BOUNDARY}\r\nContent-Type: text/csv; charset=utf-8\r\nContent-Disposition: form-data; name="f"; filename="gr\u00fcn %22x%22 100%.csv"\r\n\r\n2\r\n--${BOUNDARY}--`;
  expect(await read(Buffer.from(form), 5)).toEqual([[undefined, 'text/plain', '1'], ['gr\u00fcn "x" 100%.csv', 'text/csv', '2']]);
});

test.each([
  ['multipart/form-data; boundary=abc', 'abc'],
  ['Multipart/Form-Data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/mixed; boundary=abc', undefined],
  ['multipart/form-data', undefined],
  [undefined, undefined],
])('the boundary of %j is %j', (contentType, boundary) => {
  expect(boundaryOf(contentType)).toBe(boundary);
});
