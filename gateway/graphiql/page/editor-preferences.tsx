import { pick, useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';

/** GraphiQL takes no editor options; these make the examples readable without scrolling sideways. */
export function EditorPreferences(): null {
  const editors = useGraphiQL(pick('queryEditor', 'variableEditor', 'headerEditor', 'responseEditor'));
  useEffect(() => {
    for (const editor of Object.values(editors)) editor?.updateOptions({ fontSize: 13, wordWrap: 'on' });
  });
  return null;
}
