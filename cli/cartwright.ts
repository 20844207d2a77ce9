import { IMPORT_CATALOG_HELP, importCatalog } from './commands/import-catalog.ts';
import { IMPORT_CUSTOMERS_HELP, importCustomers } from './commands/import-customers.ts';
import { IMPORT_FULFILMENT_HELP, importFulfilment } from './commands/import-fulfilment.ts';
import { IMPORT_ORDERS_HELP, importOrders } from './commands/import-orders.ts';
import { IMPORT_RECORDS_HELP, importRecords, type RecordKind } from './commands/import-records.ts';
import { IMPORT_RETURNS_HELP, importReturns } from './commands/import-returns.ts';
import { makeToken, TOKEN_HELP } from './commands/token.ts';
import { EXIT, Unreachable, UsageError, type ExitCode } from './exit.ts';
import { Refused } from './product/ask.ts';
import type { Terminal } from './terminal.ts';

interface Command {
  readonly words: readonly string[];
  readonly help: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

const RECORD_KINDS: readonly RecordKind[] = ['products', 'prices', 'stock', 'organisations'];

const COMMANDS: readonly Command[] = [
  { words: ['import', 'catalog'], help: IMPORT_CATALOG_HELP, run: importCatalog },
  { words: ['import', 'customers'], help: IMPORT_CUSTOMERS_HELP, run: importCustomers },
  { words: ['import', 'orders'], help: IMPORT_ORDERS_HELP, run: importOrders },
  { words: ['import', 'returns'], help: IMPORT_RETURNS_HELP, run: importReturns },
  { words: ['import', 'fulfilment'], help: IMPORT_FULFILMENT_HELP, run: importFulfilment },
  ...RECORD_KINDS.map((kind): Command => ({ words: ['import', kind], help: IMPORT_RECORDS_HELP, run: (args, terminal) => importRecords(kind, args, terminal) })),
  { words: ['token'], help: TOKEN_HELP, run: makeToken },
];

const COMMON_HELP = `
Every import
  --url URL                       the product's public API (default http://localhost:4000/graphql)
  --token T, or CARTWRIGHT_TOKEN  an administrator's token; or sign in with --email and --password
  --state FILE                    how far it came (default FILE.import-state.json); begun again, it goes on from there
  --errors FILE                   the rows that were refused: row, code, message (default FILE.errors.csv)
  --restart                       begin at the beginning, whatever the state says

Examples
  npm run cartwright -- import catalog products.csv --email olga@seller.example --password demo
  npm run cartwright -- import customers ../shared/data/uci/online_retail_2010_2011.csv.gz --email olga@seller.example --password demo
  npm run cartwright -- import orders ../shared/data/uci/online_retail_2010_2011.csv.gz --count 500 --data-dir .data --email olga@seller.example --password demo
  npm run cartwright -- import returns ../shared/data/uci/derived_returns_matched_2010_2011.csv.gz --data-dir .data --email olga@seller.example --password demo
  npm run cartwright -- token customer-17850@uci.example --data-dir .data

It ends with 0 when all is done, 1 when rows were refused, 2 when it was called wrongly, 3 when the product does not answer.
`;

/** One call of the command. @returns what the shell is told */
export async function cartwright(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = COMMANDS.find(({ words }) => words.every((word, i) => args[i] === word));
  const asksForHelp = args.length === 0 || args.includes('--help') || args.includes('-h');
  if (asksForHelp) {
    terminal.say(command ? `${command.help}${COMMON_HELP}` : `${[...new Set(COMMANDS.map(({ help }) => help))].join('')}${COMMON_HELP}`);
    return EXIT.done;
  }
  try {
    if (!command) throw new UsageError(`There is no command "${args.slice(0, 2).join(' ')}".`);
    return await command.run(args.slice(command.words.length), terminal);
  } catch (error) {
    return tell(error, terminal);
  }
}

function tell(error: unknown, { errors }: Terminal): ExitCode {
  if (error instanceof UsageError) {
    errors.write(`${error.message}\nnpm run cartwright -- --help tells more.\n`);
    return EXIT.usage;
  }
  if (error instanceof Unreachable) {
    errors.write(`${error.message}\nStart it, then run the same command again: it goes on where it stopped.\n`);
    return EXIT.unreachable;
  }
  if (error instanceof Refused) {
    errors.write(`The product refused: ${error.code}, ${error.message}\n`);
    return EXIT.someRefused;
  }
  throw error;
}
