import { MAX_ATTACHMENTS, readContentType, readFileName, tooLarge, uploadLimit, type AttachmentRules } from '#kernel/attachments.ts';
import { refuse } from '#kernel/errors.ts';
import type { FileStore, StoredFile } from '#kernel/file-store.ts';
import { newId } from '#kernel/ids.ts';

export interface IncomingFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: AsyncIterable<Buffer>;
}

/** A file that is whole and kept, and that no row names yet. */
export interface ReceivedFile extends StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
}

/**
 * Takes the files of one upload in as they come, and has them written down. All of them or none: what was kept of an upload that
 * fails goes away again. [CART-76]
 * @param room how many more there may be
 */
export async function receiveFiles<Row>(store: FileStore, rules: AttachmentRules, room: number, incoming: AsyncIterable<IncomingFile>, write: (received: readonly ReceivedFile[]) => Promise<Row>): Promise<Row> {
  const measured = createMeter(uploadLimit(rules), tooLarge(rules));
  const received: ReceivedFile[] = [];
  try {
    for await (const file of incoming) {
      if (received.length >= room) throw tooMany();
      const [name, contentType] = [readFileName(file.name), readContentType(file.contentType, rules)];
      const id = newId();
      const stored = await store.put(id, measured(file.content));
      received.push({ id, name, contentType, ...stored });
      if (stored.bytes === 0) throw refuse('BAD_USER_INPUT', 'The file is empty.', { name });
    }
    if (received.length === 0) throw refuse('BAD_USER_INPUT', 'The upload has no file.');
    return await write(received);
  } catch (error) {
    for (const { id } of received) await store.remove(id);
    throw error;
  }
}

export const tooMany = (): Error => refuse('BAD_USER_INPUT', `There are at most ${MAX_ATTACHMENTS} attachments, with those that wait.`, { limit: MAX_ATTACHMENTS });

/** Lets contents through until they are too much together. */
function createMeter(limit: number, tooMuch: Error): (content: AsyncIterable<Buffer>) => AsyncIterable<Buffer> {
  let bytes = 0;
  return async function* (content) {
    for await (const chunk of content) {
      bytes += chunk.length;
      if (bytes > limit) throw tooMuch;
      yield chunk;
    }
  };
}

const AT_ONCE = 500;

/**
 * Removes files that no row names any more; to be called after the rows are gone. A row takes over the file of one that is there,
 * in a transaction, so a file without rows cannot get one again.
 * @param named which of these some row still names
 */
export async function dropFiles(store: FileStore, fileIds: readonly string[], named: (fileIds: readonly string[]) => Promise<readonly { readonly fileId: string }[]>): Promise<void> {
  for (let i = 0; i < fileIds.length; i += AT_ONCE) {
    const some = fileIds.slice(i, i + AT_ONCE);
    const kept = new Set((await named(some)).map(({ fileId }) => fileId));
    for (const fileId of some) if (!kept.has(fileId)) await store.remove(fileId);
  }
}
