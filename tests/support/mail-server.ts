import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A mail as it was taken, or as far as it came. */
export interface Arrived {
  readonly from: string;
  readonly to: readonly string[];
  /** Head and body as they came. */
  readonly raw: string;
  readonly messageId: string;
  /** Decoded. */
  readonly subject: string;
}

export interface MailServer extends AsyncDisposable {
  readonly port: number;
  /** What was taken, in order. */
  readonly taken: readonly Arrived[];
  /** How often somebody connected. */
  connections(): number;
  /** What it answers to an address; 250 when left out. */
  answers: { [address: string]: string };
  /** Takes a mail and hangs up before it says so, so many times. */
  hangsUp: number;
  /** Says nothing any more to anybody. */
  silent: boolean;
  /** Nobody can connect, and who was connected is cut off. */
  down(): Promise<void>;
  /** On the same port again. */
  up(): Promise<void>;
}

/** A mail server of our own, which speaks as much SMTP as it takes to hand mail in. */
export async function startMailServer(): Promise<MailServer> {
  const taken: Arrived[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let port = 0;
  let server: Server | undefined;

  function serve(socket: Socket): void {
    connections++;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    const say = (line: string): void => void (mails.silent || socket.write(`${line}\r\n`));
    let from = '';
    let to: string[] = [];
    let data: string[] | undefined;
    let rest = '';
    say('220 mail.test ESMTP');

    function hear(line: string): void {
      if (data) {
        if (line !== '.') return void data.push(line.startsWith('..') ? line.slice(1) : line);
        taken.push(read(from, to, data.join('\r\n')));
        data = undefined;
        if (mails.hangsUp === 0) return say('250 taken');
        mails.hangsUp--;
        socket.destroy();
        return;
      }
      const [, verb = '', address = ''] = /^(\S+ ?(?:FROM|TO)?):?<?([^>]*)>?/i.exec(line) ?? [];
      if (/^(EHLO|HELO|RSET|NOOP)/i.test(verb)) say('250 mail.test');
      else if (/^MAIL FROM/i.test(verb)) {
        from = address;
        to = [];
        say('250 ok');
      } else if (/^RCPT TO/i.test(verb)) {
        const answer = mails.answers[address] ?? '250 ok';
        if (answer.startsWith('250')) to.push(address);
        say(answer);
      } else if (/^DATA/i.test(verb)) {
        data = [];
        say('354 go on');
      } else if (/^QUIT/i.test(verb)) socket.end('221 bye\r\n');
      else say('502 what?');
    }

    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) hear(line);
    });
  }

  const mails: MailServer = {
    get port() {
      return port;
    },
    taken,
    connections: () => connections,
    answers: {},
    hangsUp: 0,
    silent: false,
    async down() {
      const ended = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
      for (const socket of sockets) socket.destroy();
      await ended;
    },
    async up() {
      server = createServer(serve);
      await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
    },
    [Symbol.asyncDispose]: () => mails.down(),
  };
  await mails.up();
  return mails;
}

function read(from: string, to: readonly string[], raw: string): Arrived {
  const [head = ''] = raw.split('\r\n\r\n');
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1]?.trim() ?? '';
  return { from, to: [...to], raw, messageId: header('Message-ID'), subject: decoded(header('Subject')) };
}

const decoded = (subject: string): string =>
  subject
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, text: string) => Buffer.from(text, 'base64').toString())
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, text: string) => Buffer.from(text.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/gi, (_hex, code: string) => String.fromCharCode(Number.parseInt(code, 16))), 'latin1').toString());
