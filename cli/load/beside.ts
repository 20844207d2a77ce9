import { accessSync, constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A file beside another, or in the working directory when that place cannot be written. */
export function beside(file: string, ending: string): string {
  try {
    accessSync(dirname(file), constants.W_OK);
    return `${file}${ending}`;
  } catch {
    return join(process.cwd(), `${basename(file)}${ending}`);
  }
}
