import type { Readable } from 'node:stream';

export interface StoredFile {
  readonly bytes: number;
  readonly sha256: string;
}

/** Where the content of attachments is kept: the port. What stands behind it may be a disk, or an object store elsewhere. */
export interface FileStore {
  /** Keeps what it reads, as it comes. Once it resolves the file is whole and survives a power cut; if it rejects there is none. */
  put(id: string, content: AsyncIterable<Buffer>): Promise<StoredFile>;
  /** Undefined when there is no such file. */
  read(id: string): Promise<Readable | undefined>;
  /** Removing what is not there is no failure. */
  remove(id: string): Promise<void>;
  /** Everything that was put before a moment, whole or not. */
  listOlderThan(moment: Date): Promise<string[]>;
  close(): Promise<void>;
}
