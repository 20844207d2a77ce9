import { createTransport } from 'nodemailer';
import type { Outcome } from '../domain/mail-lifecycle.ts';
import { composeMail } from './compose-mail.ts';
import { TAKEN, type Mailer } from './mailer.ts';

export interface SmtpOptions {
  /** With user and password in it, if the server wants them; never logged. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly timeoutSeconds: number;
}

/** What a mail server said no to, as the composer's library tells it. */
interface Failure {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly message?: string;
}

const KEPT_CHARACTERS = 300;
/** Only what is said to one mail is about that mail; all else is about the server, or about us. */
const OF_ONE_MAIL = /^(MAIL FROM|RCPT TO|DATA)/;
/** It closes the connection, for whatever reason. */
const CLOSING = 421;

/** Hands mail in at a mail server, over a few connections that are kept open. */
export function sendBySmtp({ smtpUrl, from, timeoutSeconds }: SmtpOptions, places: number): Mailer {
  const timeout = timeoutSeconds * 1_000;
  const transport = createTransport({ url: smtpUrl, pool: true, maxConnections: places, connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout, disableFileAccess: true, disableUrlAccess: true });
  return {
    async send(mail) {
      try {
        await transport.sendMail(composeMail(mail, from));
        return TAKEN;
      } catch (error) {
        const { code = '', responseCode, message = String(error) } = error as Failure;
        return { outcome: outcomeOf(error as Failure), failure: `${code} ${responseCode ?? ''} ${message}`.replaceAll(/\s+/g, ' ').trim().slice(0, KEPT_CHARACTERS) };
      }
    },
    close: async () => transport.close(),
  };
}

export function outcomeOf({ code, command = '', responseCode }: Failure): Outcome {
  if (code === 'EMESSAGE' && responseCode === undefined) return 'REFUSED'; // it cannot even be composed
  if (responseCode === undefined || responseCode === CLOSING) return 'DOWN';
  if (!OF_ONE_MAIL.test(command) && code !== 'EENVELOPE' && code !== 'EMESSAGE') return 'DOWN'; // it does not let us in
  return responseCode >= 500 ? 'REFUSED' : 'LATER';
}
