import type { Terminal } from '../terminal.ts';

export interface Progress {
  /** @param fraction 0 to 1 */
  update(fraction: number, words: string): void;
  end(): void;
}

const WIDTH = 30;
const BAR_EVERY_MS = 100;
const LINE_EVERY_MS = 2_000;

/** A bar on a terminal; elsewhere a line now and then. */
export function showProgress({ errors }: Terminal, title: string, now: () => number = Date.now): Progress {
  let shownAt = -Infinity;
  return {
    update(fraction, words) {
      if (now() - shownAt < (errors.isTTY ? BAR_EVERY_MS : LINE_EVERY_MS)) return;
      shownAt = now();
      const percent = `${Math.floor(Math.min(fraction, 1) * 100)} %`;
      errors.write(errors.isTTY ? `\r\u001B[K${title} ${bar(fraction)} ${percent}  ${words}` : `${title}: ${percent}, ${words}\n`);
    },
    end: () => void (errors.isTTY && errors.write('\r\u001B[K')),
  };
}

function bar(fraction: number): string {
  const full = Math.round(Math.min(fraction, 1) * WIDTH);
  return `[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}]`;
}
