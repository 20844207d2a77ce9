import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileStore } from '#kernel/file-store.ts';

/** A file that is not whole yet; of one whose process was killed this is what is left. */
const PART = '.part';

/** Files in a folder of their own below the data; where nothing is kept, in a folder of the moment. Names are ids of ours, never those of people. */
export function diskFiles(dataDir: string, name: string): FileStore {
  let made: string | undefined;
  function folder(): string {
    if (made !== undefined) return made;
    if (dataDir === ':memory:') return (made = mkdtempSync(join(tmpdir(), `cartwright-${name}-`)));
    made = join(dataDir, name);
    mkdirSync(made, { recursive: true });
    return made;
  }
  const at = (id: string): string => join(folder(), id);

  return {
    async put(id, content) {
      const part = at(id + PART);
      const hash = createHash('sha256');
      let bytes = 0;
      try {
        await using file = await open(part, 'wx', 0o600);
        for await (const chunk of content) {
          hash.update(chunk);
          bytes += chunk.length;
          await file.appendFile(chunk);
        }
        await file.sync();
        await rename(part, at(id));
        await using names = await open(folder(), 'r');
        await names.sync();
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      return { bytes, sha256: hash.digest('hex') };
    },
    async read(id) {
      try {
        return (await open(at(id), 'r')).createReadStream();
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      }
    },
    remove: (id) => rm(at(id), { force: true }),
    async listOlderThan(moment) {
      if (dataDir === ':memory:' && made === undefined) return [];
      const ids = await readdir(folder());
      const ages = await Promise.all(ids.map(async (id) => ({ id, age: await stat(at(id)).catch(() => undefined) }))); // gone meanwhile: no matter
      return ages.filter(({ age }) => age !== undefined && age.mtime < moment).map(({ id }) => id);
    },
    async close() {
      if (dataDir === ':memory:' && made !== undefined) await rm(made, { recursive: true, force: true });
    },
  };
}
