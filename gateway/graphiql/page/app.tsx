import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import type { ReactNode } from 'react';
import { EditorPreferences } from './editor-preferences.tsx';
import { EXAMPLES } from './examples.ts';
import { fetcher } from './fetcher.ts';
import { LiveStatus } from './live-status.tsx';
import { TopBar } from './top-bar.tsx';

const PLUGINS = [HISTORY_PLUGIN];
const TAB_KEYS = ['tabState', 'query', 'variables', 'headers'].map((key) => `graphiql:${key}`);

/** GraphiQL as it is, between a bar that says who you are and a line that says what is live. */
export function App(): ReactNode {
  return (
    <>
      <TopBar onRestore={restoreExamples} />
      <main>
        <GraphiQL
          fetcher={fetcher}
          plugins={PLUGINS}
          defaultTabs={EXAMPLES}
          shouldPersistHeaders={false}
          showPersistHeadersSettings={false}
          inputValueDeprecation
          schemaDescription
        >
          <GraphiQL.Logo>
            <span />
          </GraphiQL.Logo>
          <GraphiQL.Footer>
            <LiveStatus />
          </GraphiQL.Footer>
          <EditorPreferences />
        </GraphiQL>
      </main>
    </>
  );
}

/** GraphiQL reads its tabs once, on load; who you are survives that. */
function restoreExamples(): void {
  for (const key of TAB_KEYS) localStorage.removeItem(key);
  location.reload();
}
