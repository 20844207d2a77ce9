import '@graphiql/react/style.css';
import '@graphiql/plugin-doc-explorer/style.css';
import '@graphiql/plugin-history/style.css';
import 'graphiql/graphiql.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { resume } from './identity.ts';
import { reconnectOnSwitch } from './watch.ts';
import { provideWorkers } from './workers.ts';

const page = document.getElementById('page');
if (!page) throw new Error('index.html has no #page');

provideWorkers();
void resume();
reconnectOnSwitch();
createRoot(page).render(<App />);
