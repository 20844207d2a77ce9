import type { SendMailOptions } from 'nodemailer';
import type { Mail } from './mailer.ts';

/**
 * A mail as the composer takes it. The address goes in as an object: text would be read as a list of addresses. Nothing in it
 * is taken from a file or fetched, whatever it looks like.
 */
export const composeMail = ({ id, to, subject, text }: Mail, from: string): SendMailOptions => ({
  from: { name: '', address: from },
  to: { name: '', address: to },
  subject,
  text,
  messageId: messageIdOf(id, from),
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** However often a mail is sent it has one Message-ID, by which mail servers and readers know it again. */
export const messageIdOf = (id: string, from: string): string => `<${id.replaceAll(/[^A-Za-z0-9.-]/g, '.')}@${from.split('@').at(-1)}>`;
