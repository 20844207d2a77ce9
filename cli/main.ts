import { cartwright } from './cartwright.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await cartwright(process.argv.slice(2), processTerminal);
