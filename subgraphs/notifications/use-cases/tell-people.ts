import type { Notice } from '#kernel/notice.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { Reader } from '../domain/choose-text.ts';
import { isAddress } from '../domain/mail-lifecycle.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import { renderTemplate, type Known, type Template } from '../domain/render-template.ts';
import type { NotificationsContext, NotificationsTx } from '../context.ts';
import { askPeople, type Person } from '../peers/accounts.ts';
import { readLanguage, readText } from './read-text.ts';
import { writeInbox } from './write-inbox.ts';

export interface ToldNotice extends Omit<Notice, 'type' | 'facts' | 'lists'> {
  readonly type: NotificationType;
  readonly known: Known;
}

/**
 * Tells each person what they are to be told: in their list if they are somebody here, and by e-mail if they have an address
 * and want it. Told twice it is once, for a notice's id is the key of both; told at the same time by two, the key decides.
 */
export async function tellPeople(context: NotificationsContext, told: readonly ToldNotice[]): Promise<void> {
  const notices = told.map((notice) => (notice.to.userId == null ? notice : { ...notice, to: { ...notice.to, userId: context.db.suspensions.successorOf(notice.to.userId) } })); // whoever they are by now
  const ids = notices.flatMap(({ to }) => (to.userId == null ? [] : [to.userId]));
  const people = new Map((await askPeople(context.askAs(SYSTEM), [...new Set(ids)])).map((person) => [person.id, person]));
  for (const notice of notices) await tell(context, notice, people.get(notice.to.userId ?? ''));
  context.sending.nudge();
}

async function tell(context: NotificationsContext, notice: ToldNotice, person: Person | undefined): Promise<void> {
  if (notice.to.userId != null && !person) return; // they are gone, and whatever they were to hear with them
  const { type, known } = notice;
  const { enabled, template } = await readText(context, type, await readerOf(context, notice, person));
  if (!enabled) return;
  const plain = renderTemplate(template, known, false);
  const full = person?.seesNetPrices ? renderTemplate(template, known, true) : plain;
  const now = context.clock.now();
  await context.db.transact(async (tx) => {
    if (await wasTold(tx, notice.id)) return;
    if (person) await list(tx, notice, person, { full, plain }, now);
    const address = person ? person.email : notice.to.email;
    if (address != null && isAddress(address) && (await wantsMail(tx, person, type))) await queue(tx, notice, address, full, now);
  });
}

async function wasTold({ sql }: NotificationsTx, id: string): Promise<boolean> {
  const [told, mailed] = [await sql.selectFrom('Notification').select('id').where('id', '=', id).executeTakeFirst(), await sql.selectFrom('NotificationMail').select('id').where('id', '=', id).executeTakeFirst()];
  return told !== undefined || mailed !== undefined;
}

/** An address without a person is somebody who has no account here: a guest. */
async function readerOf({ db, config }: NotificationsContext, { accountId, site: named }: ToldNotice, person: Person | undefined): Promise<Reader> {
  const site = named ?? config.site;
  const inbox = person && (await db.sql.selectFrom('NotificationInbox').select('language').where('userId', '=', person.id).executeTakeFirst());
  return { accountId, site, language: readLanguage(inbox?.language, site, config), userType: person?.kind ?? 'GUEST' };
}

async function wantsMail({ sql }: NotificationsTx, person: Person | undefined, type: NotificationType): Promise<boolean> {
  if (!person) return true;
  const preference = await sql.selectFrom('NotificationPreference').select('email').where('userId', '=', person.id).where('type', '=', type).executeTakeFirst();
  return preference?.email ?? true;
}

async function list(tx: NotificationsTx, { id, type, about }: ToldNotice, { id: userId, accountId }: Person, { full, plain }: { readonly full: Template; readonly plain: Template }, now: Date): Promise<void> {
  const { version } = await writeInbox(tx, { userId, accountId }, {}, { type: 'NOTIFIED', now });
  const row = { id, userId, accountId, version, type, ...full, aboutKind: about.kind, aboutId: about.id, createdAt: now, readAt: null };
  const differ = { plainSubject: plain.subject === full.subject ? null : plain.subject, plainText: plain.text === full.text ? null : plain.text };
  await tx.sql.insertInto('Notification').values({ ...row, ...differ }).execute();
}

/** Sent after the commit, by whoever looks for what is due. */
async function queue({ sql }: NotificationsTx, { id, accountId }: ToldNotice, to: string, { subject, text }: Template, now: Date): Promise<void> {
  await sql.insertInto('NotificationMail').values({ id, accountId, to, subject, text, status: 'PENDING', attempts: 0, nextAt: now, createdAt: now, settledAt: null, failure: null }).execute();
}
