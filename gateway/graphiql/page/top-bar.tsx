import type { ReactNode } from 'react';
import { become, identity, type Identity } from './identity.ts';
import { aboutPerson, NOBODY, PEOPLE } from './people.ts';
import { useStore } from './store.ts';

/** The name of the product and who the page is. */
export function TopBar({ onRestore }: { onRestore: () => void }): ReactNode {
  const now = useStore(identity);
  return (
    <header className="top-bar">
      <strong>Cartwright</strong>
      <label>
        <span>Be</span>
        <select aria-label="Who to be" value={now.who} aria-busy={now.busy} onChange={(event) => void become(event.target.value)}>
          {PEOPLE.map(({ group, people }) => (
            <optgroup key={group} label={group}>
              {people.map(({ who, label }) => (
                <option key={who} value={who}>
                  {label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <span className={now.problem ? 'problem' : 'about'} role="status">
        {describe(now)}
      </span>
      <button type="button" onClick={onRestore} title="Puts the eight example tabs back; your own tabs are closed">
        Restore examples
      </button>
    </header>
  );
}

function describe({ who, session, busy, problem }: Identity): string {
  if (busy) return 'Signing in …';
  if (problem) return `Not signed in: ${problem}`;
  if (!session) return who === NOBODY ? aboutPerson(who) : 'Not signed in.';
  return [session.name, session.kind, aboutPerson(who)].filter(Boolean).join(' · ');
}
