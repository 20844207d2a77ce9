import { readArguments, readCount } from '../arguments.ts';
import { EXIT, UsageError, type ExitCode } from '../exit.ts';
import { openMint } from '../product/mint-tokens.ts';
import type { Terminal } from '../terminal.ts';

export const TOKEN_HELP = `
cartwright token EMAIL --data-dir DIR    a token of somebody, made with the key of the built-in issuer

  Whoever may read the data directory may be anyone: for imports, tests and support, where people have no password.
  --hours N    how long it holds (default 12)
`;

export async function makeToken(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { 'data-dir': { type: 'string' }, hours: { type: 'string', default: '12' } }, ['EMAIL']);
  const [email = ''] = positionals;
  if (!values['data-dir']) throw new UsageError('--data-dir is missing: where the product keeps its files.');
  const mint = await openMint(values['data-dir'], readCount('hours', values.hours));
  try {
    const token = await mint.tokenFor(email);
    if (!token) throw new UsageError(`Nobody has the e-mail address ${email}.`);
    terminal.say(token);
    return EXIT.done;
  } finally {
    mint.close();
  }
}
