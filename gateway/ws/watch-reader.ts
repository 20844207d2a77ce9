import type { WebSocket } from 'ws';

export interface SlowReaderRules {
  readonly checkMs: number;
  /** So much may wait in the socket, for so long. */
  readonly maxBufferedBytes: number;
  readonly maxBufferedMs: number;
  /** The oldest frame may wait this long. */
  readonly maxFrameAgeMs: number;
}

export const SLOW_READER: SlowReaderRules = { checkMs: 1_000, maxBufferedBytes: 256 * 1024, maxBufferedMs: 10_000, maxFrameAgeMs: 30_000 };
const GRACE_MS = 2_000;

export interface Reader {
  send(data: string): Promise<void>;
  stop(): void;
}

/**
 * Sends, and cuts a client who does not read: too much waiting for too long, or one frame waiting longer still. While a
 * frame waits nothing more is asked of the source, so a slow reader costs one frame of memory and harms nobody.
 */
export function watchReader(socket: WebSocket, rules: SlowReaderRules): Reader {
  const waiting = new Set<{ readonly since: number }>();
  let fullSince: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  function check(): void {
    const now = Date.now();
    fullSince = socket.bufferedAmount > rules.maxBufferedBytes ? (fullSince ?? now) : undefined;
    const [oldest] = waiting;
    const isSlow = (fullSince !== undefined && now - fullSince >= rules.maxBufferedMs) || (oldest !== undefined && now - oldest.since >= rules.maxFrameAgeMs);
    if (isSlow) cut();
    else if (waiting.size === 0 && fullSince === undefined) stop();
  }

  function cut(): void {
    stop();
    socket.close(1013, 'slow consumer');
    setTimeout(() => socket.terminate(), GRACE_MS).unref(); // who does not read will not read the goodbye either
  }

  function stop(): void {
    clearInterval(timer);
    timer = undefined;
  }

  return {
    send(data) {
      const frame = { since: Date.now() };
      waiting.add(frame);
      timer ??= setInterval(check, rules.checkMs);
      return new Promise((resolve, reject) => {
        socket.send(bytesOf(data), { binary: false }, (error) => {
          waiting.delete(frame);
          if (error) reject(error);
          else resolve();
        });
      });
    },
    stop,
  };
}

let lastText = '';
let lastBytes: Buffer = Buffer.alloc(0);

/** Watchers of one thing are sent the same text one after the other: it is encoded once. */
function bytesOf(text: string): Buffer {
  if (text !== lastText) [lastText, lastBytes] = [text, Buffer.from(text)];
  return lastBytes;
}
