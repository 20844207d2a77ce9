import { appendFileSync, rmSync } from 'node:fs';
import type { RowError } from './row.ts';

export interface ErrorFile {
  readonly path: string;
  write(errors: readonly RowError[]): void;
}

/** A CSV of the rows that were refused. It is there only when there are any. */
export function openErrorFile(path: string, continues: boolean): ErrorFile {
  if (!continues) rmSync(path, { force: true });
  let begun = continues;
  return {
    path,
    write(errors) {
      if (errors.length === 0) return;
      const lines = errors.map(({ row, code, message }) => [String(row), code, message].map(quoted).join(','));
      appendFileSync(path, `${begun ? '' : 'row,code,message\n'}${lines.join('\n')}\n`);
      begun = true;
    },
  };
}

const quoted = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
