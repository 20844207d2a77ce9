import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { NotificationsContext } from '../context.ts';
import { checkTemplate } from '../domain/check-template.ts';
import { FACTS, factsOf, type NotificationType } from '../domain/notification-types.ts';
import { renderTemplate, type Known } from '../domain/render-template.ts';
import type { NotificationText } from '../entities/notification-text.ts';
import { readLanguage, readText } from './read-text.ts';
import { readAudience, type AudienceWish } from './set-notification-text.ts';

export interface PreviewWish extends AudienceWish {
  readonly type: NotificationType;
  readonly seesNetPrices?: boolean | null;
  /** Words that are tried out; those that would be used when left out. */
  readonly subject?: string | null;
  readonly text?: string | null;
}

export interface Preview {
  readonly enabled: boolean;
  readonly subject: string;
  readonly text: string;
  readonly source: NotificationText | null;
}

/** Shows an administrator what a reader would be told, made of examples; nobody is told anything. */
export async function previewNotification(context: NotificationsContext, wish: PreviewWish): Promise<Preview> {
  requireAdministrator(context);
  const { accountId, site: named, language, userType } = readAudience(wish);
  const site = named || context.config.site;
  const chosen = await readText(context, wish.type, { accountId, site, language: readLanguage(language || null, site, context.config), userType: userType || 'BUYER' });
  const template = { subject: wish.subject ?? chosen.template.subject, text: wish.text ?? chosen.template.text };
  checkTemplate(wish.type, template);
  return { enabled: chosen.enabled, ...renderTemplate(template, samplesOf(wish.type), wish.seesNetPrices ?? true), source: chosen.row ?? null };
}

/** An example of each fact, and one row of each list. */
function samplesOf(type: NotificationType): Known {
  const samples = factsOf(type).map((name) => [name, FACTS[name].sample] as const);
  const inLists = samples.filter(([name]) => name.includes('.'));
  const lists = new Set(inLists.map(([name]) => name.split('.')[0] ?? ''));
  const rowOf = (list: string): Record<string, string> => Object.fromEntries(inLists.flatMap(([name, sample]) => (name.startsWith(`${list}.`) ? [[name.slice(list.length + 1), sample]] : [])));
  return { facts: Object.fromEntries(samples.filter(([name]) => !name.includes('.'))), lists: Object.fromEntries([...lists].map((list) => [list, [rowOf(list)]])) };
}
