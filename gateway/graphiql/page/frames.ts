import { isRecord } from './post.ts';
import { createStore } from './store.ts';

/** One frame of the running subscription, in the words of the contract where the document asked for them. */
export interface Frame {
  readonly number: number;
  readonly at: string;
  readonly label: string;
}

export interface Live {
  readonly socket: 'closed' | 'connecting' | 'open';
  readonly watching: boolean;
  readonly frames: readonly Frame[];
}

const KEPT = 30;

export const live = createStore<Live>({ socket: 'closed', watching: false, frames: [] });

export function startWatching(): void {
  live.set({ ...live.get(), watching: true, frames: [] });
}

export function stopWatching(): void {
  live.set({ ...live.get(), watching: false });
}

export function forgetFrames(): void {
  live.set({ ...live.get(), frames: [] });
}

export function setSocket(socket: Live['socket']): void {
  live.set({ ...live.get(), socket });
}

export function addFrame(data: unknown): void {
  const { frames, ...rest } = live.get();
  const frame = { number: (frames[0]?.number ?? 0) + 1, at: new Date().toLocaleTimeString(), label: describe(data) };
  live.set({ ...rest, frames: [frame, ...frames].slice(0, KEPT) });
}

function describe(data: unknown): string {
  const change = isRecord(data) ? Object.values(data)[0] : null;
  if (!isRecord(change)) return data ? 'data' : 'errors';
  const { kind, cause, fromVersion, version } = change;
  const versions = version === undefined ? null : `version ${fromVersion == null ? '' : `${String(fromVersion)} → `}${String(version)}`;
  return [kind === cause ? null : kind, cause, versions].filter(Boolean).join(' · ') || 'data';
}
