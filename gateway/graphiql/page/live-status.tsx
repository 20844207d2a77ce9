import type { ReactNode } from 'react';
import { live, type Live } from './frames.ts';
import { filledIn } from './recall.ts';
import { useStore } from './store.ts';

const SHOWN = 5;

/** Under the answer: which variables were filled in, and the latest frames of the running subscription. */
export function LiveStatus(): ReactNode {
  const now = useStore(live);
  const filled = Object.entries(useStore(filledIn));
  if (!now.watching && now.frames.length === 0 && filled.length === 0) return null;
  return (
    <section className="live-status" aria-label="Live status">
      {filled.length > 0 && (
        <p className="filled">
          Filled in from earlier answers: {filled.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join(', ')}
        </p>
      )}
      {(now.watching || now.frames.length > 0) && <p className={now.watching ? 'watching' : 'stopped'}>{headline(now)}</p>}
      <ol>
        {now.frames.slice(0, SHOWN).map(({ number, at, label }) => (
          <li key={number}>
            <span>frame {number}</span> <span>{label}</span> <time>{at}</time>
          </li>
        ))}
      </ol>
    </section>
  );
}

function headline({ watching, socket, frames }: Live): string {
  const count = frames[0]?.number ?? 0;
  const received = `${count} frame${count === 1 ? '' : 's'}`;
  if (!watching) return `Stopped after ${received}.`;
  return socket === 'open' ? `Live: ${received} so far.` : 'Connecting …';
}
